// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table/rowdelegate.h"

#include "models/roles.h"
#include "ui/widgets/table/cells.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

/// Pixels of a cell that are not text: its insets, and a glyph or icon before it.
int furniture(CellPainter painter)
{
    switch (painter) {
    case CellPainter::GlyphText:
    case CellPainter::StatusText:
        return 16 + 24;
    case CellPainter::IconText:
        return 16 + 20;
    case CellPainter::FoldText:
        return 16 + foldRoom;
    case CellPainter::DurationBar:
        return 16 + 60;
    case CellPainter::Text:
    case CellPainter::WordText:
    case CellPainter::Number:
    case CellPainter::Spark:
        return 16;
    }
    return 16;
}

} // namespace

RowDelegate::RowDelegate(const Look &look, QObject *parent) : QStyledItemDelegate(parent), m_look(look) {}

CellStyle RowDelegate::styleOf(int column) const
{
    const CellStyle plain{CellPainter::Text, column == 0 ? Emphasis::Primary : Emphasis::Secondary};
    return m_columns.value(column, plain);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell cell{m_look,
                    *painter,
                    index,
                    option.rect,
                    option.font,
                    option.direction,
                    rowState(option, index),
                    styleOf(index.column())};
    painter->save();
    if (index.data(models::RowKindRole).toInt() == models::CaptionRow) {
        painter->setClipRect(option.rect, Qt::IntersectClip);
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const QRect whole(0, option.rect.y(), view ? view->viewport()->width() : 0, option.rect.height());
        paintCaption(cell, view ? whole : option.rect);
        painter->restore();
        return;
    }
    paintRowGround(cell);
    painter->setClipRect(option.rect, Qt::IntersectClip);
    paintCell(cell);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellStyle style = styleOf(index.column());
    const int height = std::max(m_look.size(Size::RowComfortable), option.fontMetrics.height() + 12);
    if (style.painter == CellPainter::Spark)
        return {100 + furniture(style.painter), height};
    const int text = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    return {text + furniture(style.painter), height};
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const bool cut = sizeHint(option, index).width() > option.rect.width();
    QToolTip::showText(event->globalPos(), cut ? index.data(Qt::DisplayRole).toString() : QString(), view);
    return true;
}

} // namespace ui
