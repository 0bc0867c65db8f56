// SPDX-License-Identifier: Apache-2.0
// A log as bytes, unchanged, of any length: read on as the client takes it.
#pragma once

#include "app/server/routes/route.h"

namespace server {

/// Query `from` and `lines` choose a part; what the log has when the request comes is its end.
void sendPlainLog(Tools &tools, const CallPtr &call);

} // namespace server
