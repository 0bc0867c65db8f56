// SPDX-License-Identifier: Apache-2.0
// A time as a person asks about it: "03:00" means that minute, and a wall time that the clocks left out or passed twice
// means what the schedule made of it.
#pragma once

#include "app/domain/zone.h"

#include <QList>
#include <QString>

#include <optional>

namespace domain {

/// Both ends included.
struct TimeRange
{
    base::Instant from;
    base::Instant until;
};

/// A stretch of wall time that a forward change left out.
struct ClockGap
{
    base::Instant change; ///< Its end.
    LocalTime begin;
    LocalTime end;
};

struct AskedTime
{
    QList<TimeRange> ranges;               ///< Never empty; where it may be, the most likely first.
    std::optional<LocalTime> leftOut = {}; ///< The wall time, where the clocks left it out.
    ClockGap gap = {};                     ///< Where they did, and in which zone.
    QString zone = {};

    base::Instant at() const { return ranges.first().from; }
    /// This millisecond and no other.
    static AskedTime exactly(base::Instant instant) { return {.ranges = {{instant, instant}}}; }
};

/// Reads `2026-10-22T03:00`, with seconds or without, with an offset, `Z` or none: then it is a wall time of `zone`.
/// A space may stand for the `T`. Invalid names `field` and shows a right one.
base::Result<AskedTime> readAskedTime(const QString &text, const Zone &zone, const QString &field);

} // namespace domain
