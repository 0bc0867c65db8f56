// SPDX-License-Identifier: Apache-2.0
// What waits, and what people say to it: clear the queue, take note of a failure, run once more, bring back a version.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> queueRoutes();

} // namespace server
