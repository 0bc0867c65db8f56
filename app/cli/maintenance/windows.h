// SPDX-License-Identifier: Apache-2.0
// The commands about maintenance windows, and their rows of the table.
#pragma once

#include "app/cli/commands/commandtable.h"

namespace cli {

QList<CommandSpec> windowRows();

} // namespace cli
