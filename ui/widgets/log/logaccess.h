// SPDX-License-Identifier: Apache-2.0
// What a screen reader hears of a LogView: its name, and the rows in sight as its value.
#pragma once

namespace ui {

/// Makes LogView known to QAccessible. Any number of times; main thread.
void installLogAccess();

} // namespace ui
