// SPDX-License-Identifier: Apache-2.0
// The next times of a schedule as a person reads them: day and time where it is meant, what that is here, and what is
// unusual about it. Pure.
#pragma once

#include "app/domain/schedule.h"
#include "app/domain/windows/standing.h"

#include <QList>

namespace ui {

struct NextTime
{
    QString day;       ///< `Fri 23 Oct`
    QString time;      ///< `02:30`
    QString offset;    ///< `+02:00`
    QString here;      ///< `08:30 here`, with the day where that differs; empty where the clocks agree.
    QString distance;  ///< `in 11 h 58 min`
    QString mark;      ///< What the clocks do; empty on most days.
    QString duplicate; ///< Which other schedule has it too; empty where none has.
    QString window;    ///< What a maintenance window does to it; empty where none is open.
    bool operator==(const NextTime &) const = default;
};

/// Another schedule of the same automation.
struct OtherSchedule
{
    int number = 0; ///< As it is listed, from 1.
    domain::SlotFinder finder;
};

struct NextQuestion
{
    const domain::SlotFinder &finder;
    QList<OtherSchedule> others;
    domain::Zone here = domain::Zone::utc(); ///< Whose clock hangs on the wall.
    base::Instant now;
    int count = 10;
    const domain::WindowStanding *windows = nullptr; ///< Those of the store; none where null.
    const domain::Automation *automation = nullptr;  ///< Whose times they are, for the windows' scope.
};

/// The next times after `now`, at most `count`. Bounded work, however far apart they are.
QList<NextTime> nextTimes(const NextQuestion &question);

} // namespace ui
