// SPDX-License-Identifier: Apache-2.0
// Scroll bars, progress bars and the hairline of a splitter.
#pragma once

#include "ui/look/style/kit.h"

class QStyleOptionProgressBar;
class QStyleOptionSlider;

namespace ui::style {

void paintScrollBar(const Kit &kit, const QStyleOptionSlider &option);
/// The bar has no arrow buttons; its handle is never shorter than 32 px.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
/// 6 px high, centred, without text; between 0 and 0 it is a still block in the middle.
void paintProgressBar(const Kit &kit, const QStyleOptionProgressBar &option);
/// Between a dock and its neighbours.
void paintSeparator(const Kit &kit, const QStyleOption &option);
void paintSplitter(const Kit &kit, const QStyleOption &option);

} // namespace ui::style
