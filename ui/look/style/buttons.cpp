// SPDX-License-Identifier: Apache-2.0
#include "ui/look/style/buttons.h"

#include <QPainter>
#include <QStyleOption>

namespace ui::style {

using namespace Qt::StringLiterals;

namespace {

bool pressed(const QStyleOption &option)
{
    return enabled(option) && option.state.testFlag(QStyle::State_Sunken);
}

bool on(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_On);
}

Box primaryBox(const Kit &kit, const QStyleOption &option)
{
    if (!enabled(option))
        return {kit.colour(Colour::BgSunken), {}};
    if (pressed(option))
        return {kit.colour(Colour::AccentPressed), {}};
    return {kit.colour(hovered(option) ? Colour::AccentHover : Colour::AccentFill), {}};
}

Box plainBox(const Kit &kit, const QStyleOption &option)
{
    if (!enabled(option))
        return {{}, kit.colour(Colour::BorderSubtle)};
    if (pressed(option))
        return {kit.colour(Colour::BgRaisedPressed), kit.colour(Colour::BorderControl)};
    if (on(option))
        return {kit.colour(Colour::BgSelected), kit.colour(Colour::BorderDefault)};
    const QColor edge =
        kit.flag("destructive") ? kit.tokens.family(Family::Bad).line : kit.colour(Colour::BorderDefault);
    return {kit.colour(hovered(option) ? Colour::BgRaisedHover : Colour::BgRaised), edge};
}

QColor buttonInk(const Kit &kit, const QStyleOption &option)
{
    if (!enabled(option))
        return kit.colour(Colour::TextDisabled);
    if (kit.flag("primary"))
        return kit.colour(Colour::TextOnAccent);
    if (kit.flag("destructive"))
        return kit.tokens.family(Family::Bad).text;
    return kit.colour(kit.flag("link") || on(option) ? Colour::TextLink : Colour::TextPrimary);
}

void paintButtonGround(const Kit &kit, const QStyleOptionButton &option)
{
    const bool flat = kit.flag("link") || option.features.testFlag(QStyleOptionButton::Flat);
    if (kit.flag("primary"))
        paintBox(kit.painter, option.rect, primaryBox(kit, option));
    else if (!flat)
        paintBox(kit.painter, option.rect, plainBox(kit, option));
    else if (hovered(option))
        paintBox(kit.painter, option.rect, {kit.colour(Colour::BgHover), {}});
}

QIcon::Mode iconMode(const Kit &kit, const QStyleOption &option)
{
    if (!enabled(option))
        return QIcon::Disabled;
    return kit.flag("primary") ? QIcon::Selected : QIcon::Active;
}

} // namespace

void paintPushButton(const Kit &kit, const QStyleOptionButton &option)
{
    paintButtonGround(kit, option);
    constexpr int gap = 8;
    QRect rect = option.rect;
    if (option.features.testFlag(QStyleOptionButton::HasMenu)) {
        const QRect arrow(rect.right() - 22, rect.y(), 16, rect.height());
        paintIcon(kit, QStyle::visualRect(option.direction, rect, arrow), u"chevron-down"_s, buttonInk(kit, option));
        rect = QStyle::visualRect(option.direction, rect, rect.adjusted(0, 0, -18, 0));
    }
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int between = iconWidth && textWidth ? gap : 0;
    const int start = rect.x() + std::max(0, (rect.width() - textWidth - iconWidth - between) / 2);
    if (iconWidth) {
        const QRect place(start, rect.y() + (rect.height() - option.iconSize.height()) / 2, iconWidth,
                          option.iconSize.height());
        option.icon.paint(&kit.painter, QStyle::visualRect(option.direction, rect, place), Qt::AlignCenter,
                          iconMode(kit, option), on(option) ? QIcon::On : QIcon::Off);
    }
    const QRect text(start + iconWidth + between, rect.y(), textWidth + 1, rect.height());
    kit.painter.setPen(buttonInk(kit, option));
    const bool mnemonic = kit.style.styleHint(QStyle::SH_UnderlineShortcut, &option, kit.widget) != 0;
    kit.painter.drawText(QStyle::visualRect(option.direction, rect, text),
                         int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine) |
                             (mnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                         option.text);
}

