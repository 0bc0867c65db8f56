// SPDX-License-Identifier: Apache-2.0
// NOBA's maintenance windows: a cron expression in UTC and a length, or two instants in seconds, for the whole server.
// Pure.
#pragma once

#include "app/sync/provider.h"

namespace providers::noba {

/// `active` is not known from it. Corrupt without an id.
base::Result<syncing::RemoteWindow> windowOf(const QJsonObject &item);
/// Times are always whole seconds: text would be taken, and switch off every window of the server. Invalid, with the
/// field, for what can't be said there.
base::Result<QJsonObject> theirWindow(const domain::MaintenanceWindow &window);

} // namespace providers::noba
