// SPDX-License-Identifier: Apache-2.0
#include "app/server/hooks/hooks.h"

#include "app/server/hooks/deliveryroutes.h"
#include "app/server/hooks/hookroutes.h"

namespace server {

QList<Route> webhookRoutes()
{
    return deliveryRoutes() + hookRoutes();
}

} // namespace server
