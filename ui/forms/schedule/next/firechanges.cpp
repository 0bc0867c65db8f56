// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/next/firechanges.h"

#include "ui/forms/schedule/next/walltext.h"

#include <algorithm>
#include <map>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString movedText(const domain::MovedSlot &slot, const domain::Zone &zone)
{
    const QDateTime from = wallClock(slot.from, zone);
    const QDateTime to = wallClock(slot.to, zone);
    return u"%1 → %2"_s.arg(wallDayAndTime(from), from.date() == to.date() ? wallTime(to) : wallDayAndTime(to));
}

/// All that can be asked for times, of one side.
using Finders = std::vector<domain::SlotFinder>;

bool anyHas(const Finders &finders, base::Instant at)
{
    return std::any_of(finders.begin(), finders.end(),
                       [at](const domain::SlotFinder &finder) { return finder.next(at - base::Millis(1)) == at; });
}

void addTo(Finders &finders, const std::optional<domain::Schedule> &schedule, base::Instant created)
{
    if (!schedule)
        return;
    if (auto finder = domain::SlotFinder::make(*schedule, created))
        finders.push_back(*std::move(finder));
}

/// A schedule without a time, to be compared with one that was added or removed.
domain::Schedule never()
{
    return {.at = base::Instant()};
}

class Comparison
{
public:
    Comparison(const QList<SchedulePair> &pairs, const domain::FireSpan &span) : m_span(span)
    {
        m_words.until = span.to;
        for (const SchedulePair &pair : pairs) {
            addTo(m_before, pair.before, span.created);
            addTo(m_after, pair.after, span.created);
        }
        for (const SchedulePair &pair : pairs)
            if (pair.before != pair.after)
                compare(pair);
    }

    ChangeInWords words() &&
    {
        // Where one side of a pair was followed less far than that of another, only what both saw is told.
        fill(m_words.gained, m_gained);
        fill(m_words.lost, m_lost);
        fill(m_words.moved, m_moved);
        return std::move(m_words);
    }

private:
    void compare(const SchedulePair &pair)
    {
        const auto changes = domain::compareFires(pair.before.value_or(never()), pair.after.value_or(never()), m_span);
        const auto zone = domain::Zone::load((pair.after ? *pair.after : *pair.before).timezone);
        if (!changes || !zone)
            return;
        m_words.until = std::min(m_words.until, changes->until);
        m_words.more = m_words.more || changes->more;
        for (const base::Instant at : changes->gained)
            if (!anyHas(m_before, at))
                m_gained.insert_or_assign(at, wallDayAndTime(wallClock(at, *zone)));
        for (const base::Instant at : changes->lost)
            if (!anyHas(m_after, at))
                m_lost.insert_or_assign(at, wallDayAndTime(wallClock(at, *zone)));
        for (const domain::MovedSlot &slot : changes->moved)
            m_moved.insert_or_assign(slot.from, movedText(slot, *zone));
    }

    void fill(QStringList &texts, const std::map<base::Instant, QString> &times) const
    {
        for (const auto &[at, text] : times)
            if (at < m_words.until)
                texts.append(text);
    }

    domain::FireSpan m_span;
    ChangeInWords m_words;
    Finders m_before;
    Finders m_after;
    std::map<base::Instant, QString> m_gained;
    std::map<base::Instant, QString> m_lost;
    std::map<base::Instant, QString> m_moved;
};

} // namespace

ChangeInWords changeInWords(const QList<SchedulePair> &pairs, const domain::FireSpan &span)
{
    return Comparison(pairs, span).words();
}

} // namespace ui
