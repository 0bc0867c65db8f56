// SPDX-License-Identifier: Apache-2.0
#include "ui/look/style/menus.h"

#include <QPainter>
#include <QStyleOption>

namespace ui::style {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconPlace = 32; ///< From the item's start to its text.
constexpr int endInset = 12;

QColor menuInk(const Kit &kit, const QStyleOption &option, bool chosen)
{
    if (!enabled(option))
        return kit.colour(Colour::TextDisabled);
    return kit.colour(chosen ? Colour::TextOnAccent : Colour::TextPrimary);
}

void paintMark(const Kit &kit, const QStyleOptionMenuItem &option, bool chosen)
{
    const QRect place = QStyle::visualRect(option.direction, option.rect,
                                           QRect(option.rect.x() + 8, option.rect.y(), 16, option.rect.height()));
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked) {
        paintIcon(kit, place, u"check"_s, menuInk(kit, option, chosen));
    } else if (!option.icon.isNull()) {
        const QIcon::Mode mode = !enabled(option) ? QIcon::Disabled : chosen ? QIcon::Selected : QIcon::Active;
        option.icon.paint(&kit.painter, QRect(place.x(), place.y() + (place.height() - 16) / 2, 16, 16),
                          Qt::AlignCenter, mode);
    }
}

void paintShortcut(const Kit &kit, const QStyleOptionMenuItem &option, const QString &shortcut, bool chosen)
{
    if (enabled(option) && !chosen)
        kit.painter.setPen(kit.colour(Colour::TextTertiary));
    const QRect place = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(iconPlace, 0, -8, 0));
    const auto align = QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter);
    kit.painter.setFont(kit.tokens.font(TypeRole::Caption));
    kit.painter.drawText(place, int(align) | Qt::TextSingleLine, shortcut);
}

} // namespace

void paintMenuPanel(const Kit &kit, const QStyleOption &option)
{
    const bool translucent = kit.widget && kit.widget->testAttribute(Qt::WA_TranslucentBackground);
    paintBox(kit.painter, option.rect,
             {kit.colour(Colour::BgRaised), kit.colour(Colour::BorderDefault), translucent ? 8.0 : 0.0});
}

void paintMenuItem(const Kit &kit, const QStyleOptionMenuItem &option)
{
    const QRect r = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        const int y = r.y() + r.height() / 2;
        paintHairline(kit.painter, QLineF(r.left() + 6, y, r.right() - 5, y), kit.colour(Colour::BorderSubtle));
        return;
    }
    const bool chosen = enabled(option) && option.state.testFlag(QStyle::State_Selected);
    if (chosen)
        paintBox(kit.painter, r, {kit.colour(Colour::AccentFill), {}, 4});
    paintMark(kit, option, chosen);
    const QRect place = QStyle::visualRect(option.direction, r, r.adjusted(iconPlace, 0, -8, 0));
    const qsizetype tab = option.text.indexOf(u'\t');
    kit.painter.save();
    kit.painter.setFont(option.font);
    kit.painter.setPen(menuInk(kit, option, chosen));
    const bool mnemonic = kit.style.styleHint(QStyle::SH_UnderlineShortcut, &option, kit.widget) != 0;
    kit.painter.drawText(place,
                         int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) |
                             Qt::TextSingleLine | (mnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                         tab < 0 ? option.text : option.text.left(tab));
    if (tab >= 0)
        paintShortcut(kit, option, option.text.mid(tab + 1), chosen);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(kit, QStyle::visualRect(option.direction, r, QRect(r.right() - 20, r.y(), 16, r.height())),
                  option.direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s,
                  menuInk(kit, option, chosen), 14);
    kit.painter.restore();
}

void paintMenuBarItem(const Kit &kit, const QStyleOptionMenuItem &option)
{
    kit.painter.fillRect(option.rect, kit.colour(Colour::BgChrome));
    const bool open = option.state.testFlag(QStyle::State_Sunken);
    if (enabled(option) && (open || option.state.testFlag(QStyle::State_Selected)))
        paintBox(kit.painter, QRectF(option.rect).adjusted(1, 4, -1, -4),
                 {kit.colour(open ? Colour::BgSelected : Colour::BgHoverChrome), {}});
    kit.painter.setPen(kit.colour(enabled(option) ? Colour::TextPrimary : Colour::TextDisabled));
    const bool mnemonic = kit.style.styleHint(QStyle::SH_UnderlineShortcut, &option, kit.widget) != 0;
    kit.painter.drawText(option.rect,
                         int(Qt::AlignCenter | Qt::TextSingleLine) |
                             (mnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                         option.text);
}

void paintToolTip(const Kit &kit, const QStyleOption &option)
{
    kit.painter.fillRect(option.rect, kit.colour(Colour::BgInverse));
}

QSize menuItemSize(const Tokens &tokens, const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), 9};
    const bool submenu = option.menuItemType == QStyleOptionMenuItem::SubMenu;
    const int gap = option.text.contains(u'\t') ? 32 : submenu ? 24 : 0;
    return {iconPlace + contents.width() + gap + endInset,
            std::max(tokens.size(Size::RowMenu), option.fontMetrics.height() + 6)};
}

} // namespace ui::style
