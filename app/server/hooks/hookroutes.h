// SPDX-License-Identifier: Apache-2.0
// Routes by which others set off runs: the token in the path is the guard.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> hookRoutes();

} // namespace server
