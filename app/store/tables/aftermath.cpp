// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/aftermath.h"

#include "app/domain/admission.h"
#include "app/domain/input/passing.h"
#include "app/domain/input/secretrefs.h"
#include "app/domain/reasons.h"
#include "app/store/notices/noticetable.h"
#include "app/store/tables/aftertable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/pausetable.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/runtable.h"
#include "app/store/tables/stepruns.h"

#include <algorithm>

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

void hold(Run &run, const domain::Hold &hold)
{
    run.status = RunStatus::Held;
    run.heldUntil = hold.until;
    run.heldSince = hold.since;
    run.reason = hold.reason;
}

/// The interrupted run once more; its attempts go on counting, so that one which ends the engine each time ends, too.
Result<bool> doAgain(Transaction &transaction, const Run &interrupted)
{
    if (interrupted.trigger == domain::TriggerKind::Workflow) {
        return false; // its workflow was interrupted with it, and is what is done again
    }
    TRY(const std::optional<Automation> automation, AutomationTable(transaction.db()).find(interrupted.automationId));
    TRY(const std::optional<QString> cancelled, RunTable(transaction.db()).cancelRequest(interrupted.id));
    const std::optional<base::Seconds> after =
        automation && !cancelled ? domain::againAfterInterruption(automation->retry, interrupted.attempt)
                                 : std::nullopt;
    if (!after) {
        return false;
    }
    Run run = following(*automation, interrupted, transaction.now());
    run.trigger = interrupted.trigger;
    run.requestedBy = interrupted.requestedBy;
    run.arguments = domain::withoutLent(interrupted.arguments);
    run.attempt = interrupted.attempt + 1;
    run.reason = domain::againReason(interrupted);
    if (after->count() > 0) {
        hold(run, {.until = run.queuedAt + *after, .since = run.queuedAt, .reason = run.reason});
    }
    return insertRun(transaction, run);
}

base::Status setOff(Transaction &transaction, const Automation &follower, const Run &ended)
{
    if (!follower.connectionId.isEmpty()) {
        return {}; // where it lives, its triggers are looked after
    }
    Run run = following(follower, ended, transaction.now());
    run.trigger = domain::TriggerKind::After;
    const domain::ArgumentValues values = domain::filledBy(ended.result, follower.arguments);
    run.arguments = domain::completed(follower.arguments, values).value_or(values);
    TRY(const AllPaused everything, readAllPaused(transaction.db()));
    if (follower.paused || everything.state == Pausing::On) {
        run.status = RunStatus::Skipped;
        run.finishedAt = run.queuedAt;
        run.reason = follower.paused ? domain::reason::paused() : domain::reason::everythingPaused();
    } else if (const std::optional<domain::Hold> grace = domain::graceHold(follower, run.queuedAt)) {
        hold(run, *grace);
    }
    CHECK(insertRun(transaction, run));
    return {};
}

base::Status setFollowersOff(Transaction &transaction, const Run &ended)
{
    if (!domain::countsFor(domain::AfterOn::Any, ended)) {
        return {};
    }
    TRY(const QList<base::AutomationId> followers, AfterTable(transaction.db()).followersOf(ended.automationId));
    for (const base::AutomationId &id : followers) {
        TRY(const std::optional<Automation> follower, AutomationTable(transaction.db()).find(id));
        const bool counts =
            follower &&
            std::any_of(follower->triggers.begin(), follower->triggers.end(), [&](const domain::Trigger &trigger) {
                const auto *after = std::get_if<domain::After>(&trigger);
                return after && after->automation == ended.automationId && domain::countsFor(after->on, ended);
            });
        if (counts) {
            CHECK(setOff(transaction, *follower, ended));
        }
    }
    return {};
}

} // namespace

Result<Run> endRun(Transaction &transaction, const Run &run, RunStatus to)
{
    TRY(const Run ended, moveRun(transaction, run, to));
    bool again = false;
    if (ended.status == RunStatus::Interrupted && !domain::isElsewhere(ended)) {
        CHECK(cancelWaitingSteps(transaction, ended));
        TRY(again, doAgain(transaction, ended));
    }
    if (again) {
        CHECK(NoticeTable(transaction.db()).forgetLateness(ended.id));
    } else {
        CHECK(followEnd(transaction, ended));
    }
    return ended;
}

base::Status followEnd(Transaction &transaction, const Run &ended)
{
    CHECK(NoticeTable(transaction.db()).forgetLateness(ended.id));
    CHECK(setFollowersOff(transaction, ended));
    return noteEnd(transaction, ended);
}

} // namespace store
