// SPDX-License-Identifier: Apache-2.0
// Routes about connections to remote systems, about what waits to be sent there and about what both sides disagree on.
// Credentials go into the keyring and never come out.
#pragma once

#include "app/server/routes/route.h"

namespace server {

/// The connections themselves, and what is asked of their systems at once.
QList<Route> connectionRoutes();
/// What is mirrored: conflicts, the outbox, publishing.
QList<Route> mirrorRoutes();

} // namespace server
