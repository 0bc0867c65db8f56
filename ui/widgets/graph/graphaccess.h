// SPDX-License-Identifier: Apache-2.0
// What a screen reader hears of a GraphView: the current box as its value, all of them as its description.
#pragma once

namespace ui {

/// Makes GraphView known to QAccessible. Any number of times; main thread.
void installGraphAccess();

} // namespace ui
