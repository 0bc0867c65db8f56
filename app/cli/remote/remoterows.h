// SPDX-License-Identifier: Apache-2.0
// The commands about remote systems, and their rows of the table.
#pragma once

#include "app/cli/commands/commandtable.h"

namespace cli {

QList<CommandSpec> connectionRows();
QList<CommandSpec> actionRows();
QList<CommandSpec> mirrorRows();

} // namespace cli
