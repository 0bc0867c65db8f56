// SPDX-License-Identifier: Apache-2.0
// The commands about bundles of code and what they remember: they need files, no engine. Each blocks until it is done.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/cli/exitstatus.h"
#include "app/cli/invocation.h"
#include "app/cli/text/output.h"

namespace cli {

/// `bundle pack`, `bundle list`, `bundle check`. An archive that `check` refuses is Exit::Failed, with its reason.
base::Result<Exit> runBundle(const Invocation &asked, Output &output);

/// `kv get`, `kv put`, `kv del`, `kv list`, on the files of `asked.store`.
base::Result<Exit> runKv(const Invocation &asked, const base::Clock &clock, Output &output);

} // namespace cli
