// SPDX-License-Identifier: Apache-2.0
// Does what domain::windowActions() tells of, for systems that have windows.
#pragma once

#include "app/sync/provider.h"

#include <QJsonObject>

namespace syncing {

/// Does it by the account's verbs for windows. Empty where the action is none of these.
std::optional<Answer<QJsonValue>> actOnWindows(Account &account, const QString &action, const QJsonObject &fields);

} // namespace syncing
