// SPDX-License-Identifier: Apache-2.0
// Maintenance windows of a remote system as actions of it, for those that have windows.
#pragma once

#include "app/sync/provider.h"

#include <QJsonObject>

namespace syncing {

/// To list, make, change and remove them; beside the actions that are the system's own.
QList<domain::RemoteAction> windowActions();
/// Does it by the account's verbs for windows. Empty where the action is none of these.
std::optional<Answer<QJsonValue>> actOnWindows(Account &account, const QString &action, const QJsonObject &fields);

} // namespace syncing
