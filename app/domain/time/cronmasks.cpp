// SPDX-License-Identifier: Apache-2.0
#include "app/domain/time/cronmasks.h"

#include "app/domain/time/calendar.h"
#include "app/domain/time/cronfields.h"

#include <algorithm>
#include <bit>
#include <optional>

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

constexpr int yearCount = lastYear - firstYear + 1;
constexpr int monthCount = yearCount * 12;

/// What distinguishes months: their length and the weekday they begin on.
constexpr int shapeOf(int length, int firstWeekday)
{
    return (length - 28) * 7 + firstWeekday;
}

/// Every month there is, counted from January 1970: a search steps through it instead of computing dates.
struct MonthTable
{
    std::array<qint32, monthCount + 1> firstDay{}; ///< Day number of the 1st; one more, to end the last month.
    std::array<quint8, monthCount> shape{};
};

constexpr MonthTable monthTable = [] {
    MonthTable table;
    for (int i = 0; i <= monthCount; ++i) {
        table.firstDay[size_t(i)] = qint32(dayNumber({firstYear + i / 12, i % 12 + 1, 1}));
    }
    for (int i = 0; i < monthCount; ++i) {
        const int length = table.firstDay[size_t(i) + 1] - table.firstDay[size_t(i)];
        table.shape[size_t(i)] = quint8(shapeOf(length, weekdayOf(table.firstDay[size_t(i)])));
    }
    return table;
}();
constexpr qint64 dayCount = monthTable.firstDay.back();

/// What distinguishes years: leap or not, and the weekday they begin on.
constexpr int yearShapeCount = 14;
constexpr int yearShapeOf(int year)
{
    return (isLeapYear(year) ? 7 : 0) + weekdayOf(dayNumber({year, 1, 1}));
}
constexpr std::array<quint8, yearCount> yearShapes = [] {
    std::array<quint8, yearCount> shapes{};
    for (int i = 0; i < yearCount; ++i) {
        shapes[size_t(i)] = quint8(yearShapeOf(firstYear + i));
    }
    return shapes;
}();

/// The month a day lies in. The guess by the mean length of a month is right or one short, from 1970 to 2199.
int monthOf(qint64 day)
{
    const auto guess = size_t(day * 32 / 974);
    return int(day < monthTable.firstDay[guess + 1] ? guess : guess + 1);
}

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
        days.special = days.nth != std::array<quint8, 5>{} || days.lastOfWeekdays != 0;
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
    if (!special) {
        return matching;
    }
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
    masks.months = quint32(maskOf(fields[CronUnit::Month], 1));
    for (const CronTerm &term : fields[CronUnit::Year].terms) {
        for (int year = term.first; year <= term.last; year += term.step) {
            masks.years[size_t(year - firstYear) / 64] |= quint64(1) << ((year - firstYear) % 64);
        }
    }
    const CronDays days = daysOf(fields);
    for (int length = 28; length <= 31; ++length) {
        for (int weekday = 0; weekday < 7; ++weekday) {
            masks.dates[size_t(shapeOf(length, weekday))] = days.inMonth(length, weekday);
        }
    }
    masks.everyDate = days.every() && masks.months == bits(12) && fields[CronUnit::Year].isUnrestricted();
    masks.firstTime = masks.nextTime(0);
    masks.dropEmptyYears();
    masks.possible = masks.nextYear(0) < yearCount;
    return masks;
}

bool CronMasks::anyDayIn(int year) const
{
    for (quint32 rest = months; rest != 0; rest &= rest - 1) {
        const int month = year * 12 + std::countr_zero(rest);
        if (dates[monthTable.shape[size_t(month)]] != 0) {
            return true;
        }
    }
    return false;
}

/// Years without a match are left out, so that no search walks through them.
void CronMasks::dropEmptyYears()
{
    if (std::none_of(dates.begin(), dates.end(), [](quint32 matching) { return matching == 0; })) {
        return;
    }
    std::array<std::optional<bool>, yearShapeCount> known;
    for (int year = nextYear(0); year < yearCount; year = nextYear(year + 1)) {
        std::optional<bool> &any = known[yearShapes[size_t(year)]];
        if (!any) {
            any = anyDayIn(year);
        }
        if (!*any) {
            years[size_t(year) / 64] &= ~(quint64(1) << (year % 64));
        }
    }
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
    for (auto bit = quint32(year); bit < quint32(yearCount); bit = (bit / 64 + 1) * 64) {
        if (const quint64 left = years[bit / 64] >> (bit % 64); left != 0) {
            return int(bit) + std::countr_zero(left);
        }
    }
    return yearCount;
}

int CronMasks::nextMonth(int month) const
{
    const int year = int(quint32(month) / 12);
    const quint32 left = months >> (quint32(month) % 12);
    if (left != 0 && (years[size_t(year) / 64] >> (year % 64) & 1U)) {
        return month + std::countr_zero(left);
    }
    return nextYear(year + 1) * 12 + std::countr_zero(months);
}

bool CronMasks::allows(int month) const
{
    const auto year = quint32(month) / 12;
    return (months >> (quint32(month) % 12) & 1U) && (years[year / 64] >> (year % 64) & 1U);
}

bool CronMasks::allowsDay(qint64 day) const
{
    const int month = monthOf(day);
    const quint32 matching = dates[monthTable.shape[size_t(month)]];
    return (matching >> (day - monthTable.firstDay[size_t(month)]) & 1U) && allows(month);
}

/// The first day from one on; `never` behind the last.
qint64 CronMasks::nextDay(qint64 day) const
{
    if (day >= dayCount) {
        return never;
    }
    int month = monthOf(day);
    quint32 daysLeft = ~quint32(0) << (day - monthTable.firstDay[size_t(month)]);
    while (month < monthCount) {
        const quint32 matching = dates[monthTable.shape[size_t(month)]] & daysLeft;
        if (matching != 0 && allows(month)) {
            return monthTable.firstDay[size_t(month)] + std::countr_zero(matching);
        }
        month = nextMonth(month + 1);
        daysLeft = ~quint32(0);
    }
    return never;
}

qint64 CronMasks::nextWall(qint64 from) const
{
    const auto start = quint64(std::max<qint64>(from, 0));
    const auto today = qint64(start / quint64(secondsPerDay));
    if (!possible || today >= dayCount) {
        return never;
    }
    const int time = nextTime(int(start % quint64(secondsPerDay)));
    if (time >= 0 && (everyDate || allowsDay(today))) {
        return today * secondsPerDay + time;
    }
    const qint64 day = everyDate && today + 1 < dayCount ? today + 1 : nextDay(today + 1);
    return day == never ? never : day * secondsPerDay + firstTime;
}

} // namespace domain
