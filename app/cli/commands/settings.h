// SPDX-License-Identifier: Apache-2.0
// The command about the settings of the workspace, and its row of the table.
#pragma once

#include "app/cli/commands/commandtable.h"

namespace cli {

QList<CommandSpec> settingsRows();

void settings(Session &session);

} // namespace cli
