// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/ahead.h"

#include "app/domain/why/past.h"
#include "app/domain/why/reason.h"
#include "app/domain/why/slots.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::Millis tick{1};
/// An engine that runs has looked at a slot this soon after it was due.
constexpr base::Millis soon{5'000};

base::Instant plannedUntil(const WhyInput &input, const Schedule &schedule)
{
    const auto found = std::find_if(input.positions.begin(), input.positions.end(),
                                    [&](const SchedulePoint &point) { return point.schedule == schedule; });
    return found == input.positions.end() ? input.versions.first().updatedAt : found->plannedUntil;
}

FirePlan planOf(const WhyInput &input, const SlotFinder &finder, base::Instant until)
{
    const Automation &current = input.versions.first();
    FireInput fire{.finder = finder,
                   .automation = current.id,
                   .plannedUntil = until,
                   .now = input.now,
                   .misfire = current.misfire,
                   .maxCatchUp = int(std::clamp<qint64>(current.maxCatchUp, 0, mostCatchUp)),
                   .startDeadline = {},
                   .paused = current.paused || input.everythingPaused};
    if (current.startDeadlineSeconds) {
        fire.startDeadline = base::Seconds(*current.startDeadlineSeconds);
    }
    return planFires(fire);
}

WhyStep byField(const WhyInput &input, WhyStepKind kind, const QString &field)
{
    return {kind, WhyOutcome::Stop, {}, {.field = field, .value = fieldText(&input.versions.first(), field)}};
}

void addRule(Why &why, const WhyInput &input, const PlannedSlot &row, base::Instant due)
{
    if (row.outcome == SlotOutcome::Ask) {
        why.verdict = WhyVerdict::Waiting;
        why.steps.append(byField(input, WhyStepKind::Ask, u"misfire"_s));
        return;
    }
    why.verdict = WhyVerdict::WillBeSkipped;
    switch (row.reason) {
    case SkipReason::None: {
        why.verdict = WhyVerdict::WillRun;
        WhyStep step = byField(input, WhyStepKind::CaughtUp, u"misfire"_s);
        step.outcome = WhyOutcome::Ok;
        why.steps.append(step);
        return;
    }
    case SkipReason::Misfire:
        why.steps.append(byField(input, WhyStepKind::Misfire, u"misfire"_s));
        return;
    case SkipReason::Deadline: {
        WhyStep step = byField(input, WhyStepKind::Deadline, u"start_deadline_s"_s);
        step.facts.length = input.now - due;
        step.facts.number = input.versions.first().startDeadlineSeconds;
        why.steps.append(step);
        return;
    }
    case SkipReason::Paused:
        why.steps.append(input.everythingPaused ? allPausedStep(input, input.now)
                                                : pausedStep(input, input.now + tick));
        return;
    }
    Q_UNREACHABLE();
}

/// What the rules would make of it if an engine looked now.
void addNotLookedAt(Why &why, const WhyInput &input, const TimeRange &slotAndDue, const FirePlan &plan)
{
    const Automation &current = input.versions.first();
    const base::Millis late = input.now - slotAndDue.until;
    if (late <= soon && !current.paused && !input.everythingPaused) {
        why.verdict = WhyVerdict::WillRun;
        why.steps.append({WhyStepKind::DueNow, WhyOutcome::Ok, slotAndDue.until, {}});
        return;
    }
    why.steps.append({WhyStepKind::NotLookedAt, WhyOutcome::Stop, slotAndDue.until, {.length = late}});
    const std::optional<base::Instant> pause =
        input.everythingPaused ? std::optional(input.everythingPaused->at) : input.everythingResumed;
    if (pause && *pause > current.updatedAt && slotAndDue.from <= *pause) {
        why.verdict = WhyVerdict::WillBeSkipped;
        why.steps.append(
            pausedSinceStep(input.everythingPaused ? ReasonKind::BeforePause : ReasonKind::BeforeResume, *pause));
        return;
    }
    const auto row = std::find_if(plan.slots.begin(), plan.slots.end(),
                                  [&](const PlannedSlot &slot) { return slot.slot >= slotAndDue.from; });
    if (slotAndDue.from <= current.updatedAt || row == plan.slots.end()) {
        why.verdict = WhyVerdict::WillBeSkipped;
        why.steps.append({WhyStepKind::ChangedSince,
                          WhyOutcome::Stop,
                          current.updatedAt,
                          {.number = current.version, .who = current.updatedBy}});
        return;
    }
    addRule(why, input, *row, slotAndDue.until);
}

} // namespace

void addToCome(Why &why, const WhyInput &input, base::Instant due)
{
    if (input.versions.first().paused || input.everythingPaused) {
        why.verdict = WhyVerdict::WillBeSkipped;
        why.steps.append(input.everythingPaused ? allPausedStep(input, due) : pausedStep(input, due));
        return;
    }
    why.verdict = WhyVerdict::WillRun;
    why.steps.append({WhyStepKind::WillStart, WhyOutcome::Ok, due, {.length = due - input.now}});
}

void addWithoutRow(Why &why, const WhyInput &input, const TimeRange &slotAndDue)
{
    const QList<SlotFinder> finders = findersOf(input.versions.first());
    for (const SlotFinder &finder : finders) {
        const base::Instant until = plannedUntil(input, finder.schedule());
        if (slotAndDue.from > until && finder.next(slotAndDue.from - tick) == slotAndDue.from) {
            addNotLookedAt(why, input, slotAndDue, planOf(input, finder, until));
            return;
        }
    }
    why.verdict = WhyVerdict::Unknown;
    why.steps.append({WhyStepKind::NoRecord, WhyOutcome::Stop, slotAndDue.from, {}});
}

} // namespace domain
