// SPDX-License-Identifier: Apache-2.0
// Push buttons, tool buttons, check boxes and radio buttons.
#pragma once

#include "ui/look/style/kit.h"

class QStyleOptionButton;
class QStyleOptionToolButton;

namespace ui::style {

/// Properties: `primary`, `destructive`, `link` (no ground, link colour).
void paintPushButton(const Kit &kit, const QStyleOptionButton &option);
/// Flat. Properties: `chrome` (lies on the chrome ground), `segment` (its frame paints the ground).
void paintToolButton(const Kit &kit, const QStyleOptionToolButton &option);
void paintCheckBox(const Kit &kit, const QStyleOption &option);
void paintRadioButton(const Kit &kit, const QStyleOption &option);

} // namespace ui::style
