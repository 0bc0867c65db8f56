// SPDX-License-Identifier: Apache-2.0
// What can be asked of remote systems at once, beside what sync does by itself: handed to the window and the server by
// whoever puts the program together. All are empty where nothing is synced in this process.
#pragma once

#include "app/domain/connections/connection.h"

#include <QFuture>
#include <QHash>

#include <functional>

namespace domain {

/// Its functions may be called from every thread; answers are finished on any.
struct RemoteActions
{
    /// Ok, or what is wrong with the provider's own settings, by field: `settings.x`. Asks nobody.
    std::function<base::Status(const Connection &)> check = {};
    /// Who we are there with this credential, by field. Nothing is stored.
    std::function<QFuture<base::Result<AccountFacts>>(const Connection &, const QHash<QString, QString> &credential)>
        tryOut = {};
    /// A full look now, whatever the connection waits for.
    std::function<void(const base::ConnectionId &)> syncNow = {};
    /// One of ProviderInfo::actions with its fields.
    std::function<QFuture<base::Result<QJsonValue>>(const base::ConnectionId &, const QString &action,
                                                    const QJsonObject &fields)>
        act = {};
};

} // namespace domain
