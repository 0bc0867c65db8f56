// SPDX-License-Identifier: Apache-2.0
// Runs of autotasks and actions.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> actionRunRoutes();

} // namespace server
