// SPDX-License-Identifier: Apache-2.0
#include "app/domain/firing.h"

#include <algorithm>

namespace domain {

namespace {

/// Slots that have come due. Of very many only the newest are listed.
struct DueSlots
{
    std::vector<base::Instant> newest; ///< In order of time.
    qint64 older = 0;                  ///< How many lie before those; `older` > 0 means they are a lower bound.
};

bool isDue(const FireInput &input, base::Instant slot)
{
    return slot <= input.now && input.finder.dueAt(slot, input.automation) <= input.now;
}

/// The latest due slot in (after, before), by bisection: slots are too many to walk along.
std::optional<base::Instant> latestDue(const FireInput &input, base::Instant after, base::Instant before)
{
    const auto dueAfter = [&](base::Instant instant) {
        const std::optional<base::Instant> slot = input.finder.next(instant);
        return slot && *slot < before && isDue(input, *slot) ? slot : std::nullopt;
    };
    std::optional<base::Instant> found = dueAfter(after);
    base::Instant none = before;
    while (found && none - *found > base::Millis(1)) {
        const base::Instant middle = *found + (none - *found) / 2;
        if (const std::optional<base::Instant> later = dueAfter(middle)) {
            found = later;
        } else {
            none = middle;
        }
    }
    return found;
}

/// Too many to list: as many of the newest as can run, and one that can't, to stand for the rest.
DueSlots newestOfMany(const FireInput &input)
{
    DueSlots due;
    const size_t inTime = size_t(missedAfter.count()) + 1;
    const size_t wanted = inTime + mostCatchUp + 1;
    base::Instant before = input.now + base::Millis(1);
    while (due.newest.size() < wanted) {
        const std::optional<base::Instant> slot = latestDue(input, input.plannedUntil, before);
        if (!slot) {
            break;
        }
        due.newest.push_back(*slot);
        before = *slot;
    }
    std::reverse(due.newest.begin(), due.newest.end());
    due.older = countedSlots - qint64(due.newest.size());
    return due;
}

DueSlots dueSlots(const FireInput &input)
{
    DueSlots due;
    base::Instant at = input.plannedUntil;
    while (const std::optional<base::Instant> slot = input.finder.next(at)) {
        if (!isDue(input, *slot)) {
            break;
        }
        if (qint64(due.newest.size()) == countedSlots) {
            return newestOfMany(input);
        }
        due.newest.push_back(*slot);
        at = *slot;
    }
    return due;
}

/// Collects rows; neighbours skipped for the same reason become one.
class Rows
{
public:
    explicit Rows(const DueSlots &due) : m_older(due.older) {}

    void run(base::Instant slot) { m_rows.push_back({.slot = slot}); }
    void catchUp(base::Instant slot) { m_rows.push_back({.slot = slot, .caughtUp = true}); }
    void ask(base::Instant slot) { m_rows.push_back({.slot = slot, .outcome = SlotOutcome::Ask}); }

    void skip(base::Instant slot, SkipReason reason)
    {
        const bool joins = !m_rows.empty() && m_rows.back().reason == reason;
        if (!joins) {
            m_rows.push_back({.slot = slot, .outcome = SlotOutcome::Skip, .reason = reason});
        }
        PlannedSlot &row = m_rows.back();
        row.slot = slot;
        row.missedCount += 1 + m_older;
        row.countIsAtLeast = row.countIsAtLeast || m_older > 0;
        m_older = 0;
    }

    std::vector<PlannedSlot> take() { return std::move(m_rows); }

private:
    std::vector<PlannedSlot> m_rows;
    qint64 m_older; ///< Slots before the listed ones; the first skipped row stands for them too.
};

/// How many missed slots may still run, or are asked about. A slot that is in time makes up for the missed ones under
/// "once".
size_t catchUp(const FireInput &input, bool someInTime)
{
    switch (input.misfire) {
    case Misfire::Once:
        return someInTime ? 0 : 1;
    case Misfire::All:
    case Misfire::Ask:
        return size_t(std::clamp(input.maxCatchUp, 0, mostCatchUp));
    case Misfire::Skip:
        break;
    }
    return 0;
}

std::vector<PlannedSlot> judge(const FireInput &input, const DueSlots &due)
{
    const auto lateness = [&](base::Instant slot) { return input.now - input.finder.dueAt(slot, input.automation); };
    const auto firstInTime = std::partition_point(due.newest.begin(), due.newest.end(),
                                                  [&](base::Instant slot) { return lateness(slot) > missedAfter; });
    const auto missed = size_t(firstInTime - due.newest.begin());
    const size_t left = missed - std::min(missed, catchUp(input, firstInTime != due.newest.end()));
    Rows rows(due);
    for (size_t i = 0; i < due.newest.size(); ++i) {
        const base::Instant slot = due.newest[i];
        if (input.paused) {
            rows.skip(slot, SkipReason::Paused);
        } else if (i < left) {
            rows.skip(slot, SkipReason::Misfire);
        } else if (input.startDeadline && lateness(slot) > *input.startDeadline) {
            rows.skip(slot, SkipReason::Deadline);
        } else if (i >= missed) {
            rows.run(slot);
        } else if (input.misfire == Misfire::Ask) {
            rows.ask(slot);
        } else {
            rows.catchUp(slot);
        }
    }
    return rows.take();
}

} // namespace

FirePlan planFires(const FireInput &input)
{
    FirePlan plan;
    plan.plannedUntil = input.plannedUntil;
    const DueSlots due = dueSlots(input);
    if (!due.newest.empty()) {
        plan.slots = judge(input, due);
        plan.plannedUntil = due.newest.back();
    }
    if (const std::optional<base::Instant> following = input.finder.next(plan.plannedUntil)) {
        plan.nextDue = input.finder.dueAt(*following, input.automation);
    }
    return plan;
}

} // namespace domain
