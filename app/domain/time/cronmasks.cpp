// SPDX-License-Identifier: Apache-2.0
#include "app/domain/time/cronmasks.h"

#include "app/domain/time/calendar.h"
#include "app/domain/time/cronfields.h"

#include <algorithm>
#include <bit>

namespace domain {

namespace {

constexpr quint64 bits(int count)
{
    return (quint64(1) << count) - 1;
}

/// Bit i of the answer is bit (i + by) mod 7: weekdays seen from a month that begins on weekday `by`.
constexpr quint32 turned(quint32 weekdays, int by)
{
    return ((weekdays >> by) | (weekdays << (7 - by))) & 0x7f;
}

/// Seven bits repeated five times.
constexpr quint64 weeks = 0x10204081;

quint64 nearestWeekday(int day, int length, int firstWeekday)
{
    const int weekday = (firstWeekday + day - 1) % 7;
    if (day > length) {
        return 0;
    }
    int at = day;
    if (weekday == 6) {
        at = day == 1 ? 3 : day - 1;
    } else if (weekday == 0) {
        at = day == length ? day - 2 : day + 1;
    }
    return quint64(1) << (at - 1);
}

quint64 maskOf(const CronField &field, int base)
{
    quint64 mask = 0;
    for (const CronTerm &term : field.terms) {
        for (int value = term.first; value <= term.last; value += term.step) {
            mask |= quint64(1) << (value - base);
        }
    }
    return mask;
}

void addDay(CronDays &days, const CronTerm &term)
{
    switch (term.kind) {
    case CronTerm::Kind::LastDay:
        days.fromEnd |= 1U << term.first;
        break;
    case CronTerm::Kind::NearestWeekday:
        days.nearest |= 1U << (term.first - 1);
        break;
    case CronTerm::Kind::LastWeekday:
        days.lastWeekday = true;
        break;
    default:
        for (int value = term.first; value <= term.last; value += term.step) {
            days.days |= 1U << (value - 1);
        }
    }
}

void addWeekday(CronDays &days, const CronTerm &term)
{
    switch (term.kind) {
    case CronTerm::Kind::NthWeekday:
        days.nth[size_t(term.last - 1)] |= quint8(1U << (term.first % 7));
        break;
    case CronTerm::Kind::LastOfWeekday:
        days.lastOfWeekdays |= quint8(1U << (term.first % 7));
        break;
    default:
        for (int value = term.first; value <= term.last; value += term.step) {
            days.weekdays |= quint8(1U << (value % 7));
        }
    }
}

CronDays daysOf(const CronFields &fields)
{
    CronDays days;
    days.daysRestricted = !fields[CronUnit::DayOfMonth].isUnrestricted();
    days.weekdaysRestricted = !fields[CronUnit::DayOfWeek].isUnrestricted();
    days.both = fields.bothDays;
    if (days.daysRestricted) {
        for (const CronTerm &term : fields[CronUnit::DayOfMonth].terms) {
            addDay(days, term);
        }
    }
    if (days.weekdaysRestricted) {
        for (const CronTerm &term : fields[CronUnit::DayOfWeek].terms) {
            addWeekday(days, term);
        }
    }
    return days;
}

} // namespace

quint64 CronDays::byDay(int length, int firstWeekday) const
{
    quint64 matching = days;
    for (quint32 rest = fromEnd & quint32(bits(length)); rest != 0; rest &= rest - 1) {
        matching |= quint64(1) << (length - 1 - std::countr_zero(rest));
    }
    for (quint32 rest = nearest; rest != 0; rest &= rest - 1) {
        matching |= nearestWeekday(std::countr_zero(rest) + 1, length, firstWeekday);
    }
    return lastWeekday ? matching | nearestWeekday(length, length, firstWeekday) : matching;
}

quint64 CronDays::byWeekday(int length, int firstWeekday) const
{
    quint64 matching = turned(weekdays, firstWeekday) * weeks;
    for (size_t n = 0; n < nth.size(); ++n) {
        matching |= quint64(turned(nth[n], firstWeekday)) << (7 * n);
    }
    return matching | quint64(turned(lastOfWeekdays, (firstWeekday + length) % 7)) << (length - 7);
}

quint32 CronDays::inMonth(int length, int firstWeekday) const
{
    quint64 matching = bits(length);
    if (daysRestricted && weekdaysRestricted) {
        const quint64 day = byDay(length, firstWeekday);
        const quint64 weekday = byWeekday(length, firstWeekday);
        matching &= both ? day & weekday : day | weekday;
    } else if (daysRestricted) {
        matching &= byDay(length, firstWeekday);
    } else if (weekdaysRestricted) {
        matching &= byWeekday(length, firstWeekday);
    }
    return quint32(matching);
}

CronMasks CronMasks::of(const CronFields &fields)
{
    CronMasks masks;
    if (fields.reboot) {
        return masks;
    }
    masks.seconds = maskOf(fields[CronUnit::Second], 0);
    masks.minutes = maskOf(fields[CronUnit::Minute], 0);
    masks.hours = quint32(maskOf(fields[CronUnit::Hour], 0));
    masks.months = quint32(maskOf(fields[CronUnit::Month], 0));
    if (fields[CronUnit::Year].isUnrestricted()) {
        masks.years.fill(~quint64(0));
    }
    for (const CronTerm &term : fields[CronUnit::Year].terms) {
        for (int year = term.first; year <= term.last && term.kind != CronTerm::Kind::All; year += term.step) {
            masks.years[size_t(year - firstYear) / 64] |= quint64(1) << ((year - firstYear) % 64);
        }
    }
    masks.days = daysOf(fields);
    masks.firstTime = masks.nextTime(0);
    masks.possible = masks.anyDatePossible();
    return masks;
}

bool CronMasks::anyDatePossible() const
{
    if (days.every()) {
        return true;
    }
    // Leap years first: they have every day a year can have.
    for (const int year : {2000, 2001}) {
        for (quint32 rest = months; rest != 0; rest &= rest - 1) {
            for (int weekday = 0; weekday < 7; ++weekday) {
                if (days.inMonth(daysInMonth(year, std::countr_zero(rest)), weekday) != 0) {
                    return true;
                }
            }
        }
    }
    return false;
}

int CronMasks::nextTime(int secondOfDay) const
{
    const int hour = secondOfDay / 3600;
    const int minute = secondOfDay / 60 % 60;
    if (hours >> hour & 1U) {
        if (minutes >> minute & 1U) {
            const int second = secondOfDay % 60;
            if (const quint64 left = seconds >> second; left != 0) {
                return secondOfDay + std::countr_zero(left);
            }
        }
        if (const quint64 left = minutes >> minute >> 1; left != 0) {
            const int next = minute + 1 + std::countr_zero(left);
            return hour * 3600 + next * 60 + std::countr_zero(seconds);
        }
    }
    if (const quint32 left = hours >> hour >> 1; left != 0) {
        const int next = hour + 1 + std::countr_zero(left);
        return next * 3600 + std::countr_zero(minutes) * 60 + std::countr_zero(seconds);
    }
    return -1;
}

int CronMasks::nextYear(int year) const
{
    for (; year <= lastYear; ++year) {
        const auto bit = quint32(year - firstYear);
        const quint64 left = years[bit / 64] >> (bit % 64);
        if (left & 1U) {
            return year;
        }
    }
    return year;
}

qint64 CronMasks::nextDay(int year, int month, int day) const
{
    quint32 left = ~quint32(0) << (day - 1);
    for (;;) {
        const int wanted = nextYear(year);
        if (wanted > lastYear) {
            return never;
        }
        if (wanted != year) {
            year = wanted;
            month = 1;
            left = ~quint32(0);
        }
        for (quint32 rest = months & (~quint32(0) << month); rest != 0; rest &= rest - 1) {
            const int next = std::countr_zero(rest);
            if (next != month) {
                left = ~quint32(0);
            }
            const qint64 first = dayNumber({year, next, 1});
            const quint32 matching = days.inMonth(daysInMonth(year, next), weekdayOf(first)) & left;
            if (matching != 0) {
                return first + std::countr_zero(matching);
            }
        }
        ++year;
        month = 1;
        left = ~quint32(0);
    }
}

qint64 CronMasks::nextWall(qint64 from) const
{
    if (!possible) {
        return never;
    }
    const quint64 start = quint64(std::max<qint64>(from, 0));
    const auto today = qint64(start / quint64(secondsPerDay));
    const CivilDate date = civilDate(today);
    if (date.year > lastYear) {
        return never;
    }
    const int time = nextTime(int(start % quint64(secondsPerDay)));
    if (time >= 0 && days.every() && (months >> date.month & 1U) && nextYear(date.year) == date.year) {
        return today * secondsPerDay + time;
    }
    const qint64 day = nextDay(date.year, date.month, time >= 0 ? date.day : date.day + 1);
    if (day == today) {
        return today * secondsPerDay + time;
    }
    return day == never ? never : day * secondsPerDay + firstTime;
}

} // namespace domain
