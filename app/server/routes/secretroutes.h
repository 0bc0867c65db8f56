// SPDX-License-Identifier: Apache-2.0
// Routes about secrets. Values go in and never come out.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> secretRoutes();

} // namespace server
