// SPDX-License-Identifier: Apache-2.0
#include "ui/look/style/tabs.h"

#include <QPainter>
#include <QStyleOption>

namespace ui::style {

using namespace Qt::StringLiterals;

namespace {

void paintDockTab(const Kit &kit, const QStyleOptionTab &option, bool selected)
{
    const QRect r = option.rect;
    if (selected) {
        kit.painter.fillRect(r, kit.colour(Colour::BgLog));
        kit.painter.fillRect(QRect(r.x(), r.y(), r.width(), 2), kit.colour(Colour::AccentFocus));
    } else if (hovered(option)) {
        kit.painter.fillRect(r, kit.colour(Colour::BgHoverChrome));
    }
    const int end = option.direction == Qt::RightToLeft ? r.left() : r.right();
    paintHairline(kit.painter, QLineF(end, r.top(), end, r.bottom() + 1), kit.colour(Colour::BorderSubtle));
}

} // namespace

void paintTabShape(const Kit &kit, const QStyleOptionTab &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect r = option.rect;
    if (kit.flag("dock")) {
        paintDockTab(kit, option, selected);
    } else {
        if (hovered(option) && !selected)
            kit.painter.fillRect(r.adjusted(2, 0, -2, 0), kit.colour(Colour::BgHover));
        if (selected)
            kit.painter.fillRect(QRect(r.x() + 6, r.bottom() - 1, r.width() - 12, 2), kit.colour(Colour::AccentFocus));
    }
    if (keyboardFocused(option) && selected)
        paintFocusRing(kit, r.adjusted(2, 1, -2, -1), 4);
}

QColor tabInk(const Kit &kit, const QStyleOptionTab &option)
{
    if (!enabled(option))
        return kit.colour(Colour::TextDisabled);
    const bool strong = option.state.testFlag(QStyle::State_Selected) || hovered(option);
    return kit.colour(strong ? Colour::TextPrimary : Colour::TextSecondary);
}

void paintTabClose(const Kit &kit, const QStyleOption &option)
{
    if (hovered(option))
        paintBox(kit.painter, option.rect, {kit.colour(Colour::BgHoverChrome), {}, 4});
    paintIcon(kit, option.rect, u"close"_s, kit.colour(hovered(option) ? Colour::TextPrimary : Colour::TextSecondary),
              14);
}

} // namespace ui::style
