// SPDX-License-Identifier: Apache-2.0
// Automations out as an array, and in again: planned, checked and made together, or not at all.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> transferRoutes();

} // namespace server
