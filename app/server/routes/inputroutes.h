// SPDX-License-Identifier: Apache-2.0
// Routes about what runs are given: a run with its arguments, and the environment it gets.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> inputRoutes();

} // namespace server
