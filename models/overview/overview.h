// SPDX-License-Identifier: Apache-2.0
// What a workspace is about just now, as values: what needs a person, the figures of today, a bar for each day, who was
// slower than usual, and what happened and will happen around now. Pure; days are those of the system's zone.
#pragma once

#include "app/domain/forecast.h"
#include "app/store/overview/overviews.h"

#include <QDate>

namespace models {

inline constexpr int overviewDays = 14;

/// Something that waits for a person; of one automation the same thing is one row.
struct OverviewNeed
{
    enum class Kind {
        Approval, ///< A run asks first.
        Missed,   ///< A missed slot is to be released or dismissed.
        Failure,  ///< Nobody took note of it yet.
    };

    Kind kind = Kind::Failure;
    domain::Run run;         ///< The newest of them.
    QList<base::RunId> runs; ///< All of them, newest first.
    base::Instant since;     ///< Of the first of them.

    friend bool operator==(const OverviewNeed &, const OverviewNeed &) = default;
};

struct OverviewDay
{
    QDate day;
    qint64 ended = 0; ///< Runs that started and ended on this day, by their end.
    qint64 done = 0;
    qint64 failed = 0; ///< Failed, timed out, interrupted.

    friend bool operator==(const OverviewDay &, const OverviewDay &) = default;
};

struct OverviewToday
{
    qint64 started = 0;
    qint64 running = 0;
    std::optional<double> done;     ///< Share of the runs that ended, 0 to 1; empty where none did.
    std::optional<double> doneLong; ///< The same over all days.
    qint64 skipped = 0;
    qint64 held = 0;
    qint64 late = 0;          ///< Started more than lateAfter after their slot.
    qint64 planned = 0;       ///< Slots until midnight.
    qint64 plannedInside = 0; ///< Those of them a window has a say in.

    friend bool operator==(const OverviewToday &, const OverviewToday &) = default;
};

/// A run that takes, or took, longer than its automation's runs usually do.
struct OverviewSlow
{
    base::RunId run;
    base::AutomationId automation;
    QString name;
    base::Millis took{0};
    base::Millis usual{0};
    bool running = false;

    friend bool operator==(const OverviewSlow &, const OverviewSlow &) = default;
};

/// One thing on the timeline.
struct OverviewMark
{
    base::Instant from;
    base::Instant to; ///< Of what has not ended the expected end.
    domain::RunStatus status = domain::RunStatus::Done;
    bool planned = false; ///< Has no run yet; `status` is what it will have.
    base::RunId run = {};

    friend bool operator==(const OverviewMark &, const OverviewMark &) = default;
};

struct OverviewLane
{
    base::AutomationId automation;
    QString name;
    domain::RunStatus last = domain::RunStatus::Queued; ///< Of the newest run on it.
    bool ran = false;
    QList<OverviewMark> marks; ///< In order of time.
    QList<qsizetype> windows;  ///< Those that concern it.

    friend bool operator==(const OverviewLane &, const OverviewLane &) = default;
};

struct Overview
{
    base::Instant now;
    QList<OverviewNeed> needs; ///< The most urgent first.
    OverviewToday today;
    QList<OverviewDay> days;   ///< overviewDays of them, today the last.
    QList<OverviewSlow> slow;  ///< The slowest first; few.
    QList<OverviewLane> lanes; ///< By name.
    QList<domain::Window> windows;
    std::optional<base::Instant> wholeSince; ///< Runs before were left out.
    base::Instant plannedUntil;              ///< The timeline knows no slots from then on.
    bool cancelled = false;                  ///< It was stopped; what is here is of no use.
};

/// What came later than this after its slot is late.
inline constexpr base::Millis lateAfter{1000};

struct OverviewQuestion
{
    store::OverviewRows rows;
    domain::ForecastInput forecast; ///< From now on; its span is that of the timeline.
};

Overview overviewOf(const OverviewQuestion &question);

/// The beginning of the first of the days, local time.
base::Instant overviewSince(base::Instant now);

} // namespace models
