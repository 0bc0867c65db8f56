// SPDX-License-Identifier: Apache-2.0
// What of an automation matters only where it runs, such as its schedules: at a system that is not told of it, it would
// stand here and change nothing. What decides here (who may see it, who is asked, how long runs are kept) is not of it.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/connections/capabilities.h"

namespace domain {

/// Top-level fields of an automation's JSON form; none while nothing is known of the system.
QStringList placeless(const Capabilities &there);
/// The first of those that `after` sets and `before` has otherwise; empty where there is none.
QString newlyPlaceless(const Automation &before, const Automation &after, const Capabilities &there);

} // namespace domain
