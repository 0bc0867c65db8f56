// SPDX-License-Identifier: Apache-2.0
// Routes about who did what.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> auditRoutes();

} // namespace server
