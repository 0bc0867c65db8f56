// SPDX-License-Identifier: Apache-2.0
// The loop over connections: built where the engine is, on its thread, and how others ask it.
#pragma once

#include "app/domain/connections/remoteactions.h"
#include "app/sync/syncloop.h"

#include <QObject>
#include <QThread>

/// Lives on the main thread.
class Remotes : public QObject
{
    Q_OBJECT

public:
    /// All outlive the engine thread.
    Remotes(store::Store &store, secrets::SecretStore &secrets, const base::Clock &clock);

    /// The process holds the engine. The loop lives on `engineThread` and is deleted there when that ends.
    void start(QThread &engineThread);
    /// Calls off what is under way.
    void stop();

    /// Unavailable where another process of the workspace holds the engine. Must not be used once this is destroyed.
    domain::RemoteActions actions();

private:
    base::Status check(const domain::Connection &connection) const;
    template <typename T>
    QFuture<base::Result<T>> onLoop(std::function<QFuture<base::Result<T>>(syncing::SyncLoop &)> ask);

    const syncing::Providers m_providers; // what is checked with; the loop has its own
    store::Store &m_store;
    secrets::SecretStore &m_secrets;
    const base::Clock &m_clock;
    syncing::SyncLoop *m_loop = nullptr; // while the engine is ours
};
