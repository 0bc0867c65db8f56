// SPDX-License-Identifier: Apache-2.0
// What a change of the clocks did to a slot: moved it out of the hour that was left out, or chose one of two passes.
#pragma once

#include "app/domain/schedule.h"
#include "app/domain/why/asked.h"

#include <QStringList>

namespace domain {

struct MovedSlot
{
    LocalTime wall; ///< What was planned.
    ClockGap gap;
};

struct PassedTwice
{
    base::Instant first;
    base::Instant second;
    bool inFirst = false; ///< The schedule has a slot there.
    bool inSecond = false;
};

/// The gap of the finder's zone that a wall time lies in.
std::optional<ClockGap> gapAround(const Zone &zone, LocalTime wall);
/// Whether the schedule names this minute of the wall clock and the clocks of its zone leave it out.
bool leavesOut(const SlotFinder &finder, LocalTime wall);
/// Set where the slot stands for a time that was left out.
std::optional<MovedSlot> movedSlot(const SlotFinder &finder, base::Instant slot);
/// Set where the wall clock of the schedule's zone shows this instant's time twice and the expression fits it.
std::optional<PassedTwice> passedTwice(const SlotFinder &finder, base::Instant instant);

/// `02:30`, with seconds where there are some.
QString clockText(LocalTime wall);
/// The time that is left out, and where the gap begins and ends.
QStringList gapWalls(LocalTime wall, const ClockGap &gap);

} // namespace domain
