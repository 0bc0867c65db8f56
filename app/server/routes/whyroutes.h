// SPDX-License-Identifier: Apache-2.0
// The row that answers why something did, or did not, run.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> whyRoutes();

} // namespace server
