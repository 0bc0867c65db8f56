// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/timelinescale.h"

#include "models/times.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int dayMinutes = 24 * 60;
constexpr std::array steps{1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, dayMinutes, 2 * dayMinutes, 7 * dayMinutes};

int stepFor(const TimelineScale &scale, int apart)
{
    const double minutes = double(scale.span.count()) / 60000 * apart / scale.width;
    const auto *const step = std::find_if(steps.begin(), steps.end(), [minutes](int s) { return s >= minutes; });
    return step == steps.end() ? steps.back() : *step;
}

QString labelOf(const QDateTime &local, int step)
{
    const QLocale locale;
    if (step >= dayMinutes)
        return locale.toString(local, u"ddd d"_s);
    const bool begins = local.time().hour() == 0 && local.time().minute() == 0;
    return local.toString(begins ? u"ddd HH:mm"_s : u"HH:mm"_s);
}

} // namespace

double TimelineScale::x(base::Instant at) const
{
    return left + double((at - from).count()) * width / double(span.count());
}

base::Instant TimelineScale::at(double x) const
{
    return from + base::Millis(qint64((x - left) * double(span.count()) / width));
}

QList<TimelineTick> timelineTicks(const TimelineScale &scale, int apart)
{
    const int step = stepFor(scale, apart);
    QList<TimelineTick> ticks;
    const QDate last = models::localTime(scale.to()).date();
    const int stride = std::max(1, step / dayMinutes);
    QDate day = models::localTime(scale.from).date();
    day = day.addDays(-(day.toJulianDay() % stride));
    for (; day <= last; day = day.addDays(stride)) {
        // By the local clock, which a change sets: a time that a day does not have, or has twice, is one line at most.
        for (int minute = 0; minute < dayMinutes; minute += step) {
            const QDateTime local(day, QTime(minute / 60, minute % 60));
            const base::Instant at = base::fromMillis(local.toMSecsSinceEpoch());
            const bool fresh = ticks.isEmpty() || ticks.constLast().at < at;
            if (local.isValid() && fresh && at >= scale.from && at < scale.to())
                ticks.append({at, labelOf(local, step)});
        }
    }
    return ticks;
}

TimelineScale zoomed(const TimelineScale &scale, base::Millis span, double x)
{
    const base::Instant fixed = scale.at(x);
    TimelineScale other = scale;
    other.span = std::clamp(span, leastTimelineSpan, mostTimelineSpan);
    const double share = (x - scale.left) / scale.width;
    other.from = fixed - base::Millis(qint64(share * double(other.span.count())));
    return other;
}

} // namespace ui
