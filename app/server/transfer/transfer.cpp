// SPDX-License-Identifier: Apache-2.0
#include "app/server/transfer/transfer.h"

#include "app/server/transfer/templateroutes.h"
#include "app/server/transfer/transferroutes.h"

namespace server {

QList<Route> allTransferRoutes()
{
    return templateRoutes() + transferRoutes();
}

} // namespace server
