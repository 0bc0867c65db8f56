// SPDX-License-Identifier: Apache-2.0
// The rows about automations: list, create, change, pause, start.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> automationRoutes();

} // namespace server
