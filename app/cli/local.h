// SPDX-License-Identifier: Apache-2.0
// The commands that need no engine: arithmetic over cron expressions, bundles of code, and what bundles remember.
#pragma once

#include "app/base/clock.h"
#include "app/cli/invocation.h"
#include "app/cli/text/output.h"

namespace cli {

/// Runs it to its end and answers the exit status. Blocks while it reads its input.
int runLocal(const Invocation &invocation, Streams streams, const base::Clock &clock);

} // namespace cli
