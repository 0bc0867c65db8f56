// SPDX-License-Identifier: Apache-2.0
// What a verb works with: the connection, the time, and the list of rows it changed. Only on the store's threads.
#pragma once

#include "app/store/changes.h"
#include "app/store/sql/connection.h"

namespace store {

class Transaction
{
public:
    Transaction(Connection *connection, base::Instant now) : m_connection(connection), m_now(now) {}

    Connection &db() { return *m_connection; }
    /// One time for all that commits together.
    base::Instant now() const { return m_now; }

    /// To be announced after the commit.
    void note(Table table, ChangeKind kind, const QString &id) { m_changes.append({table, kind, id}); }

    qsizetype mark() const { return m_changes.size(); }
    void forgetSince(qsizetype mark) { m_changes.resize(mark); }
    /// Without repetitions; where more than a thousand rows of a table changed, one change without id stands for them.
    Changes changes() const;

private:
    Connection *m_connection;
    base::Instant m_now;
    Changes m_changes;
};

/// The form of Transaction::changes(), for changes from anywhere.
Changes condensed(const Changes &changes);
/// One change without id for each table: read everything again.
Changes everything();

} // namespace store
