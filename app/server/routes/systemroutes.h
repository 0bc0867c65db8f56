// SPDX-License-Identifier: Apache-2.0
// The rows about the server itself: tickets, changes, health, its own description.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> systemRoutes();

} // namespace server
