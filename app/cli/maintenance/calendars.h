// SPDX-License-Identifier: Apache-2.0
// The commands about calendars that are read again as maintenance windows, and their rows of the table.
#pragma once

#include "app/cli/commands/commandtable.h"

namespace cli {

QList<CommandSpec> calendarRows();

} // namespace cli
