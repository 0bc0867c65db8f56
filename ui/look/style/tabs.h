// SPDX-License-Identifier: Apache-2.0
// Tabs: underlined by default; with the property `dock` on the bar, documents with an accent line on top.
#pragma once

#include "ui/look/style/kit.h"

class QStyleOptionTab;

namespace ui::style {

void paintTabShape(const Kit &kit, const QStyleOptionTab &option);
/// The colour of the tab's text, for the label that the base style paints.
QColor tabInk(const Kit &kit, const QStyleOptionTab &option);
void paintTabClose(const Kit &kit, const QStyleOption &option);

} // namespace ui::style
