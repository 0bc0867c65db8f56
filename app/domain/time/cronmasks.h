// SPDX-License-Identifier: Apache-2.0
// What a cron expression matches, as bit masks: one word each for seconds, minutes, hours and months, one word of days
// built per month looked at. The search on a wall clock is counting zeros in them; it makes no calendar call.
#pragma once

#include <QtGlobal>

#include <array>
#include <limits>

namespace domain {

struct CronFields;

/// The days of a month, from both day fields. Used once, to fill the table of CronMasks.
struct CronDays
{
    quint32 days = 0;    ///< Bit 0 is the 1st.
    quint32 fromEnd = 0; ///< Bit 0 is the last day, bit 1 the one before.
    quint32 nearest = 0; ///< The weekday nearest to these days; bit 0 is the 1st.
    bool lastWeekday = false;
    quint8 weekdays = 0;         ///< Bit 0 is Sunday.
    std::array<quint8, 5> nth{}; ///< The first to fifth of a weekday.
    quint8 lastOfWeekdays = 0;
    bool special = false; ///< `nth` or `lastOfWeekdays` is set.
    bool daysRestricted = false;
    bool weekdaysRestricted = false;
    bool both = false;

    bool every() const { return !daysRestricted && !weekdaysRestricted; }
    /// The matching days of a month that has `length` days and begins on a weekday (0 is Sunday).
    quint32 inMonth(int length, int firstWeekday) const;

private:
    quint64 byDay(int length, int firstWeekday) const;
    quint64 byWeekday(int length, int firstWeekday) const;
};

struct CronMasks
{
    static constexpr qint64 never = std::numeric_limits<qint64>::max();

    quint64 seconds = 0;
    quint64 minutes = 0;
    quint32 hours = 0;
    quint32 months = 0;              ///< Bit 0 is January.
    std::array<quint64, 4> years{};  ///< Those with a matching day; bit 0 is 1970, none behind 2199.
    std::array<quint32, 28> dates{}; ///< Matching days of a month, bit 0 is the 1st; by length and first weekday.
    int firstTime = 0;               ///< Seconds of the day of its first match.
    bool everyDate = false;          ///< No date is left out.
    bool possible = false;           ///< Some date matches.

    static CronMasks of(const CronFields &fields);
    /// The first match at or after `from`, in seconds of a wall clock since 1970-01-01 00:00; `never` behind 2199.
    qint64 nextWall(qint64 from) const;
    /// The first matching time of a day at or after one, in seconds since midnight, 0…86,400; −1 behind the last.
    int nextTime(int secondOfDay) const;

private:
    bool allows(int month) const;
    bool allowsDay(qint64 day) const;
    qint64 nextDay(qint64 day) const;
    int nextMonth(int month) const;
    int nextYear(int year) const;
    bool anyDayIn(int year) const;
    void dropEmptyYears();
};

} // namespace domain
