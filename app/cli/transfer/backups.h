// SPDX-License-Identifier: Apache-2.0
// A whole workspace as one file: commands that need no engine.
#pragma once

#include "app/cli/invocation.h"
#include "app/cli/text/output.h"

namespace cli {

base::Result<Exit> runBackup(const Invocation &asked, Output &output);

} // namespace cli
