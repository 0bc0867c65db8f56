// SPDX-License-Identifier: Apache-2.0
// The rows of notices and of the rules that make them. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"
#include "app/store/notices/notices.h"
#include "app/store/transaction.h"

namespace store {

/// A row of the table `notice`.
struct NoticeRow
{
    qint64 id = 0;
    base::RunId run;
    base::AutomationId automation;
    domain::NoticeCause cause = domain::NoticeCause::Failure;
    domain::NoticeWay way = domain::NoticeWay::Desktop;
    QString detail;
    int attempt = 0;
    base::Instant dueAt;
};

class NoticeTable
{
public:
    explicit NoticeTable(Connection &db) : m_db(db) {}

    /// What ends of runs ask. Part of every save of an automation.
    base::Status saveRule(const domain::Automation &automation);
    /// One row for each way the rule names for this cause; none where there is one already. Answers how many.
    base::Result<int> add(const domain::Run &run, domain::NoticeCause cause, const QString &detail,
                          base::Instant dueAt);
    /// The run is over: nobody is told any more that it is late.
    base::Status forgetLateness(const base::RunId &run);

    /// Oldest first.
    base::Result<QList<NoticeRow>> waiting();
    base::Result<QList<NoticeRow>> sending();
    base::Result<QList<NoticeRow>> some(const QList<qint64> &ids);
    base::Status setSending(qint64 id);
    base::Status setWaiting(qint64 id, base::Instant dueAt);
    /// Done with: gone, but that a run is late is remembered until it ends.
    base::Status settle(qint64 id);
    base::Status remove(qint64 id);

private:
    Connection &m_db;
};

/// What the end of a run, in its transaction, leaves to be told.
base::Status noteEnd(Transaction &transaction, const domain::Run &ended);

} // namespace store
