// SPDX-License-Identifier: Apache-2.0
// Lines of a log as JSON, all or those that match an expression.
#pragma once

#include "app/server/routes/route.h"

namespace server {

/// Query: `from` (0), `lines` (1000, at most 100,000), `grep`. Answers `{first, total, next, lines:[{number, stream,
/// at, text}]}`; `next` is the line to go on from, null at the end. About 4 MiB of text at most. `removed_at` where its
/// lines were removed.
void sendLogPage(Tools &tools, const CallPtr &call);

} // namespace server
