// SPDX-License-Identifier: Apache-2.0
// Routes about what waits for people, and what they decide.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> approvalRoutes();

} // namespace server
