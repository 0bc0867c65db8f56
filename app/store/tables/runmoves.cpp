// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/runmoves.h"

#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;
using domain::Run;
using domain::RunStatus;

base::Error wrongStatus(const Run &run, const QString &wanted)
{
    return base::conflict(u"run %1 is %2, it must be %3"_s.arg(run.id.text(), domain::statusWord(run.status), wanted));
}

Result<Run> moveRun(Transaction &transaction, Run run, RunStatus to)
{
    if (!domain::mayMove(run.status, to)) {
        return base::conflict(u"run %1 is %2 and can't become %3"_s.arg(run.id.text(), domain::statusWord(run.status),
                                                                        domain::statusWord(to)));
    }
    run.status = to;
    if (domain::isFinal(to)) {
        run.finishedAt = transaction.now();
    }
    CHECK(RunTable(transaction.db()).save(run));
    transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    return run;
}

Result<Run> cancelRun(Transaction &transaction, const Run &run, const QString &by)
{
    if (domain::isFinal(run.status)) {
        return wrongStatus(run, u"waiting or running to be cancelled"_s);
    }
    if (run.status == RunStatus::Running) {
        CHECK(RunTable(transaction.db()).setCancelRequest(run.id, by));
        transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
        return run;
    }
    Run cancelled = run;
    cancelled.reason = u"cancelled by %1"_s.arg(by);
    return moveRun(transaction, cancelled, RunStatus::Cancelled);
}

base::Status cancelOpenRuns(Transaction &transaction, const base::AutomationId &automation, const QString &by)
{
    using enum RunStatus;
    TRY(const QList<Run> runs, RunTable(transaction.db()).open({Queued, Held, AwaitingApproval, Running}, automation));
    for (const Run &run : runs) {
        CHECK(cancelRun(transaction, run, by));
    }
    return {};
}

} // namespace store
