// SPDX-License-Identifier: Apache-2.0
// Login as Defender's clients do it, and the secrets of a workspace in their shape.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> accountRoutes();

} // namespace server
