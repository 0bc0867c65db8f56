// SPDX-License-Identifier: Apache-2.0
// Routes about the webhook of one automation: its token, what arrived.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> deliveryRoutes();

} // namespace server
