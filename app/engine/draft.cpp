// SPDX-License-Identifier: Apache-2.0
#include "app/engine/draft.h"

#include "app/domain/admission.h"
#include "app/domain/reasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

QString pauseReason(const Planning &planning)
{
    return planning.everything == store::Pausing::On ? domain::reason::everythingPaused() : domain::reason::paused();
}

QString skipReason(domain::SkipReason reason, const Planning &planning)
{
    switch (reason) {
    case domain::SkipReason::None:
        return {};
    case domain::SkipReason::Paused:
        return pauseReason(planning);
    case domain::SkipReason::Misfire:
        return domain::reason::missed();
    case domain::SkipReason::Deadline:
        return domain::reason::pastDeadline();
    }
    Q_UNREACHABLE();
}

domain::Run blank(const domain::Automation &automation, domain::TriggerKind trigger, const Planning &planning)
{
    domain::Run run;
    run.id = base::RunId::make();
    run.automationId = automation.id;
    run.automationName = automation.name;
    run.automationVersion = automation.version;
    run.trigger = trigger;
    run.queuedAt = planning.now;
    // Nobody is asked: defaults. What can't be without an answer is refused when it is saved.
    run.arguments = domain::completed(automation.arguments, {}).value_or({});
    return run;
}

void skip(domain::Run &run, const QString &reason)
{
    run.status = domain::RunStatus::Skipped;
    run.finishedAt = run.queuedAt;
    run.reason = reason;
}

} // namespace

domain::Run slotRun(const domain::Automation &automation, const domain::PlannedSlot &slot, const Planning &planning)
{
    domain::Run run = blank(automation, domain::TriggerKind::Schedule, planning);
    run.plannedFor = slot.slot;
    run.missedCount = slot.missedCount;
    run.caughtUp = slot.caughtUp;
    switch (slot.outcome) {
    case domain::SlotOutcome::Run:
        break;
    case domain::SlotOutcome::Skip:
        skip(run, skipReason(slot.reason, planning));
        break;
    case domain::SlotOutcome::Ask:
        run.status = domain::RunStatus::Held;
        run.reason = domain::reason::waitsForDecision();
        break;
    }
    return run;
}

QList<domain::Run> slotRuns(const domain::Automation &automation, const std::vector<domain::PlannedSlot> &slots,
                            const Planning &planning)
{
    const base::Seconds spacing(automation.catchUpSpacingSeconds);
    base::Seconds wait{0};
    QList<domain::Run> runs;
    for (const domain::PlannedSlot &slot : slots) {
        domain::Run run = slotRun(automation, slot, planning);
        if (slot.caughtUp) {
            if (wait.count() > 0) {
                run.status = domain::RunStatus::Held;
                run.heldUntil = planning.now + wait;
                run.heldSince = planning.now;
                run.reason = domain::catchUpReason(automation);
            }
            wait += spacing;
        }
        runs.append(run);
    }
    return runs;
}

bool hasStartup(const domain::Automation &automation)
{
    return automation.connectionId.isEmpty() && // else where it lives, starts are another machine's
           std::any_of(automation.triggers.begin(), automation.triggers.end(),
                       [](const domain::Trigger &trigger) { return std::holds_alternative<domain::Startup>(trigger); });
}

domain::Run triggeredRun(const domain::Automation &automation, domain::TriggerKind trigger, const Planning &planning)
{
    domain::Run run = blank(automation, trigger, planning);
    if (automation.paused || planning.everything == store::Pausing::On) {
        skip(run, pauseReason(planning));
    } else if (const std::optional<domain::Hold> grace = domain::graceHold(automation, planning.now)) {
        run.status = domain::RunStatus::Held;
        run.heldUntil = grace->until;
        run.heldSince = grace->since;
        run.reason = grace->reason;
    }
    return run;
}

} // namespace engine
