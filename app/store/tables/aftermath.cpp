// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/aftermath.h"

#include "app/domain/input/secretrefs.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/runtable.h"

namespace store {

namespace {

using base::Result;
using domain::Automation;
using domain::Run;
using domain::RunStatus;

Run following(const Automation &automation, const Run &parent, base::Instant now)
{
    Run run;
    run.automationId = automation.id;
    run.automationName = automation.name;
    run.automationVersion = automation.version;
    run.parentRunId = parent.id;
    run.queuedAt = now;
    return run;
}

/// The interrupted run once more; its attempts go on counting, so that one which ends the engine each time ends, too.
base::Status doAgain(Transaction &transaction, const Run &interrupted)
{
    TRY(const std::optional<Automation> automation, AutomationTable(transaction.db()).find(interrupted.automationId));
    TRY(const std::optional<QString> cancelled, RunTable(transaction.db()).cancelRequest(interrupted.id));
    const std::optional<base::Seconds> after =
        automation && !cancelled ? domain::againAfterInterruption(automation->retry, interrupted.attempt)
                                 : std::nullopt;
    if (!after) {
        return {};
    }
    Run run = following(*automation, interrupted, transaction.now());
    run.trigger = interrupted.trigger;
    run.requestedBy = interrupted.requestedBy;
    run.arguments = domain::withoutLent(interrupted.arguments);
    run.attempt = interrupted.attempt + 1;
    run.reason = domain::againReason(interrupted);
    if (after->count() > 0) {
        run.status = RunStatus::Held;
        run.heldSince = run.queuedAt;
        run.heldUntil = run.queuedAt + *after;
    }
    CHECK(insertRun(transaction, run));
    return {};
}

} // namespace

Result<Run> endRun(Transaction &transaction, const Run &run, RunStatus to)
{
    TRY(const Run ended, moveRun(transaction, run, to));
    if (ended.status == RunStatus::Interrupted) {
        CHECK(doAgain(transaction, ended));
    }
    return ended;
}

} // namespace store
