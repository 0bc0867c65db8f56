// SPDX-License-Identifier: Apache-2.0
// Headers of tables, the ground of items in lists and trees, branch arrows.
#pragma once

#include "ui/look/style/kit.h"

class QStyleOptionHeader;
class QStyleOptionViewItem;

namespace ui::style {

void paintHeader(const Kit &kit, const QStyleOptionHeader &option);
void paintHeaderEmptyArea(const Kit &kit, const QStyleOption &option);
/// Selection and hover as a ground; a selected item keeps the colours of its text and has a bar at its start.
void paintItemGround(const Kit &kit, const QStyleOptionViewItem &option);
void paintBranch(const Kit &kit, const QStyleOption &option);
/// The edge of a panel that has one: popup lists, and text areas with the property `field`.
void paintFrame(const Kit &kit, const QStyleOption &option);

} // namespace ui::style
