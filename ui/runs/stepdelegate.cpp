// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/stepdelegate.h"

#include "models/workflow/stepmodel.h"
#include "ui/widgets/table/cells.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::StepModel;

namespace {

constexpr int edge = 16;
constexpr int glyphSide = 16;
constexpr int textStart = edge + glyphSide + 8;
constexpr int gap = 8;

/// Draws as much as fits at the start of `room`, and answers what is left of that.
QRect drawText(QPainter &painter, const QStyleOptionViewItem &option, QRect room, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(
        QStyle::visualRect(option.direction, option.rect, room),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine, shown);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(shown) + gap);
    return room;
}

} // namespace

StepDelegate::StepDelegate(const Look &look, QObject *parent) : QStyledItemDelegate(parent), m_look(look) {}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int caption = QFontMetrics(m_look.font(TypeRole::Caption)).height();
    return {m_look.size(Size::InspectorMin) / 2, option.fontMetrics.height() + caption + 14};
}

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    RowState row = rowState(option, index);
    row.first = row.last = true;
    paintRowGround({m_look, *painter, index, option.rect, option.font, option.direction, row, {}});
    painter->setClipRect(option.rect, Qt::IntersectClip);
    const QRect glyph(option.rect.x() + edge, option.rect.y() + 7 + (option.fontMetrics.height() - glyphSide) / 2,
                      glyphSide, glyphSide);
    m_look.glyphs().paint(*painter, QStyle::visualRect(option.direction, option.rect, glyph),
                          index.data(models::StatusKeyRole).toString(), rowGround(m_look, row));
    paintName(*painter, option, index);
    paintRest(*painter, option, index);
    painter->restore();
}

void StepDelegate::paintName(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect room(option.rect.x() + textStart, option.rect.y() + 7, option.rect.width() - textStart - edge,
               option.fontMetrics.height());
    const QString time = index.data(Model::TimeRole).toString();
    painter.setFont(option.font);
    painter.setPen(m_look.colour(Colour::TextSecondary));
    painter.drawText(QStyle::visualRect(option.direction, option.rect, room),
                     int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), time);
    if (!time.isEmpty())
        room.setRight(room.right() - option.fontMetrics.horizontalAdvance(time) - gap);
    painter.setPen(
        m_look.colour(index.data(models::DimmedRole).toBool() ? Colour::TextSecondary : Colour::TextPrimary));
    drawText(painter, option, room, index.data().toString());
}

void StepDelegate::paintRest(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont caption = m_look.font(TypeRole::Caption);
    const int height = QFontMetrics(caption).height();
    QRect room(option.rect.x() + textStart, option.rect.bottom() - 6 - height, option.rect.width() - textStart - edge,
               height);
    painter.setFont(caption);
    const QString key = index.data(models::StatusKeyRole).toString();
    painter.setPen(index.data(models::DimmedRole).toBool() ? m_look.colour(Colour::TextSecondary)
                                                           : m_look.glyphs().wordColour(key));
    room = drawText(painter, option, room, index.data(Model::WordRole).toString());
    painter.setPen(m_look.colour(Colour::TextSecondary));
    const QString rest = index.data(Model::RestRole).toString();
    const QString automation = index.data(models::SecondaryTextRole).toString();
    drawText(painter, option, room, rest.isEmpty() ? automation : u"%1 \u00b7 %2"_s.arg(automation, rest));
}

} // namespace ui
