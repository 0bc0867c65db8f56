// SPDX-License-Identifier: Apache-2.0
// Line edits, combo boxes, spin boxes and framed text areas: one edge for all fields.
#pragma once

#include "ui/look/style/kit.h"

class QStyleOptionComboBox;
class QStyleOptionSpinBox;

namespace ui::style {

/// Ground and edge of a field; the edge is 2 px accent with the focus and 2 px red with the property `error`.
void paintField(const Kit &kit, const QStyleOption &option);
void paintComboBox(const Kit &kit, const QStyleOptionComboBox &option);
void paintComboLabel(const Kit &kit, const QStyleOptionComboBox &option);
void paintSpinBox(const Kit &kit, const QStyleOptionSpinBox &option);

/// Places of the parts, already mirrored for the direction of writing.
QRect comboPart(const QStyleOptionComboBox &option, QStyle::SubControl part);
QRect spinPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);

} // namespace ui::style
