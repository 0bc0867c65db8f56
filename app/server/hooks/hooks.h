// SPDX-License-Identifier: Apache-2.0
// All routes of webhooks: where they arrive, and what is known of them.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> webhookRoutes();

} // namespace server
