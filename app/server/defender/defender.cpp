// SPDX-License-Identifier: Apache-2.0
#include "app/server/defender/defender.h"

#include "app/server/defender/accountroutes.h"
#include "app/server/defender/actionroutes.h"
#include "app/server/defender/actionrunroutes.h"

namespace server {

QList<Route> defenderRoutes()
{
    return accountRoutes() + actionRoutes() + actionRunRoutes();
}

} // namespace server
