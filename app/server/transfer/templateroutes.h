// SPDX-License-Identifier: Apache-2.0
// The templates that come with the program and those that people made; what is made of them.
#pragma once

#include "app/server/routes/route.h"

namespace server {

QList<Route> templateRoutes();

} // namespace server
