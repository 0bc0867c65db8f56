// SPDX-License-Identifier: Apache-2.0
// Routes about who works here, and their tokens.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> operatorRoutes();

} // namespace server
