// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/connectiondelegate.h"

#include "models/connections/connectionmodel.h"
#include "ui/forms/fieldeditor.h"
#include "ui/widgets/table/cells.h"

#include <QPainter>

namespace ui {

using Model = models::ConnectionModel;

namespace {

constexpr int edge = 16;
constexpr int glyphSide = 16;
constexpr int gap = 8;
constexpr int rounding = 2; // an advance is cut to whole pixels
constexpr int above = 9;

void drawText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &room, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(QStyle::visualRect(option.direction, option.rect, room),
                     int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), shown);
}

} // namespace

QString providerText(const domain::Catalog &catalog, const QString &provider)
{
    const domain::ProviderInfo *info = catalog.provider(provider);
    return info ? catalogText(info->label) : provider;
}

ConnectionDelegate::ConnectionDelegate(const Look &look, const domain::Catalog &catalog, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look), m_catalog(catalog)
{
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = option.fontMetrics.height() + 2 * QFontMetrics(m_look.font(TypeRole::Caption)).height();
    return {m_look.size(Size::InspectorMin), std::max(m_look.size(Size::RowConnection), lines + 2 * above + 2 * 4)};
}

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    RowState row = rowState(option, index);
    row.first = row.last = true;
    paintRowGround({m_look, *painter, index, option.rect, option.font, option.direction, row, {}});
    const QRect glyph(option.rect.x() + edge,
                      option.rect.y() + above + (option.fontMetrics.height() - glyphSide) / 2 + 2, glyphSide,
                      glyphSide);
    m_look.glyphs().paint(*painter, QStyle::visualRect(option.direction, option.rect, glyph),
                          index.data(models::StatusKeyRole).toString(), rowGround(m_look, row));
    paintTexts(*painter, option, index);
    painter->setPen(QPen(m_look.colour(Colour::BorderSubtle), 0));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

void ConnectionDelegate::paintTexts(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const int start = edge + glyphSide + gap;
    const QFont caption = m_look.font(TypeRole::Caption);
    const int small = QFontMetrics(caption).height();
    QRect line(option.rect.x() + start, option.rect.y() + above, option.rect.width() - start - edge,
               option.fontMetrics.height() + 4);
    const QString system = providerText(m_catalog, index.data(Model::ProviderRole).toString());
    painter.setFont(caption);
    painter.setPen(m_look.colour(Colour::TextSecondary));
    const int wanted = painter.fontMetrics().horizontalAdvance(system) + rounding;
    const int name = std::min(option.fontMetrics.horizontalAdvance(index.data().toString()), line.width() / 2);
    const int taken = std::min(wanted, line.width() - name - 2 * gap);
    drawText(painter, option, QRect(line.right() - taken + 1, line.y(), taken, line.height()), system);
    painter.setFont(option.font);
    painter.setPen(m_look.colour(Colour::TextPrimary));
    drawText(painter, option, line.adjusted(0, 0, -taken - 2 * gap, 0), index.data().toString());
    painter.setFont(caption);
    painter.setPen(m_look.glyphs().wordColour(index.data(models::StatusKeyRole).toString()));
    line = QRect(line.x(), line.bottom() + 2, line.width(), small);
    drawText(painter, option, line, index.data(models::SecondaryTextRole).toString());
    painter.setPen(m_look.colour(Colour::TextSecondary));
    line.translate(0, small + 2);
    drawText(painter, option, line, index.data(Model::CountTextRole).toString());
}

} // namespace ui
