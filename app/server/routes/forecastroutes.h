// SPDX-License-Identifier: Apache-2.0
// The row about what is to come: every planned slot and what will be decided about it.
#pragma once

#include "app/server/routes/route.h"

namespace server {

/// An answer holds no more slots than this and says where it stopped.
inline constexpr qsizetype forecastSlots = 50'000;

QList<Route> forecastRoutes();

} // namespace server
