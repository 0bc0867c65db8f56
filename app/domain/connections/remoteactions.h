// SPDX-License-Identifier: Apache-2.0
// What is asked of remote systems at once, for whoever may not speak to them: the server and the window get these
// functions handed over. Each may be called from any thread and answers once. An empty one means that nothing here
// speaks to remote systems.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/domain/rights/rights.h"

#include <QFuture>
#include <QHash>
#include <QJsonValue>

#include <functional>

namespace domain {

struct RemoteActions
{
    /// Settings as the provider sees them, without asking anybody: errors name `settings.x` or `base_url`.
    std::function<base::Status(const Connection &)> check;
    /// Who we are there, by these settings and this credential (field → value); nothing is kept. What is not given of
    /// the credential is taken from the keychain where the connection is stored.
    std::function<QFuture<base::Result<AccountFacts>>(const Connection &, const QHash<QString, QString> &credential)>
        test;
    /// Looks there now, whatever it waits for; all of them where none is named. Answers once that has begun.
    std::function<QFuture<base::Result<void>>(const std::optional<base::ConnectionId> &)> syncNow;
    /// One of ProviderInfo::actions with its fields. Of one that comes home the answer is what was made of it here:
    /// `{id, name, paused}`.
    std::function<QFuture<base::Result<QJsonValue>>(const base::ConnectionId &, const QString &action,
                                                    const QJsonObject &fields, const Actor &by)>
        act;
};

} // namespace domain
