// SPDX-License-Identifier: Apache-2.0
// What becomes of runs that were seen at a remote system, inside the transaction that keeps it.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/domain/retention/retention.h"
#include "app/store/mirrors/mirrortable.h"
#include "app/store/mirrors/outboxtable.h"
#include "app/store/transaction.h"

namespace store {

class SeenRunsKeeper
{
public:
    /// `connection` as it is stored.
    SeenRunsKeeper(Transaction &transaction, domain::Connection connection);

    base::Result<SeenRuns> see(const QList<domain::RemoteRun> &page);
    base::Status gone(const QString &remoteId);
    /// `task` asked for it.
    base::Status took(const TaskRow &task, const domain::RemoteRun &started);

private:
    base::Status seeOne(const domain::RemoteRun &remote);
    base::Status add(const domain::RemoteRun &remote);
    base::Status follow(const domain::Run &known, const domain::RemoteRun &remote);
    base::Status asksNoMore(const domain::Run &run);
    base::Status end(const domain::Run &before, domain::Run run);
    base::Status adopt(const TaskRow &task, const domain::RemoteRun &remote);
    base::Status adoptSurely(const QList<domain::RemoteRun> &page);
    std::optional<TaskRow> lostWish(const base::AutomationId &automation, const domain::RemoteRun &remote,
                                    base::Millis skew);
    std::optional<TaskRow> wishOf(const QString &key);
    base::Status dropDouble(const QString &remoteId);
    base::Status wantLog(const domain::Run &run, const domain::RemoteRun &remote);
    base::Result<bool> isTooOld(const domain::Automation &automation, const domain::Run &run);
    bool isHistory(const domain::Run &run) const;

    Transaction &m_transaction;
    const domain::Connection m_connection;
    QList<TaskRow> m_lost;                    // runs asked for of which nobody knows whether they started
    std::optional<domain::Keeping> m_keeping; // of the workspace, once it was asked for
    SeenRuns m_seen;
};

} // namespace store
