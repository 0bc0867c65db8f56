// SPDX-License-Identifier: Apache-2.0
// All routes of templates, imports and exports.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> allTransferRoutes();

} // namespace server
