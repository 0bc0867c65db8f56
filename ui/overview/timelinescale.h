// SPDX-License-Identifier: Apache-2.0
// Where an instant lies on a line of time, and which instants get a line and a label. Pure; labels are local time.
#pragma once

#include "app/base/clock.h"

#include <QList>
#include <QString>

namespace ui {

struct TimelineScale
{
    base::Instant from; ///< At the left edge.
    base::Millis span{1};
    int left = 0; ///< Pixels.
    int width = 1;

    base::Instant to() const { return from + span; }
    double x(base::Instant at) const;
    base::Instant at(double x) const;
    bool shows(base::Instant begin, base::Instant end) const { return end >= from && begin < to(); }
};

struct TimelineTick
{
    base::Instant at;
    QString label; ///< `14:00`; `Fri 00:00` where a day begins, `Fri 23` where only days have lines.

    friend bool operator==(const TimelineTick &, const TimelineTick &) = default;
};

/// At round local times, at least `apart` pixels from each other.
QList<TimelineTick> timelineTicks(const TimelineScale &scale, int apart);

inline constexpr base::Millis leastTimelineSpan = std::chrono::minutes(10);
inline constexpr base::Millis mostTimelineSpan = std::chrono::days(14);

/// The same with another span, the instant at `x` staying where it is.
TimelineScale zoomed(const TimelineScale &scale, base::Millis span, double x);

} // namespace ui
