// SPDX-License-Identifier: Apache-2.0
// The rows about the whole workspace: what waits, the pause of everything, who did what.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> pauseRoutes();

} // namespace server
