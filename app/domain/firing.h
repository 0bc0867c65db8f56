// SPDX-License-Identifier: Apache-2.0
// What to do now about a schedule: which slots have come due since the last time somebody looked, and which of them
// run. Every slot is accounted for exactly once, whatever the clock does.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/domain/schedule.h"

#include <optional>
#include <vector>

namespace domain {

/// What becomes of slots missed while nobody looked.
enum class Misfire {
    Skip, ///< Nothing runs.
    Once, ///< The latest runs, unless one that is in time runs anyway.
    All,  ///< The latest `maxCatchUp` run, in order.
    Ask,  ///< Nothing runs; a person is asked about each of the latest `maxCatchUp`.
};

enum class SlotOutcome {
    Run,
    Skip,
    Ask, ///< Missed, and a person is to decide.
};
enum class SkipReason {
    None,     ///< It runs, or a person is asked.
    Paused,   ///< The automation is paused.
    Misfire,  ///< Missed, and the policy says so.
    Deadline, ///< Past its start deadline.
};

/// A slot due this much ago is not missed yet.
inline constexpr base::Seconds missedAfter{60};
/// So many slots are counted one by one; of more, `countIsAtLeast` is set.
inline constexpr qint64 countedSlots = 100'000;

/// No policy runs more of the missed slots than this.
inline constexpr int mostCatchUp = 1000;

struct FireInput
{
    const SlotFinder &finder;
    base::AutomationId automation; ///< For its jitter.
    base::Instant plannedUntil;    ///< All slots up to here are accounted for.
    base::Instant now;
    Misfire misfire = Misfire::Once;
    int maxCatchUp = 10;                        ///< 0…mostCatchUp
    std::optional<base::Seconds> startDeadline; ///< A slot later than this does not start any more.
    bool paused = false;
};

struct PlannedSlot
{
    base::Instant slot; ///< Of a row for several: the latest of them.
    SlotOutcome outcome = SlotOutcome::Run;
    SkipReason reason = SkipReason::None;
    qint64 missedCount = 0;      ///< How many slots a skipped row stands for; 0 in a run.
    bool countIsAtLeast = false; ///< There were more than were counted.
    bool caughtUp = false;       ///< It was missed and runs after all.

    friend bool operator==(const PlannedSlot &, const PlannedSlot &) = default;
};

struct FirePlan
{
    std::vector<PlannedSlot> slots;       ///< In order of time.
    base::Instant plannedUntil;           ///< The last slot accounted for now; never goes back.
    std::optional<base::Instant> nextDue; ///< When to look again, jitter counted; empty when there is nothing more.
};

/// Pure. A bounded amount of work, however long ago `plannedUntil` is.
FirePlan planFires(const FireInput &input);

} // namespace domain
