// SPDX-License-Identifier: Apache-2.0
// The settings of the workspace: what they may be, what they are, and changing one.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> settingsRoutes();

} // namespace server
