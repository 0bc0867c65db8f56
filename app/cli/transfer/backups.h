// SPDX-License-Identifier: Apache-2.0
// A whole workspace as one file: commands that need no engine.
#pragma once

#include "app/base/clock.h"
#include "app/cli/invocation.h"
#include "app/cli/text/output.h"

namespace cli {

base::Result<Exit> runBackup(const Invocation &asked, const base::Clock &clock, Output &output);

} // namespace cli
