// SPDX-License-Identifier: Apache-2.0
// Lists of runs, of any length: a short one at once, a long one page by page as the client takes it.
#pragma once

#include "app/server/routes/route.h"
#include "app/store/runs.h"

namespace server {

void sendRuns(Tools &tools, const CallPtr &call, const store::RunQuery &query);

} // namespace server
