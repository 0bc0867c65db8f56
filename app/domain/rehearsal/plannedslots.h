// SPDX-License-Identifier: Apache-2.0
// The slots of many schedules in order of their due times, a batch at a time. Each schedule is walked along for a
// while, which keeps it in the cache, and what was found is sorted by counting: cheaper than a heap of all schedules.
#pragma once

#include "app/domain/automation.h"

#include <vector>

namespace domain {

struct PlannedStep
{
    base::Instant due;
    base::Instant slot;
    quint32 automation = 0;
    quint16 trigger = 0;
};

class PlannedSlots
{
public:
    /// Slots due in [from, to). `automations` must outlive this.
    PlannedSlots(const QList<Automation> &automations, base::Instant from, base::Instant to);

    /// The following steps by due time, then automation, then trigger; empty at the end. Bounded in size; steps due at
    /// one instant are never parted. Valid until the next call.
    const std::vector<PlannedStep> &nextBatch();
    /// Automations with a schedule that can't be followed.
    const QList<qsizetype> &unreadable() const { return m_unreadable; }

private:
    struct Cursor
    {
        SlotFinder finder;
        Jitter jitter;
        base::Instant slot;      ///< The ones before are dealt with.
        size_t firstSibling = 0; ///< Cursors of the same automation, itself included: from here …
        size_t endOfSiblings = 0;
    };
    struct Owner
    {
        quint32 automation = 0;
        quint16 trigger = 0;
    };
    /// Where a cursor stands after a batch.
    struct Moved
    {
        size_t cursor = 0;
        base::Instant slot;
        base::Instant due;
    };
    struct Found
    {
        quint32 offset = 0; ///< Milliseconds from the begin of the batch to the due time.
        quint32 cursor = 0;
        quint32 jitterMs = 0;
    };

    void addCursors(const Automation &automation, quint32 index, base::Instant from, Zones &zones);
    static base::Instant firstSlot(const Cursor &cursor, base::Instant from);
    static base::Instant dueOf(const Cursor &cursor, base::Instant slot);
    void fillBatch(base::Instant begin);
    bool collect(base::Instant begin, base::Instant end);
    bool collectFrom(size_t index, base::Instant begin, base::Instant end);
    bool isTaken(const Cursor &cursor, base::Instant slot, base::Instant due) const;
    void sortFound();
    void sortBy(int shift);

    base::Instant m_to;
    std::vector<Cursor> m_cursors;
    std::vector<Owner> m_owners;      ///< Of each cursor; apart from it, to be read in any order without cost.
    std::vector<base::Instant> m_due; ///< Each cursor's next slot is not due before this; `never` at its end.
    QList<qsizetype> m_unreadable;
    size_t m_mostFound = 0;
    int m_spanBits;
    std::vector<base::Instant> m_slots;
    std::vector<Found> m_found;
    std::vector<Found> m_sorted;
    std::vector<Moved> m_moved;
    std::vector<PlannedStep> m_batch;
};

} // namespace domain
