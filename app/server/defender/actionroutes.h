// SPDX-License-Identifier: Apache-2.0
// Autotasks and actions: list, make, change, delete, code, environment.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> actionRoutes();

} // namespace server
