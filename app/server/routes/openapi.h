// SPDX-License-Identifier: Apache-2.0
// The OpenAPI 3.1 document, generated from the table of routes.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QJsonObject openApi(const QList<Route> &routes);

} // namespace server
