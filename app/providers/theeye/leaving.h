// SPDX-License-Identifier: Apache-2.0
// What is done with the login itself: taking it to another organisation, and ending it. Either way nothing of what is
// mirrored here changes; the answers say what becomes of it.
#pragma once

#include "app/providers/theeye/service.h"

namespace providers::theeye {

/// `change-organisation` and `logout`.
QList<domain::RemoteAction> leavingActions();

/// One of them. Invalid names the field; Unsupported by an integration token, which is no login.
rest::Future<QJsonValue> leave(Service &service, const QString &action, const QJsonObject &fields);

} // namespace providers::theeye
