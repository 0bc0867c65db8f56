// SPDX-License-Identifier: Apache-2.0
// The rows of connections. Used inside a transaction, on the thread of its connection to the file.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/store/sql/connection.h"

namespace store {

class ConnectionTable
{
public:
    explicit ConnectionTable(Connection &db) : m_db(db) {}

    base::Result<QList<domain::Connection>> all();
    /// NotFound where there is none.
    base::Result<domain::Connection> get(const base::ConnectionId &id);
    /// Invalid where another one has the name.
    base::Status insert(const domain::Connection &connection);
    /// What people say of it. Invalid where another one has the name.
    base::Status save(const domain::Connection &connection);
    /// How it stands.
    base::Status saveStanding(const domain::Connection &connection);
    /// With what was seen there and what waits to be sent.
    base::Status remove(const base::ConnectionId &id);

private:
    base::Status checkName(const domain::Connection &connection);

    Connection &m_db;
};

} // namespace store
