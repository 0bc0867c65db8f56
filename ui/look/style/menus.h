// SPDX-License-Identifier: Apache-2.0
// Menus, the menu bar and tool tips.
#pragma once

#include "ui/look/style/kit.h"

class QStyleOptionMenuItem;

namespace ui::style {

void paintMenuPanel(const Kit &kit, const QStyleOption &option);
void paintMenuItem(const Kit &kit, const QStyleOptionMenuItem &option);
void paintMenuBarItem(const Kit &kit, const QStyleOptionMenuItem &option);
void paintToolTip(const Kit &kit, const QStyleOption &option);
/// `contents` is the width of the text before the tab.
QSize menuItemSize(const Tokens &tokens, const QStyleOptionMenuItem &option, const QSize &contents);

} // namespace ui::style
