// SPDX-License-Identifier: Apache-2.0
#include "ui/approvals/approvaldelegate.h"

#include "models/approvals/approvalmodel.h"
#include "ui/widgets/table/cells.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::ApprovalModel;

namespace {

constexpr int edge = 16;
constexpr int glyphSide = 16;
constexpr int gap = 8;

/// Draws the text at the end of `room` and answers what is left of that.
QRect drawAtEnd(QPainter &painter, const QStyleOptionViewItem &option, const QRect &room, const QString &text)
{
    if (text.isEmpty())
        return room;
    painter.drawText(QStyle::visualRect(option.direction, option.rect, room),
                     int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), text);
    return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - 2 * gap, 0);
}

void drawAtStart(QPainter &painter, const QStyleOptionViewItem &option, const QRect &room, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(QStyle::visualRect(option.direction, option.rect, room),
                     int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), shown);
}

} // namespace

ApprovalDelegate::ApprovalDelegate(const Look &look, QObject *parent) : QStyledItemDelegate(parent), m_look(look) {}

QSize ApprovalDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool caption = index.data(models::RowKindRole).toInt() == models::CaptionRow;
    return {m_look.size(Size::InspectorMin), m_look.size(caption ? Size::TableHeader : Size::RowTwoLine)};
}

void ApprovalDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    RowState row = rowState(option, index);
    row.first = row.last = true;
    const Cell cell{m_look, *painter, index, option.rect, option.font, option.direction, row, {}};
    if (index.data(models::RowKindRole).toInt() == models::CaptionRow) {
        paintCaption(cell, option.rect.adjusted(edge / 2, 0, -edge / 2, 0)); // begins where the items do
        drawAtEnd(*painter, option, option.rect.adjusted(edge, 0, -edge, 0), index.data(models::CountRole).toString());
    } else {
        paintRowGround(cell);
        const QRect glyph(option.rect.x() + edge, option.rect.y() + 13, glyphSide, glyphSide);
        m_look.glyphs().paint(*painter, QStyle::visualRect(option.direction, option.rect, glyph),
                              index.data(models::StatusKeyRole).toString(), rowGround(m_look, row));
        paintTexts(*painter, option, index);
        painter->setPen(QPen(m_look.colour(Colour::BorderSubtle), 0));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    painter->restore();
}

void ApprovalDelegate::paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int start = edge + glyphSide + gap;
    QRect line(option.rect.x() + start, option.rect.y() + 8, option.rect.width() - start - edge,
               option.fontMetrics.height() + 8);
    painter.setFont(option.font);
    const bool dimmed = index.data(models::DimmedRole).toBool();
    const bool urgent = index.data(Model::UrgentRole).toBool();
    painter.setPen(m_look.colour(dimmed ? Colour::TextSecondary : Colour::TextPrimary));
    drawAtStart(painter, option, line, index.data().toString());
    const QFont caption = m_look.font(TypeRole::Caption);
    line.setTop(option.rect.bottom() - 10 - QFontMetrics(caption).height());
    line.setHeight(QFontMetrics(caption).height());
    painter.setFont(caption);
    painter.setPen(urgent ? m_look.family(Family::Late).text : m_look.colour(Colour::TextSecondary));
    line = drawAtEnd(painter, option, line, index.data(Model::TimeRole).toString());
    painter.setPen(m_look.colour(Colour::TextSecondary));
    if (!dimmed)
        line = drawAtEnd(painter, option, line, index.data(Model::ProgressRole).toString());
    drawAtStart(painter, option, line, index.data(models::SecondaryTextRole).toString());
}

} // namespace ui
