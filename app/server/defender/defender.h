// SPDX-License-Identifier: Apache-2.0
// All routes of Defender's clients.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> defenderRoutes();

} // namespace server
