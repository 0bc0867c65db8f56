// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/runmoves.h"

#include "app/domain/reasons.h"
#include "app/domain/windows/standing.h"
#include "app/store/approvals/approvalmoves.h"
#include "app/store/mirrors/homes.h"
#include "app/store/tables/aftermath.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;
using domain::Run;
using domain::RunStatus;

namespace {

QString aboutRun(const Run &run)
{
    return run.plannedFor ? u"%1, slot %2"_s.arg(run.automationName, base::isoUtc(*run.plannedFor))
                          : run.automationName;
}

} // namespace

bool isQueuedOrHeld(const Run &run)
{
    return (run.status == RunStatus::Queued || run.status == RunStatus::Held) && !domain::isElsewhere(run);
}

base::Error wrongStatus(const Run &run, const QString &wanted)
{
    if (domain::isElsewhere(run)) {
        return base::conflict(
            u"run %1 is with a remote system, where it is %2"_s.arg(run.id.text(), domain::statusWord(run.status)));
    }
    return base::conflict(u"run %1 is %2, it must be %3"_s.arg(run.id.text(), domain::statusWord(run.status), wanted));
}

Result<bool> insertRun(Transaction &transaction, Run &run)
{
    run.id = run.id.isEmpty() ? base::RunId::make() : run.id;
    TRY(const bool inserted, RunTable(transaction.db()).insert(run));
    if (inserted) {
        transaction.note(Table::Runs, ChangeKind::Inserted, run.id.text());
    }
    return inserted;
}

Result<Run> moveRun(Transaction &transaction, Run run, RunStatus to)
{
    if (!domain::mayMove(run.status, to)) {
        return base::conflict(u"run %1 is %2 and can't become %3"_s.arg(run.id.text(), domain::statusWord(run.status),
                                                                        domain::statusWord(to)));
    }
    if (run.status == RunStatus::AwaitingApproval) {
        CHECK(withdrawRequest(transaction, run.id, run.reason)); // none is left after a decision
    }
    run.status = to;
    if (to != RunStatus::Held) {
        run.heldUntil.reset();
        run.heldSince.reset();
        run.heldFor = domain::HeldFor::Time;
    }
    if (domain::isFinal(to)) {
        run.finishedAt = transaction.now();
    }
    CHECK(RunTable(transaction.db()).save(run));
    transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    return run;
}

Result<Run> holdRun(Transaction &transaction, Run run, const domain::Hold &hold)
{
    run.heldUntil = hold.until;
    run.heldSince = hold.since;
    run.heldFor = hold.what;
    run.reason = hold.reason;
    return moveRun(transaction, run, RunStatus::Held);
}

Result<Run> cancelRun(Transaction &transaction, const Run &run, const domain::Actor &by)
{
    if (domain::isFinal(run.status)) {
        return wrongStatus(run, u"waiting or running to be cancelled"_s);
    }
    if (domain::isElsewhere(run)) {
        return cancelThere(transaction, run, by);
    }
    if (run.status == RunStatus::Running) {
        CHECK(RunTable(transaction.db()).setCancelRequest(run.id, by));
        transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
        transaction.note(Table::CancelRequests, ChangeKind::Inserted, run.id.text());
        return run;
    }
    Run cancelled = run;
    cancelled.reason = domain::reason::cancelledBy(by);
    return endRun(transaction, cancelled, RunStatus::Cancelled);
}

Result<Run> dismissRun(Transaction &transaction, const Run &run, const domain::Actor &by)
{
    if (!domain::waitsForDecision(run)) {
        return wrongStatus(run, u"held for a decision to be dismissed"_s);
    }
    Run dismissed = run;
    dismissed.reason = domain::reason::dismissedBy(by);
    CHECK(record(transaction, {.by = by, .action = u"dismiss"_s, .subject = run.id.text(), .detail = aboutRun(run)}));
    return moveRun(transaction, dismissed, RunStatus::Skipped);
}

