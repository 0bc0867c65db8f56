// SPDX-License-Identifier: Apache-2.0
// The OpenAPI 3.1 document, generated from the table of routes.
#pragma once

#include "app/server/routes/route.h"

namespace server {

/// `GET /api/automations`: the name under which shapes of requests and answers are kept.
QString operationName(const Route &route);
QJsonObject openApi(const QList<Route> &routes);

} // namespace server
