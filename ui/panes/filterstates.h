// SPDX-License-Identifier: Apache-2.0
// Entries of filter menus that several panes have: times, and what sets a run off.
#pragma once

#include "ui/panes/filtercontrol.h"

namespace ui {

/// `since:24h` … under `group`.
QList<FilterState> timeStates(const QString &group);
QList<FilterState> triggerStates();

} // namespace ui
