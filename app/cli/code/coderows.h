// SPDX-License-Identifier: Apache-2.0
// The rows of the commands about bundles and the key-value store, which need no engine.
#pragma once

#include "app/cli/commands/commandtable.h"

namespace cli {

QList<CommandSpec> codeRows();

} // namespace cli
