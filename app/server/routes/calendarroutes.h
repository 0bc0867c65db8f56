// SPDX-License-Identifier: Apache-2.0
// The rows about calendars that are read again and again as maintenance windows.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> calendarRoutes();

} // namespace server
