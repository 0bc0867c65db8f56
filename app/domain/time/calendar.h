// SPDX-License-Identifier: Apache-2.0
// The proleptic Gregorian calendar as arithmetic over day numbers (0 is 1970-01-01). No tables, no library calls: the
// searches for a next occurrence run through here.
#pragma once

#include <QtGlobal>

namespace domain {

inline constexpr int firstYear = 1970; ///< First year schedules are defined for.
inline constexpr int lastYear = 2199;  ///< Last one.
inline constexpr qint64 secondsPerDay = 86400;

struct CivilDate
{
    int year = firstYear;
    int month = 1; ///< 1…12
    int day = 1;   ///< 1…31
};

constexpr bool isLeapYear(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int daysInMonth(int year, int month)
{
    return month == 2 ? (isLeapYear(year) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
}

/// Day number of a date of the year 0 or later.
constexpr qint64 dayNumber(CivilDate date)
{
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int era = year / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 + date.day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146097 + dayOfEra - 719468;
}

/// Date of a day number; from the year 0 on.
constexpr CivilDate civilDate(qint64 number)
{
    const quint32 shifted = quint32(number + 719468);
    const quint32 era = shifted / 146097;
    const quint32 dayOfEra = shifted - era * 146097;
    const quint32 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const quint32 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const quint32 month = (5 * dayOfYear + 2) / 153;
    const int day = int(dayOfYear - (153 * month + 2) / 5 + 1);
    const int civilMonth = int(month < 10 ? month + 3 : month - 9);
    return {int(yearOfEra + era * 400) + (civilMonth <= 2 ? 1 : 0), civilMonth, day};
}

/// 0 is Sunday; from the year 0 on.
constexpr int weekdayOf(qint64 number)
{
    return int(quint32(number + 719471) % 7U);
}

} // namespace domain
