// SPDX-License-Identifier: Apache-2.0
// A connection, and what may be seen there, that tests of mirrors begin with.
#pragma once

#include "app/store/connections/connections.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/mirrors/outbox.h"
#include "tests/support/tempstore.h"

namespace test {

inline domain::AccountFacts ableAccount()
{
    domain::AccountFacts facts;
    facts.who = QStringLiteral("ann@there");
    facts.capabilities.can = domain::allCapabilities();
    facts.capabilities.log = domain::RemoteLog::Poll;
    facts.capabilities.carries = {QStringLiteral("name"),   QStringLiteral("description"), QStringLiteral("type"),
                                  QStringLiteral("params"), QStringLiteral("tags"),        QStringLiteral("paused")};
    return facts;
}

inline domain::Connection unstored(const QString &name = QStringLiteral("Office"))
{
    domain::Connection connection;
    connection.name = name;
    connection.provider = QStringLiteral("loopback");
    return connection;
}

/// Stored, and told what it can do.
inline base::ConnectionId connectionIn(TempStore &store, const domain::AccountFacts &facts = ableAccount(),
                                       const QString &name = QStringLiteral("Office"))
{
    const auto added = await(store->connections().add(unstored(name), QStringLiteral("ann")));
    if (!added || !await(store->connections().setFacts(added->id, facts))) {
        qFatal("the test has no connection");
    }
    return added->id;
}

inline void sawAll(TempStore &store, const base::ConnectionId &connection)
{
    if (!await(store->connections().setStanding(connection, {.sawEverything = true}))) {
        qFatal("the connection does not stand");
    }
}

inline domain::RemoteAutomation remoteAutomation(const QString &remoteId, const QString &name)
{
    domain::RemoteAutomation remote;
    remote.remoteId = remoteId;
    remote.automation = someAutomation(name);
    remote.automation.remote = {{QStringLiteral("relayerId"), remoteId}};
    return remote;
}

inline domain::RemoteRun remoteRun(const QString &remoteId, const QString &automation, domain::RunStatus status,
                                   base::Instant at)
{
    domain::RemoteRun run;
    run.remoteId = remoteId;
    run.automationRemoteId = automation;
    run.status = status;
    run.queuedAt = at;
    run.startedAt = at;
    if (domain::isFinal(status)) {
        run.finishedAt = at + base::Seconds(1);
    }
    return run;
}

/// The one automation that is mirrored, as it is here.
inline domain::Automation mirrored(TempStore &store)
{
    const auto all = await(store->automations().list());
    return all && all->size() == 1 ? all->first() : domain::Automation();
}

/// The task whose turn it is; of kind Decide where there is none.
inline store::OutboxTask nextIn(TempStore &store, const base::ConnectionId &connection)
{
    const auto next = await(store->outbox().next(connection));
    store::OutboxTask none;
    none.kind = store::TaskKind::Decide;
    return next && next->task ? *next->task : none;
}

} // namespace test
