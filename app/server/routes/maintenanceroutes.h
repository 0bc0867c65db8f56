// SPDX-License-Identifier: Apache-2.0
// The rows about maintenance windows, and about runs that start whatever those say.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> maintenanceRoutes();

} // namespace server
