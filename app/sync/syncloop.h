// SPDX-License-Identifier: Apache-2.0
// The remote world: one Syncer for each connection of the store. Hears of rows like everyone else and never talks to
// the engine. Runs where the engine runs, so that one process of a workspace speaks for a connection.
#pragma once

#include "app/sync/syncer.h"

#include <map>

namespace store {
struct Change;
}

namespace syncing {

/// Made anywhere, then moved to the engine thread; its verbs are called there. The store's engine lock is held by this
/// process.
class SyncLoop final : public QObject
{
    Q_OBJECT

public:
    SyncLoop(store::Store &store, Providers providers, const base::Clock &clock, SyncOptions options);
    ~SyncLoop() override;

    /// Takes up what was on its way when an engine died, then keeps all connections that are not paused.
    void start();
    /// Calls off what is under way; what was on its way is looked for at the next start.
    void stop();

    /// A full look now, whatever the connection waits for. NotFound where there is none that is kept, Conflict where it
    /// is paused.
    base::Status syncNow(const base::ConnectionId &id);
    /// The same of all that are not paused.
    void syncAll();
    /// Whether a connection would work, stored or not: its account is asked who it is. What is not given of the
    /// credential is taken from the keychain.
    Answer<AccountFacts> tryOut(const domain::Connection &connection, const Credential &credential);
    /// One of ProviderInfo::actions. NotFound where there is no such connection.
    Answer<QJsonValue> act(const base::ConnectionId &id, const QString &action, const QJsonObject &fields,
                           const domain::Actor &by);

Q_SIGNALS:
    void passEnded(const base::ConnectionId &id, const syncing::PassResult &result);

private:
    void onChanged(const QList<store::Change> &changes);
    void readConnections();
    void take(const QList<domain::Connection> &connections);
    void add(const domain::Connection &connection);
    const Provider *provider(const QString &name) const;

    store::Store &m_store;
    const Providers m_providers;
    const base::Clock &m_clock;
    const SyncOptions m_options;
    std::map<QString, std::unique_ptr<Syncer>> m_syncers; // by connection
    bool m_started = false;
    bool m_reading = false;
    bool m_readAgain = false;
};

} // namespace syncing
