// SPDX-License-Identifier: Apache-2.0
// Cancelling a run: later servers have a route for it, on early ones its status is set.
#pragma once

#include "app/providers/posthog/service.h"

namespace providers::posthog {

/// Conflict where the run is over: an early server would write over its end.
rest::Future<void> cancelRun(Service &service, const RunPlace &place);

} // namespace providers::posthog
