// SPDX-License-Identifier: Apache-2.0
#include "app/domain/comparefires.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace domain {

namespace {

using Instants = QList<base::Instant>;

struct Found
{
    Instants slots;
    base::Instant until; ///< All slots before this are in it.
};

Found slotsIn(const SlotFinder &finder, const FireSpan &span)
{
    Found found{{}, span.to};
    std::optional<base::Instant> slot = finder.next(span.from - base::Millis(1));
    while (slot && *slot < span.to) {
        if (found.slots.size() >= span.limit) {
            found.until = *slot;
            break;
        }
        found.slots.append(*slot);
        slot = finder.next(*slot);
    }
    return found;
}

void cutAt(Instants &slots, base::Instant until)
{
    slots.erase(std::lower_bound(slots.begin(), slots.end(), until), slots.end());
}

auto dayOf(const Zone &zone, base::Instant instant)
{
    return std::chrono::floor<std::chrono::days>(zone.toLocal(instant));
}

/// Takes the slots of the first one's local day off the front.
Instants takeDay(Instants &slots, const Zone &zone, decltype(dayOf(Zone::utc(), {})) day)
{
    const auto end =
        std::find_if(slots.begin(), slots.end(), [&](base::Instant slot) { return dayOf(zone, slot) != day; });
    const Instants taken(slots.begin(), end);
    slots.erase(slots.begin(), end);
    return taken;
}

void matchDays(Instants lost, Instants gained, const Zone &zone, FireChanges &changes)
{
    while (!lost.isEmpty() || !gained.isEmpty()) {
        const base::Instant first = lost.isEmpty()     ? gained.front()
                                    : gained.isEmpty() ? lost.front()
                                                       : std::min(lost.front(), gained.front());
        const auto day = dayOf(zone, first);
        const Instants lostToday = takeDay(lost, zone, day);
        const Instants gainedToday = takeDay(gained, zone, day);
        if (lostToday.size() != gainedToday.size()) {
            changes.lost += lostToday;
            changes.gained += gainedToday;
            continue;
        }
        for (qsizetype i = 0; i < lostToday.size(); ++i) {
            changes.moved.append({lostToday[i], gainedToday[i]});
        }
    }
}

} // namespace

base::Result<FireChanges> compareFires(const Schedule &before, const Schedule &after, const FireSpan &span)
{
    TRY(const SlotFinder oldFinder, SlotFinder::make(before, span.created));
    TRY(const SlotFinder newFinder, SlotFinder::make(after, span.created));
    Found was = slotsIn(oldFinder, span);
    Found is = slotsIn(newFinder, span);
    FireChanges changes;
    changes.until = std::min(was.until, is.until);
    changes.more = changes.until < span.to;
    cutAt(was.slots, changes.until);
    cutAt(is.slots, changes.until);
    Instants lost;
    Instants gained;
    std::set_difference(was.slots.begin(), was.slots.end(), is.slots.begin(), is.slots.end(), std::back_inserter(lost));
    std::set_difference(is.slots.begin(), is.slots.end(), was.slots.begin(), was.slots.end(),
                        std::back_inserter(gained));
    changes.kept = was.slots.size() - lost.size();
    matchDays(std::move(lost), std::move(gained), newFinder.zone(), changes);
    return changes;
}

} // namespace domain
