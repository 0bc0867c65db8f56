// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/plan.h"

#include "app/domain/why/clockchange.h"
#include "app/domain/why/slots.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::Millis tick{1};

WhyFacts gapFacts(const QString &zone, LocalTime wall, const ClockGap &gap)
{
    return {.zone = zone, .walls = gapWalls(wall, gap)};
}

WhyFacts overlapFacts(const Zone &zone, const PassedTwice &twice)
{
    return {.from = twice.first,
            .until = twice.second,
            .number = twice.inFirst && twice.inSecond ? 0 : (twice.inFirst ? 1 : 2),
            .zone = zone.name(),
            .walls = {clockText(zone.toLocal(twice.first))}};
}

void addClockChange(QList<WhyStep> &steps, const SlotFinder &finder, base::Instant slot)
{
    if (const std::optional<MovedSlot> moved = movedSlot(finder, slot)) {
        steps.append(
            {WhyStepKind::ClockGap, WhyOutcome::Info, slot, gapFacts(finder.zone().name(), moved->wall, moved->gap)});
    }
    if (const std::optional<PassedTwice> twice = passedTwice(finder, slot)) {
        steps.append({WhyStepKind::ClockOverlap, WhyOutcome::Info, slot, overlapFacts(finder.zone(), *twice)});
    }
}

WhyStep planned(const SlotFinder &finder, base::Instant slot)
{
    const Schedule &schedule = finder.schedule();
    WhyFacts facts;
    if (schedule.everySeconds > 0) {
        facts.length = base::Seconds(schedule.everySeconds);
    }
    facts.from = schedule.at;
    facts.text = schedule.cron;
    facts.field = u"triggers"_s;
    facts.zone = schedule.timezone;
    facts.walls = {clockText(finder.zone().toLocal(slot))};
    return {WhyStepKind::Planned, WhyOutcome::Ok, slot, std::move(facts)};
}

} // namespace

base::Instant addPlan(QList<WhyStep> &steps, const Automation &version, base::Instant slot)
{
    std::optional<base::Instant> due;
    const QList<SlotFinder> finders = findersOf(version);
    for (const SlotFinder &finder : finders) {
        if (finder.next(slot - tick) != slot) {
            continue;
        }
        steps.append(planned(finder, slot));
        addClockChange(steps, finder, slot);
        const base::Instant later = finder.dueAt(slot, version.id);
        due = due ? std::min(*due, later) : later;
    }
    if (!due) {
        steps.append({WhyStepKind::Planned, WhyOutcome::Ok, slot, {}});
        return slot;
    }
    if (*due != slot) {
        steps.append({WhyStepKind::Jitter, WhyOutcome::Info, *due, {.length = *due - slot, .field = u"jitter_s"_s}});
    }
    return *due;
}

bool addPassedOver(QList<WhyStep> &steps, const QList<SlotFinder> &finders, const AskedTime &asked)
{
    for (const SlotFinder &finder : finders) {
        if (asked.leftOut && leavesOut(finder, *asked.leftOut)) {
            const std::optional<ClockGap> gap = gapAround(finder.zone(), *asked.leftOut);
            steps.append({WhyStepKind::GapSkipped, WhyOutcome::Stop, gap->change,
                          gapFacts(finder.zone().name(), *asked.leftOut, *gap)});
            return true;
        }
        const std::optional<PassedTwice> twice = passedTwice(finder, asked.at());
        if (twice && twice->inFirst != twice->inSecond) {
            steps.append(
                {WhyStepKind::PassNotCounted, WhyOutcome::Stop, asked.at(), overlapFacts(finder.zone(), *twice)});
            return true;
        }
    }
    return false;
}

} // namespace domain
