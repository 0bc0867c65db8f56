// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/clockchange.h"

#include "app/domain/time/cronfields.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::Millis tick{1};

/// The first wall time in [from, before) that the expression names, clock changes left aside.
std::optional<LocalTime> namedWall(const Schedule &schedule, LocalTime from, LocalTime before)
{
    const base::Result<Cron> cron = Cron::parse(schedule.cron);
    if (!cron) {
        return std::nullopt;
    }
    const std::optional<base::Instant> found = cron->next(base::Instant(from.time_since_epoch()) - tick, Zone::utc());
    if (!found) {
        return std::nullopt;
    }
    const LocalTime wall(found->time_since_epoch());
    return wall < before ? std::optional(wall) : std::nullopt;
}

GapRule effectiveRule(const Schedule &schedule)
{
    if (schedule.gap != GapRule::Auto) {
        return schedule.gap;
    }
    const base::Result<CronFields> fields = readCron(schedule.cron);
    return fields && (*fields)[CronUnit::Hour].text.startsWith(u'*') ? GapRule::Skip : GapRule::End;
}

/// The gap that ended last at or before an instant, if it is not longer ago than it was long.
std::optional<ClockGap> gapBefore(const Zone &zone, base::Instant instant)
{
    const qint64 seconds = std::chrono::floor<base::Seconds>(instant).time_since_epoch().count();
    const Zone::Segment &segment = zone.segment(zone.segmentAt(seconds));
    if (segment.shift <= 0 || seconds - segment.start > segment.shift) {
        return std::nullopt;
    }
    const base::Instant change = base::fromMillis(segment.start * 1000);
    const LocalTime end = zone.toLocal(change);
    return ClockGap{change, end - base::Seconds(segment.shift), end};
}

bool isSlot(const SlotFinder &finder, base::Instant instant)
{
    return finder.next(instant - tick) == instant;
}

} // namespace

std::optional<ClockGap> gapAround(const Zone &zone, LocalTime wall)
{
    const WallMatch match = zone.fromLocal(wall);
    return match.kind == WallMatch::Kind::Never ? gapBefore(zone, match.change) : std::nullopt;
}

bool leavesOut(const SlotFinder &finder, LocalTime wall)
{
    return gapAround(finder.zone(), wall) && namedWall(finder.schedule(), wall, wall + base::Seconds(60));
}

std::optional<MovedSlot> movedSlot(const SlotFinder &finder, base::Instant slot)
{
    const GapRule rule = effectiveRule(finder.schedule());
    const std::optional<ClockGap> gap = gapBefore(finder.zone(), slot);
    if (finder.schedule().cron.isEmpty() || !gap || rule == GapRule::Skip) {
        return std::nullopt;
    }
    if (rule == GapRule::End) {
        const std::optional<LocalTime> wall = namedWall(finder.schedule(), gap->begin, gap->end);
        return slot == gap->change && wall ? std::optional(MovedSlot{*wall, *gap}) : std::nullopt;
    }
    const LocalTime wall = finder.zone().toLocal(slot) - (gap->end - gap->begin);
    const bool named = wall < gap->end && namedWall(finder.schedule(), wall, wall + tick);
    return named ? std::optional(MovedSlot{wall, *gap}) : std::nullopt;
}

std::optional<PassedTwice> passedTwice(const SlotFinder &finder, base::Instant instant)
{
    const LocalTime wall = finder.zone().toLocal(instant);
    const WallMatch match = finder.zone().fromLocal(wall);
    if (finder.schedule().cron.isEmpty() || match.kind != WallMatch::Kind::Twice) {
        return std::nullopt;
    }
    return PassedTwice{match.first, match.second, isSlot(finder, match.first), isSlot(finder, match.second)};
}

QString clockText(LocalTime wall)
{
    const auto ofDay = std::chrono::floor<base::Seconds>(wall - std::chrono::floor<std::chrono::days>(wall));
    const qint64 seconds = ofDay.count();
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    const QString minutes = two(seconds / 3600) + u':' + two(seconds / 60 % 60);
    return seconds % 60 == 0 ? minutes : minutes + u':' + two(seconds % 60);
}

QStringList gapWalls(LocalTime wall, const ClockGap &gap)
{
    return {clockText(wall), clockText(gap.begin), clockText(gap.end)};
}

} // namespace domain