void paintToolButton(const Kit &kit, const QStyleOptionToolButton &option)
{
    const QRectF rect = option.rect;
    if (!kit.flag("segment")) {
        if (on(option))
            paintBox(kit.painter, rect, {kit.colour(Colour::BgSelected), {}});
        else if (pressed(option))
            paintBox(kit.painter, rect, {kit.colour(Colour::BgRaisedPressed), {}});
        else if (hovered(option))
            paintBox(kit.painter, rect, {kit.colour(kit.flag("chrome") ? Colour::BgHoverChrome : Colour::BgHover), {}});
    }
    QStyleOptionToolButton label = option;
    const QColor ink = !enabled(option)          ? kit.colour(Colour::TextDisabled)
                       : kit.flag("destructive") ? kit.tokens.family(Family::Bad).text
                                                 : kit.colour(on(option) ? Colour::TextLink : Colour::TextPrimary);
    label.palette.setColor(QPalette::ButtonText, ink);
    label.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    const bool arrow =
        option.features.testFlag(QStyleOptionToolButton::MenuButtonPopup) ||
        (option.features.testFlag(QStyleOptionToolButton::HasMenu) && option.toolButtonStyle != Qt::ToolButtonIconOnly);
    if (arrow) {
        const QRect place(option.rect.right() - 19, option.rect.y(), 16, option.rect.height());
        paintIcon(kit, QStyle::visualRect(option.direction, option.rect, place), u"chevron-down"_s,
                  kit.colour(enabled(option) ? Colour::TextSecondary : Colour::TextDisabled), 14);
        label.rect = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(4, 0, -18, 0));
    }
    kit.style.drawControl(QStyle::CE_ToolButtonLabel, &label, &kit.painter, kit.widget);
    if (keyboardFocused(option))
        paintFocusRing(kit, rect, 6);
}

void paintCheckBox(const Kit &kit, const QStyleOption &option)
{
    const bool marked = option.state.testFlag(QStyle::State_On) || option.state.testFlag(QStyle::State_NoChange);
    const bool active = enabled(option);
    const QColor fill = !active  ? kit.colour(Colour::BgSunken)
                        : marked ? kit.colour(hovered(option) ? Colour::AccentHover : Colour::AccentFill)
                                 : kit.colour(Colour::BgBase);
    const QColor edge = !active  ? kit.colour(Colour::BorderDefault)
                        : marked ? QColor()
                                 : kit.colour(hovered(option) ? Colour::AccentFocus : Colour::BorderControl);
    paintBox(kit.painter, option.rect, {fill, edge, 4});
    if (marked)
        paintIcon(kit, option.rect, option.state.testFlag(QStyle::State_On) ? u"check"_s : u"minus"_s,
                  kit.colour(active ? Colour::TextOnAccent : Colour::TextDisabled), 12);
}

void paintRadioButton(const Kit &kit, const QStyleOption &option)
{
    const bool active = enabled(option);
    const bool marked = option.state.testFlag(QStyle::State_On);
    const QColor ground = kit.colour(active ? Colour::BgBase : Colour::BgSunken);
    const double radius = option.rect.width() / 2.0;
    if (!marked) {
        const Colour edge = hovered(option) ? Colour::AccentFocus
                            : active        ? Colour::BorderControl
                                            : Colour::BorderDefault;
        paintBox(kit.painter, option.rect, {ground, kit.colour(edge), radius});
        return;
    }
    const QColor ink = kit.colour(active ? Colour::AccentFill : Colour::TextDisabled);
    paintBox(kit.painter, option.rect, {ink, {}, radius});
    paintBox(kit.painter, QRectF(option.rect).adjusted(5, 5, -5, -5), {kit.colour(Colour::TextOnAccent), {}, 3});
}

} // namespace ui::style
