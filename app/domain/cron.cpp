// SPDX-License-Identifier: Apache-2.0
#include "app/domain/cron.h"

#include "app/domain/time/calendar.h"
#include "app/domain/time/cronfields.h"
#include "app/domain/zone.h"

#include <algorithm>

namespace domain {

namespace {

/// More than any offset and any change of it: a wall clock this much later shows a later time, whatever happens.
constexpr qint64 safeDistance = 3 * secondsPerDay;

/// A little beyond both ends of what schedules are defined for.
constexpr qint64 beginOfTime = -2 * secondsPerDay;
constexpr qint64 endOfTime = dayNumber({lastYear + 1, 1, 2}) * secondsPerDay;

qint64 secondsOf(base::Instant instant)
{
    return std::chrono::floor<base::Seconds>(instant.time_since_epoch()).count();
}

/// Looks through the segments of a zone, each with its own part of the wall clock, for the first match.
class Search
{
public:
    Search(const CronMasks &masks, const Zone &zone, GapRule gap, OverlapRule overlap)
        : m_masks(masks), m_zone(zone), m_gap(gap), m_overlap(overlap)
    {
    }

    /// The first match at or after `from`; both UTC seconds.
    std::optional<qint64> run(qint64 from) const
    {
        int index = m_zone.segmentAt(from);
        qint64 searched = CronMasks::never; // From here to `wall` nothing matches.
        qint64 wall = CronMasks::never;
        for (;;) {
            const Zone::Segment &here = m_zone.segment(index);
            const qint64 begin = std::max(from + here.offset, wallBegin(here));
            if (begin < searched || begin > wall) {
                wall = m_masks.nextWall(begin);
                searched = begin;
            }
            qint64 found = wall < wallEnd(index) ? wall - here.offset : CronMasks::never;
            if (here.shift > 0 && m_gap != GapRule::Skip) {
                found = std::min(found, fromGap(here, from));
            }
            if (found != CronMasks::never) {
                return found;
            }
            if (++index == m_zone.segmentCount()) {
                return std::nullopt;
            }
            if (m_zone.segment(index).start - from > safeDistance) {
                if (wall == CronMasks::never) {
                    return std::nullopt;
                }
                index = std::max(index, m_zone.segmentAt(wall - safeDistance));
            }
            from = m_zone.segment(index).start;
        }
    }

private:
    /// Where the wall times of a segment that count begin: behind the second pass, if that doesn't.
    qint64 wallBegin(const Zone::Segment &here) const
    {
        const qint64 begin = here.start + here.offset;
        return m_overlap == OverlapRule::First && here.shift < 0 ? begin - here.shift : begin;
    }

    /// Where they end: before the first pass, if that doesn't count.
    qint64 wallEnd(int index) const
    {
        const Zone::Segment &here = m_zone.segment(index);
        const qint64 end = here.end + here.offset;
        if (m_overlap != OverlapRule::Second || index + 1 == m_zone.segmentCount()) {
            return end;
        }
        return end + std::min(m_zone.segment(index + 1).shift, 0);
    }

    /// What the wall times left out before a segment lead to in it.
    qint64 fromGap(const Zone::Segment &here, qint64 from) const
    {
        const qint64 end = here.start + here.offset;
        const qint64 begin = end - here.shift;
        if (m_gap == GapRule::End) {
            const qint64 wall = from > here.start ? CronMasks::never : m_masks.nextWall(begin);
            return wall < end ? here.start : CronMasks::never;
        }
        const qint32 before = here.offset - here.shift;
        const qint64 wall = m_masks.nextWall(std::max(begin, from + before));
        return wall < end ? wall - before : CronMasks::never;
    }

    const CronMasks &m_masks;
    const Zone &m_zone;
    GapRule m_gap;
    OverlapRule m_overlap;
};

} // namespace

base::Result<Cron> Cron::parse(QStringView expression)
{
    TRY(const CronFields fields, readCron(expression));
    Cron cron;
    cron.m_expression = expression.toString();
    cron.m_reboot = fields.reboot;
    cron.m_elapsed = fields[CronUnit::Hour].text.startsWith(u'*');
    cron.m_masks = CronMasks::of(fields);
    return cron;
}

std::optional<base::Instant> Cron::next(base::Instant after, const Zone &zone, GapRule gap, OverlapRule overlap) const
{
    if (!m_masks.possible) {
        return std::nullopt;
    }
    if (gap == GapRule::Auto) {
        gap = m_elapsed ? GapRule::Skip : GapRule::End;
    }
    if (overlap == OverlapRule::Auto) {
        overlap = m_elapsed ? OverlapRule::Both : OverlapRule::First;
    }
    const qint64 from = std::clamp(secondsOf(after), beginOfTime, endOfTime) + 1;
    const std::optional<qint64> found = Search(m_masks, zone, gap, overlap).run(from);
    if (!found) {
        return std::nullopt;
    }
    return base::Instant(base::Seconds(*found));
}

void Cron::appendRestOfDay(base::Instant match, base::Instant before, const Zone &zone,
                           std::vector<base::Instant> &into) const
{
    const qint64 at = secondsOf(match);
    const Zone::Segment &here = zone.segment(zone.segmentAt(at));
    if (at - here.start < safeDistance || here.end - at < safeDistance) {
        return;
    }
    const qint64 wall = at + here.offset;
    const int time = int(wall % secondsPerDay);
    const base::Instant midnight = match - base::Seconds(time);
    for (int next = m_masks.nextTime(time + 1); next >= 0; next = m_masks.nextTime(next + 1)) {
        const base::Instant slot = midnight + base::Seconds(next);
        if (slot >= before) {
            return;
        }
        into.push_back(slot);
    }
}

} // namespace domain
