// SPDX-License-Identifier: Apache-2.0
// What a changed schedule gains, loses and moves: the slots of the old one beside those of the new one. An editor shows
// it before anything is saved.
#pragma once

#include "app/domain/schedule.h"

#include <QList>

namespace domain {

/// A lost and a gained slot that belong together.
struct MovedSlot
{
    base::Instant from;
    base::Instant to;

    friend bool operator==(const MovedSlot &, const MovedSlot &) = default;
};

struct FireChanges
{
    QList<base::Instant> gained; ///< In order of time, like the others.
    QList<base::Instant> lost;
    QList<MovedSlot> moved; ///< In neither of the two above.
    qsizetype kept = 0;     ///< Slots that both have.
    base::Instant until;    ///< Compared up to here, exclusive.
    bool more = false;      ///< `limit` was reached before `to`.
};

struct FireSpan
{
    base::Instant created;  ///< Of the automation; see SlotFinder::make().
    base::Instant from;     ///< Slots from here on …
    base::Instant to;       ///< … and before this.
    qsizetype limit = 1000; ///< At most so many slots of each schedule are looked at; ≥ 1.
};

/// Slots are compared as planned, jitter not counted. On a local day of the new schedule's zone on which as many slots
/// are lost as gained, they moved, in order. Pure. Invalid names the field of the schedule at fault.
base::Result<FireChanges> compareFires(const Schedule &before, const Schedule &after, const FireSpan &span);

} // namespace domain
