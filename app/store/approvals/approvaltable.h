// SPDX-License-Identifier: Apache-2.0
// The rows of approvals and of the decisions about them. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/store/approvals/approvals.h"
#include "app/store/sql/connection.h"

namespace store {

class ApprovalTable
{
public:
    explicit ApprovalTable(Connection &db) : m_db(db) {}

    base::Result<QList<domain::Approval>> page(const ApprovalQuery &query);
    /// NotFound where there is none.
    base::Result<domain::Approval> get(const domain::ApprovalId &id);
    /// The one a run waits for.
    base::Result<std::optional<domain::Approval>> pendingOf(const base::RunId &run);
    base::Result<QList<domain::Approval>> pendingOf(const base::AutomationId &automation);
    /// The newest request of the same automation, made before this one, that let its run go on.
    base::Result<std::optional<domain::Approval>> lastReleasedBefore(const domain::Approval &approval);
    base::Result<QList<domain::Approval>> overdue(base::Instant now);
    base::Result<std::optional<base::Instant>> nextExpiry();
    base::Result<qint64> pendingCount();

    base::Status insert(const domain::Approval &approval);
    /// It waits at a remote system under this name.
    base::Status setRemoteId(const domain::ApprovalId &id, const base::ConnectionId &connection,
                             const QString &remoteId);
    base::Result<QString> remoteId(const domain::ApprovalId &id);
    /// Those that wait at a remote system, by what they are called there.
    base::Result<QHash<QString, domain::Approval>> pendingThere(const base::ConnectionId &connection);
    /// What becomes of it, and its last decision where there is a new one.
    base::Status save(const domain::Approval &approval);

private:
    base::Result<QList<domain::Approval>> some(const QByteArray &where, const Values &values);

    Connection &m_db;
};

} // namespace store
