// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/raildelegate.h"

#include "models/roles.h"
#include "ui/look/style/kit.h"

#include <QLocale>
#include <QPainter>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 8;

Family familyNamed(const QString &name)
{
    constexpr std::array names{"neutral"_L1, "active"_L1, "good"_L1, "bad"_L1, "late"_L1, "ask"_L1, "window"_L1};
    for (size_t i = 0; i < names.size(); ++i)
        if (name == names[i])
            return Family(i);
    return Family::Neutral;
}

int kindOf(const QModelIndex &index)
{
    return index.data(models::RowKindRole).toInt();
}

} // namespace

QSize RailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool collapsed = m_rail.form() == RailForm::Collapsed;
    const int width = m_look.size(collapsed ? Size::RailCollapsed : Size::Rail);
    switch (kindOf(index)) {
    case models::SeparatorRow:
        return {width, 17};
    case models::CaptionRow:
        return {width, collapsed ? 0 : 32};
    case models::ViewRow:
        return {width, collapsed ? 0 : m_look.size(Size::RowRailView)};
    default:
        return {width, collapsed ? 35 : m_look.size(Size::RowRail) + 1};
    }
}

void RailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect r = option.rect;
    painter->save();
    if (kindOf(index) == models::SeparatorRow) {
        const int y = r.center().y();
        style::paintHairline(*painter, QLineF(r.x() + 16, y, r.right() - 15, y), m_look.colour(Colour::BorderDefault));
    } else if (kindOf(index) == models::CaptionRow) {
        painter->setFont(m_look.font(TypeRole::Caption));
        painter->setPen(m_look.colour(Colour::TextTertiary));
        painter->drawText(r.adjusted(18, 0, -18, -6),
                          int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignBottom)),
                          index.data().toString());
    } else if (kindOf(index) == models::ViewRow) {
        paintView(*painter, option, index);
    } else {
        paintItem(*painter, option, index);
    }
    painter->restore();
}

void RailDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect box = option.rect.adjusted(inset, 0, -inset, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        style::paintBox(painter, box, {m_look.colour(Colour::BgSelected), {}});
    else if (m_rail.hoveredRow() == index.row())
        style::paintBox(painter, box, {m_look.colour(Colour::BgHoverChrome), {}});
    if (selected) {
        const QRect bar(box.x(), box.y() + 8, m_look.size(Size::SelectionBar), box.height() - 16);
        style::paintBox(painter, QStyle::visualRect(option.direction, option.rect, bar),
                        {m_look.colour(Colour::AccentFocus), {}, 1.5});
    }
    const bool keyed =
        option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    if (keyed)
        style::paintBox(painter, box, {{}, m_look.colour(Colour::AccentFocus), 6, 2});
}

void RailDelegate::paintBadge(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const int count = index.data(models::CountRole).toInt();
    if (count <= 0)
        return;
    const FamilyColours &family = m_look.family(familyNamed(index.data(models::CountFamilyRole).toString()));
    const bool collapsed = m_rail.form() == RailForm::Collapsed;
    const QString text = count > 999 ? u"999+"_s : QLocale().toString(count);
    QFont font = m_look.font(TypeRole::Caption);
    if (collapsed)
        font.setPointSizeF(font.pointSizeF() - 1);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int height = collapsed ? 14 : 19;
    const int width = std::max(height, metrics.horizontalAdvance(text) + (collapsed ? 6 : 10));
    const QRect place =
        collapsed ? QRect(row.x() + row.width() / 2 + 2, row.y() + 2, width, height)
                  : QRect(row.right() - 16 - width + 1, row.y() + (row.height() - 1 - height) / 2, width, height);
    const QRect box = QStyle::visualRect(m_rail.layoutDirection(), row, place);
    style::paintBox(painter, box, {collapsed ? family.text : family.tint, {}, height / 2.0});
    painter.setPen(collapsed ? m_look.colour(Colour::BgBase) : family.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void RailDelegate::paintItem(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    const QRect r = option.rect.adjusted(0, 0, 0, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool collapsed = m_rail.form() == RailForm::Collapsed;
    const int x = collapsed ? r.x() + (r.width() - 16) / 2 : r.x() + 18;
    const QRect icon(x, r.y() + (r.height() - 16) / 2, 16, 16);
    m_look.icons().paint(painter, QStyle::visualRect(option.direction, r, icon),
                         index.data(models::IconNameRole).toString(),
                         m_look.colour(selected ? Colour::TextLink : Colour::TextSecondary));
    if (!collapsed) {
        const QRect text = QStyle::visualRect(
            option.direction, r, r.adjusted(44, 0, index.data(models::CountRole).toInt() > 0 ? -48 : -inset - 4, 0));
        painter.setFont(option.font);
        painter.setPen(m_look.colour(Colour::TextPrimary));
        painter.drawText(text, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                         QFontMetrics(option.font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }
    paintBadge(painter, option.rect, index);
}

void RailDelegate::paintView(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_rail.form() == RailForm::Collapsed)
        return;
    paintGround(painter, option, index);
    const QRect r = option.rect.adjusted(18, 0, -16, -1);
    const QString count = QLocale().toString(index.data(models::CountRole).toInt());
    const QFont caption = m_look.font(TypeRole::Caption);
    const int room = r.width() - QFontMetrics(caption).horizontalAdvance(count) - 8;
    painter.setFont(option.font);
    painter.setPen(m_look.colour(Colour::TextSecondary));
    painter.drawText(r, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                     QFontMetrics(option.font).elidedText(index.data().toString(), Qt::ElideRight, room));
    painter.setFont(caption);
    painter.setPen(m_look.colour(Colour::TextTertiary));
    painter.drawText(r, int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), count);
}

} // namespace ui
