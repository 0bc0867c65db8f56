// SPDX-License-Identifier: Apache-2.0
// The rows about runs: list, look at, cancel, their logs and their live output.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> runRoutes();

} // namespace server
