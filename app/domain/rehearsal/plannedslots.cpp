// SPDX-License-Identifier: Apache-2.0
#include "app/domain/rehearsal/plannedslots.h"

#include <algorithm>
#include <array>

namespace domain {

namespace {

constexpr base::Instant never = base::Instant::max();
/// The longest batch is 2^28 ms, three days: long enough to stay with a schedule for some slots.
constexpr int mostSpanBits = 28;
constexpr int digitBits = 10;
constexpr size_t leastFound = size_t(1) << 18;

/// The latest slot before an instant, if it may be moved by jitter as far as there.
std::optional<base::Instant> latestBefore(const SlotFinder &finder, base::Instant before)
{
    const base::Millis reach = base::Seconds(finder.schedule().jitterSeconds);
    std::optional<base::Instant> found = finder.next(before - reach - base::Millis(1));
    if (!found || *found >= before) {
        return std::nullopt;
    }
    base::Instant none = before; // From here to `before` there is no slot.
    while (none - *found > base::Millis(1)) {
        const base::Instant middle = *found + (none - *found) / 2;
        const std::optional<base::Instant> later = finder.next(middle - base::Millis(1));
        if (later && *later < none) {
            found = later;
        } else {
            none = middle;
        }
    }
    return found;
}

} // namespace

PlannedSlots::PlannedSlots(const QList<Automation> &automations, base::Instant from, base::Instant to)
    : m_to(to), m_spanBits(mostSpanBits)
{
    m_cursors.reserve(size_t(automations.size()));
    Zones zones;
    for (qsizetype i = 0; i < automations.size(); ++i) {
        addCursors(automations.at(i), quint32(i), from, zones);
    }
    // At an instant each schedule has one slot at most, so a batch of one instant always fits.
    m_mostFound = std::max(leastFound, 2 * m_cursors.size());
}

void PlannedSlots::addCursors(const Automation &automation, quint32 index, base::Instant from, Zones &zones)
{
    const size_t first = m_cursors.size();
    for (qsizetype i = 0; i < automation.triggers.size(); ++i) {
        const auto *schedule = std::get_if<Schedule>(&automation.triggers.at(i));
        if (!schedule) {
            continue;
        }
        base::Result<SlotFinder> finder = SlotFinder::make(*schedule, automation.createdAt, zones);
        if (finder) {
            m_cursors.push_back({*std::move(finder), Jitter(*schedule, automation.id), {}, first, 0});
            m_owners.push_back({index, quint16(i)});
        } else if (m_unreadable.isEmpty() || m_unreadable.constLast() != qsizetype(index)) {
            m_unreadable.append(qsizetype(index));
        }
    }
    for (size_t i = first; i < m_cursors.size(); ++i) {
        m_cursors[i].slot = firstSlot(m_cursors[i], from);
        m_cursors[i].endOfSiblings = m_cursors.size();
        m_due.push_back(from);
    }
}

/// Slots keep their order under jitter, so before the span only the last one can be due in it.
base::Instant PlannedSlots::firstSlot(const Cursor &cursor, base::Instant from)
{
    const std::optional<base::Instant> before = latestBefore(cursor.finder, from);
    return before && dueOf(cursor, *before) >= from ? *before : from;
}

base::Instant PlannedSlots::dueOf(const Cursor &cursor, base::Instant slot)
{
    return cursor.jitter.due(slot, cursor.finder.next(slot));
}

/// Another schedule of the same automation has this slot too, and is earlier: one slot makes one run.
bool PlannedSlots::isTaken(const Cursor &cursor, base::Instant slot, base::Instant due) const
{
    for (size_t i = cursor.firstSibling; i < cursor.endOfSiblings; ++i) {
        const Cursor &other = m_cursors[i];
        if (&other == &cursor || other.finder.next(slot - base::Millis(1)) != slot) {
            continue;
        }
        const base::Instant otherDue = dueOf(other, slot);
        if (otherDue < due || (otherDue == due && &other < &cursor)) {
            return true;
        }
    }
    return false;
}

/// False where there are too many.
bool PlannedSlots::collect(base::Instant begin, base::Instant end)
{
    m_found.clear();
    m_moved.clear();
    for (size_t i = 0; i < m_cursors.size(); ++i) {
        if (m_due[i] < end && !collectFrom(i, begin, end)) {
            return false;
        }
    }
    return true;
}

bool PlannedSlots::collectFrom(size_t index, base::Instant begin, base::Instant end)
{
    const Cursor &cursor = m_cursors[index];
    const bool alone = cursor.endOfSiblings - cursor.firstSibling == 1;
    m_slots.clear();
    std::optional<base::Instant> left = cursor.finder.slotsUntil(cursor.slot, end, m_slots);
    base::Instant leftDue = left.value_or(never);
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const base::Instant slot = m_slots[i];
        const base::Instant due = cursor.jitter.due(slot, i + 1 < m_slots.size() ? m_slots[i + 1] : left);
        if (due >= end) {
            left = slot;
            leftDue = due;
            break;
        }
        if (m_found.size() == m_mostFound) {
            return false;
        }
        if (alone || !isTaken(cursor, slot, due)) {
            m_found.push_back({quint32((due - begin).count()), quint32(index), quint32((due - slot).count())});
        }
    }
    m_moved.push_back({index, left.value_or(never), leftDue < m_to ? leftDue : never});
    return true;
}

void PlannedSlots::sortBy(int shift)
{
    std::array<quint32, size_t(1) << digitBits> place{};
    const auto digit = [shift](const Found &found) { return (found.offset >> shift) & ((1U << digitBits) - 1); };
    for (const Found &found : m_found) {
        ++place[digit(found)];
    }
    quint32 sum = 0;
    for (quint32 &count : place) {
        sum += std::exchange(count, sum);
    }
    m_sorted.resize(m_found.size());
    for (const Found &found : m_found) {
        m_sorted[place[digit(found)]++] = found;
    }
    std::swap(m_found, m_sorted);
}

/// Stable, and what is sorted is in order of automation and trigger: so are those due together.
void PlannedSlots::sortFound()
{
    for (int shift = 0; shift < m_spanBits; shift += digitBits) {
        sortBy(shift);
    }
}

const std::vector<PlannedStep> &PlannedSlots::nextBatch()
{
    m_batch.clear();
    while (m_batch.empty()) {
        const auto first = std::min_element(m_due.begin(), m_due.end());
        if (first == m_due.end() || *first >= m_to) {
            break;
        }
        fillBatch(*first);
    }
    return m_batch;
}

void PlannedSlots::fillBatch(base::Instant begin)
{
    while (!collect(begin, std::min(begin + base::Millis(qint64(1) << m_spanBits), m_to))) {
        --m_spanBits;
    }
    for (const Moved &moved : m_moved) {
        m_cursors[moved.cursor].slot = moved.slot;
        m_due[moved.cursor] = moved.due;
    }
    sortFound();
    for (const Found &found : m_found) {
        const Owner owner = m_owners[found.cursor];
        const base::Instant due = begin + base::Millis(found.offset);
        m_batch.push_back({due, due - base::Millis(found.jitterMs), owner.automation, owner.trigger});
    }
    if (m_found.size() < m_mostFound / 4) {
        m_spanBits = std::min(m_spanBits + 1, mostSpanBits);
    }
}

} // namespace domain
