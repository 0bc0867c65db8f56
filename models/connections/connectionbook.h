// SPDX-License-Identifier: Apache-2.0
// The connections of a store by id, kept up to date: what the badge of a remote automation says, and what its system
// can do.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/store/changes.h"

#include <QHash>
#include <QObject>

namespace store {
class Store;
}

namespace models {

/// Lives on the main thread.
class ConnectionBook : public QObject
{
    Q_OBJECT

public:
    /// Reads at once. `store` must outlive it.
    explicit ConnectionBook(store::Store &store, QObject *parent = nullptr);

    /// Null for this machine and for one that is not known (yet).
    const domain::Connection *find(const base::ConnectionId &id) const;
    /// Empty for this machine; the id where the name is not known.
    QString nameOf(const base::ConnectionId &id) const;
    /// Why this can't be done with what lives there, a translated sentence; empty where it can, also for this machine.
    QString whyNot(const base::ConnectionId &id, domain::Capability wanted) const;
    /// The same of pausing it, which is an edit that not every system keeps.
    QString whyNotPause(const base::ConnectionId &id) const;
    /// All connections, by name.
    QList<domain::Connection> all() const;

Q_SIGNALS:
    /// A connection came, went, or is another now.
    void changed();

private:
    void onChanges(const store::Changes &changes);
    void read();

    store::Store &m_store;
    QHash<base::ConnectionId, domain::Connection> m_connections;
    bool m_reading = false;
    bool m_readAgain = false;
};

} // namespace models
