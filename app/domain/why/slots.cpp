// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/slots.h"

#include "app/domain/why/clockchange.h"

#include <algorithm>

namespace domain {

namespace {

constexpr base::Millis tick{1};

/// A version is in force after its own save and until the next one, that instant included: slots come due strictly
/// after what they count from.
TimeRange inForce(const QList<Automation> &versions, qsizetype index)
{
    const base::Instant until = index == 0 ? base::Instant::max() : versions.at(index - 1).updatedAt;
    return {versions.at(index).updatedAt + tick, until};
}

std::optional<base::Instant> earlier(std::optional<base::Instant> a, std::optional<base::Instant> b)
{
    return a && b ? std::min(a, b) : (a ? a : b);
}

} // namespace

QList<SlotFinder> findersOf(const Automation &version)
{
    QList<SlotFinder> finders;
    for (const Trigger &trigger : version.triggers) {
        if (const auto *schedule = std::get_if<Schedule>(&trigger)) {
            // A zone that left the system takes its schedule along, not the others.
            if (const base::Result<SlotFinder> finder = SlotFinder::make(*schedule, version.createdAt)) {
                finders.append(*finder);
            }
        }
    }
    return finders;
}

qsizetype versionAt(const QList<Automation> &versions, base::Instant instant)
{
    for (qsizetype i = 0; i < versions.size(); ++i) {
        if (versions.at(i).updatedAt < instant) {
            return i;
        }
    }
    return versions.size() - 1;
}

std::optional<base::Instant> slotIn(const QList<SlotFinder> &finders, const TimeRange &range)
{
    std::optional<base::Instant> first;
    for (const SlotFinder &finder : finders) {
        const std::optional<base::Instant> slot = finder.next(range.from - tick);
        if (slot && *slot <= range.until) {
            first = earlier(first, slot);
        }
    }
    return first;
}

std::optional<base::Instant> lastSlot(const SlotFinder &finder, base::Instant since, base::Instant before)
{
    std::optional<base::Instant> found;
    // Backwards in growing steps until there is one, then by bisection.
    for (base::Millis back{60'000}; !found && before > since; back *= 4) {
        const base::Instant from = std::max(since, before - back);
        const std::optional<base::Instant> slot = finder.next(from - tick);
        if (slot && *slot < before) {
            found = slot;
        } else if (from == since) {
            return std::nullopt;
        }
    }
    base::Instant none = before;
    while (found && none - *found > tick) {
        const base::Instant middle = *found + (none - *found) / 2;
        const std::optional<base::Instant> later = finder.next(middle);
        if (later && *later < before) {
            found = later;
        } else {
            none = middle;
        }
    }
    return found;
}

std::optional<base::Instant> previousSlot(const QList<Automation> &versions, base::Instant before)
{
    for (qsizetype i = 0; i < versions.size(); ++i) {
        const TimeRange span = inForce(versions, i);
        if (span.from >= before) {
            continue;
        }
        std::optional<base::Instant> last;
        const QList<SlotFinder> finders = findersOf(versions.at(i));
        for (const SlotFinder &finder : finders) {
            const auto end = span.until < before ? span.until + tick : before;
            const std::optional<base::Instant> slot = lastSlot(finder, span.from, end);
            last = last && slot ? std::max(last, slot) : (last ? last : slot);
        }
        if (last) {
            return last;
        }
    }
    return std::nullopt;
}

std::optional<base::Instant> nextSlot(const QList<Automation> &versions, base::Instant after)
{
    for (qsizetype i = versions.size() - 1; i >= 0; --i) {
        const TimeRange span = inForce(versions, i);
        if (span.until <= after) {
            continue;
        }
        const TimeRange rest{std::max(span.from, after + tick), span.until};
        if (const std::optional<base::Instant> slot = slotIn(findersOf(versions.at(i)), rest)) {
            return slot;
        }
    }
    return std::nullopt;
}

std::optional<base::Instant> slotAskedFor(const QList<Automation> &versions, const std::optional<AskedTime> &asked,
                                          base::Instant now)
{
    if (versions.isEmpty()) {
        return std::nullopt;
    }
    if (!asked) {
        const std::optional<base::Instant> last = previousSlot(versions, now + tick);
        return last ? last : nextSlot(versions, now);
    }
    for (const TimeRange &range : asked->ranges) {
        const qsizetype index = versionAt(versions, range.until);
        const base::Instant start = inForce(versions, index).from;
        QList<SlotFinder> finders = findersOf(versions.at(index));
        if (asked->leftOut) {
            // Only what stands for the time left out is meant, not what is due at the end of the gap anyway.
            finders.removeIf([&](const SlotFinder &finder) {
                const std::optional<base::Instant> slot = slotIn({finder}, range);
                return !slot || !movedSlot(finder, *slot) || !leavesOut(finder, *asked->leftOut);
            });
        }
        if (const auto slot = slotIn(finders, {std::max(range.from, start), range.until})) {
            return slot;
        }
    }
    return std::nullopt;
}

} // namespace domain