Result<Run> releaseRun(Transaction &transaction, const Run &run, const domain::Actor &by)
{
    if (run.status != RunStatus::Held || (run.heldUntil && !run.heldSince)) {
        return wrongStatus(run, u"held for a decision or a length of time to be released"_s);
    }
    Run released = run;
    released.reason = domain::reason::releasedBy(by);
    released.caughtUp = run.caughtUp && domain::waitsForDecision(run); // no distance is kept any more
    CHECK(record(transaction, {.by = by, .action = u"release"_s, .subject = run.id.text(), .detail = aboutRun(run)}));
    if (!domain::isBetweenAttempts(run)) {
        return moveRun(transaction, released, RunStatus::Queued);
    }
    released.heldSince = released.heldUntil = transaction.now();
    CHECK(RunTable(transaction.db()).save(released));
    transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    return released;
}

base::Status recordBreakGlass(Transaction &transaction, const Run &run, const domain::Actor &by)
{
    return record(transaction, {.by = by,
                                .action = u"break_glass"_s,
                                .subject = run.id.text(),
                                .detail = u"%1: %2"_s.arg(aboutRun(run), run.overrideReason)});
}

Result<Run> breakGlass(Transaction &transaction, const Run &run, const domain::Actor &by, const QString &reason)
{
    if (!isQueuedOrHeld(run)) {
        return wrongStatus(run, u"queued or held to be started whatever the windows say"_s);
    }
    Run freed = run;
    freed.overrideReason = reason.simplified();
    if (freed.overrideReason.isEmpty()) {
        return base::invalid(u"reason"_s, u"a reason is wanted to start a run whatever the windows say"_s);
    }
    CHECK(recordBreakGlass(transaction, freed, by));
    if (domain::isHeldForWindow(run)) {
        return moveRun(transaction, freed, RunStatus::Queued);
    }
    CHECK(RunTable(transaction.db()).save(freed));
    transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    return freed;
}

Result<Run> acknowledgeRun(Transaction &transaction, const Run &run, const domain::Actor &by, const QString &note)
{
    if (!domain::isFailure(run)) {
        return wrongStatus(run, u"failed, timed_out or interrupted to be acknowledged"_s);
    }
    Run noted = run;
    noted.acknowledged = {.by = by.name, .at = transaction.now(), .note = note};
    CHECK(RunTable(transaction.db()).save(noted));
    const QString about = note.isEmpty() ? aboutRun(run) : u"%1: %2"_s.arg(aboutRun(run), note);
    CHECK(record(transaction,
                 {.by = by, .action = u"acknowledge"_s, .subject = run.id.text(), .detail = about.simplified()}));
    transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    return noted;
}

Result<Run> unacknowledgeRun(Transaction &transaction, const Run &run, const domain::Actor &by)
{
    if (!domain::isFailure(run)) {
        return wrongStatus(run, u"failed, timed_out or interrupted to be acknowledged"_s);
    }
    if (!run.acknowledged) {
        return run;
    }
    Run open = run;
    open.acknowledged.reset();
    CHECK(RunTable(transaction.db()).save(open));
    CHECK(record(transaction,
                 {.by = by, .action = u"unacknowledge"_s, .subject = run.id.text(), .detail = aboutRun(run)}));
    transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    return open;
}

base::Status cancelOpenRuns(Transaction &transaction, const base::AutomationId &automation, const domain::Actor &by)
{
    using enum RunStatus;
    TRY(const QList<Run> runs, RunTable(transaction.db()).open({Queued, Held, AwaitingApproval, Running}, automation));
    for (const Run &run : runs) {
        if (!run.remoteId.isEmpty()) {
            continue; // it goes on there, and is told of until it ends
        }
        const Result<Run> ended =
            domain::waitsForDecision(run) ? dismissRun(transaction, run, by) : cancelRun(transaction, run, by);
        // One that may have been started where none can be cancelled is still looked for.
        if (!ended && ended.error().code != base::ErrorCode::Unsupported) {
            return ended.error();
        }
    }
    return {};
}

} // namespace store
