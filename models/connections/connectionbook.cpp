// SPDX-License-Identifier: Apache-2.0
#include "models/connections/connectionbook.h"

#include "app/base/answer.h"
#include "app/store/connections/connections.h"
#include "app/store/store.h"
#include "models/connections/connectionwords.h"

#include <algorithm>

namespace models {

ConnectionBook::ConnectionBook(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&m_store, &store::Store::changed, this, &ConnectionBook::onChanges, Qt::QueuedConnection);
    read();
}

void ConnectionBook::onChanges(const store::Changes &changes)
{
    const bool ours = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
        return change.table == store::Table::Connections;
    });
    if (ours) {
        read();
    }
}

/// One question at a time; what changes meanwhile is asked after it.
void ConnectionBook::read()
{
    m_readAgain = m_reading;
    if (m_reading) {
        return;
    }
    m_reading = true;
    base::onAnswer(this, m_store.connections().list(), [this](const base::Result<QList<domain::Connection>> &all) {
        m_reading = false;
        QHash<base::ConnectionId, domain::Connection> now;
        for (const domain::Connection &one : all.value_or(QList<domain::Connection>())) {
            now.insert(one.id, one);
        }
        if (all && now != m_connections) {
            m_connections = now;
            Q_EMIT changed();
        }
        if (m_readAgain) {
            read();
        }
    });
}

const domain::Connection *ConnectionBook::find(const base::ConnectionId &id) const
{
    const auto found = m_connections.constFind(id);
    return found == m_connections.constEnd() ? nullptr : &*found;
}

QString ConnectionBook::nameOf(const base::ConnectionId &id) const
{
    const domain::Connection *connection = find(id);
    return connection ? connection->name : id.text();
}

QString ConnectionBook::whyNot(const base::ConnectionId &id, domain::Capability wanted) const
{
    const domain::Connection *connection = find(id);
    return connection ? cannotText(*connection, wanted) : QString();
}

QString ConnectionBook::whyNotPause(const base::ConnectionId &id) const
{
    const domain::Connection *connection = find(id);
    return connection ? cannotPauseText(*connection) : QString();
}

QList<domain::Connection> ConnectionBook::all() const
{
    QList<domain::Connection> all = m_connections.values();
    std::sort(all.begin(), all.end(), [](const domain::Connection &a, const domain::Connection &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return all;
}

} // namespace models
