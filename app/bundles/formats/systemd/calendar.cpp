// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/systemd/calendar.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

using domain::LocalTime;
using std::chrono::days;

constexpr int firstYear = 1970;
constexpr int lastYear = 2199;

base::Error wrong(const QString &text, const QString &detail)
{
    return base::invalid({}, u"“%1” %2"_s.arg(text.left(100), detail));
}

/// The words that stand for a whole expression.
QString spelledOut(const QString &word)
{
    static const QHash<QString, QString> words{
        {u"minutely"_s, u"*-*-* *:*:00"_s},
        {u"hourly"_s, u"*-*-* *:00:00"_s},
        {u"daily"_s, u"*-*-* 00:00:00"_s},
        {u"weekly"_s, u"Mon *-*-* 00:00:00"_s},
        {u"monthly"_s, u"*-*-01 00:00:00"_s},
        {u"yearly"_s, u"*-01-01 00:00:00"_s},
        {u"annually"_s, u"*-01-01 00:00:00"_s},
        {u"quarterly"_s, u"*-01,04,07,10-01 00:00:00"_s},
        {u"semiannually"_s, u"*-01,07-01 00:00:00"_s},
        {u"semi-annually"_s, u"*-01,07-01 00:00:00"_s},
        {u"biannually"_s, u"*-01,07-01 00:00:00"_s},
        {u"bi-annually"_s, u"*-01,07-01 00:00:00"_s},
    };
    return words.value(word.toLower());
}

std::optional<int> numberOf(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && text.size() <= 9 && text.at(0).isDigit() ? std::optional(number) : std::nullopt;
}

std::optional<int> weekdayOf(const QString &text)
{
    static const QStringList names{u"sunday"_s,   u"monday"_s, u"tuesday"_s, u"wednesday"_s,
                                   u"thursday"_s, u"friday"_s, u"saturday"_s};
    const QString lower = text.toLower();
    for (int i = 0; i < names.size(); ++i) {
        if (lower == names.at(i) || (lower.size() == 3 && names.at(i).startsWith(lower))) {
            return i;
        }
    }
    return std::nullopt;
}

base::Result<quint8> weekdaysOf(const QString &text)
{
    quint8 mask = 0;
    const QStringList terms = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &term : terms) {
        const QString dots = term.contains(".."_L1) ? u".."_s : u"-"_s;
        const std::optional<int> from = weekdayOf(term.section(dots, 0, 0));
        const std::optional<int> to = term.contains(dots) ? weekdayOf(term.section(dots, 1)) : from;
        // The week begins on Monday.
        if (!from || !to || (*from + 6) % 7 > (*to + 6) % 7) {
            return wrong(term, u"is no weekday or range of them"_s);
        }
        for (int day = (*from + 6) % 7; day <= (*to + 6) % 7; ++day) {
            mask |= quint8(1U << ((day + 1) % 7));
        }
    }
    return mask;
}

struct Limits
{
    int least = 0;
    int most = 0;
};

/// Every value of a list with ranges and steps; empty is `*`.
base::Result<std::vector<int>> valuesOf(const QString &text, Limits limits)
{
    std::vector<int> values;
    if (text == "*"_L1) {
        return values;
    }
    const QStringList terms = text.split(u',');
    for (const QString &term : terms) {
        const QString range = term.section(u'/', 0, 0);
        const std::optional<int> from = numberOf(range.section(".."_L1, 0, 0));
        const bool isRange = range.contains(".."_L1);
        const bool isRepeated = term.contains(u'/');
        const std::optional<int> step = isRepeated ? numberOf(term.section(u'/', 1)) : std::optional(1);
        const std::optional<int> to = isRange      ? numberOf(range.section(".."_L1, 1))
                                      : isRepeated ? std::optional(limits.most)
                                                   : from;
        if (!from || !to || !step || *step < 1 || *from < limits.least || *to > limits.most || *from > *to) {
            return wrong(term, u"is no number %1–%2, range or repetition of them"_s.arg(limits.least).arg(limits.most));
        }
        for (qint64 value = *from; value <= *to; value += *step) {
            values.push_back(int(value));
        }
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

quint64 maskOf(const std::vector<int> &values)
{
    quint64 mask = 0;
    for (const int value : values) {
        mask |= quint64(1) << value;
    }
    return mask;
}

base::Result<quint64> maskOf(const QString &text, Limits limits)
{
    TRY(const std::vector<int> values, valuesOf(text, limits));
    return maskOf(values);
}

/// Two digits are 1970 to 2069.
std::vector<int> fullYears(std::vector<int> years)
{
    for (int &year : years) {
        year += year < 70 ? 2000 : year < 100 ? 1900 : 0;
    }
    return years;
}

/// `~7/1` counts from the seventh last day on, forward: to 6, 5 … 1.
base::Result<quint64> daysFromEnd(const QString &text)
{
    quint64 mask = 0;
    const QStringList terms = text.split(u',');
    for (const QString &term : terms) {
        const QString range = term.section(u'/', 0, 0);
        const std::optional<int> from = numberOf(range.section(".."_L1, 0, 0));
        const bool isRepeated = term.contains(u'/');
        const std::optional<int> step = isRepeated ? numberOf(term.section(u'/', 1)) : std::optional(1);
        const std::optional<int> to = range.contains(".."_L1) ? numberOf(range.section(".."_L1, 1))
                                      : isRepeated            ? std::optional(1)
                                                              : from;
        if (!from || !to || !step || *step < 1 || *from > 31 || *to < 1 || *to > *from) {
            return wrong(term, u"is no day counted from the end of a month"_s);
        }
        for (int day = *from; day >= *to; day -= *step) {
            mask |= quint64(1) << day;
        }
    }
    return mask;
}

base::Status readDate(const QString &text, CalendarTimes &into)
{
    into.fromEnd = text.contains(u'~');
    const QString months = into.fromEnd ? text.section(u'~', 0, 0) : text.section(u'-', 0, -2);
    const QString daysText = into.fromEnd ? text.section(u'~', 1) : text.section(u'-', -1);
    const QStringList parts = months.split(u'-');
    if (months.isEmpty() || parts.size() > 2) {
        return wrong(text, u"is no date such as *-*-01"_s);
    }
    TRY(const quint64 monthMask, maskOf(parts.last(), {1, 12}));
    into.months = quint32(monthMask);
    if (parts.size() == 2) {
        TRY(const std::vector<int> years, valuesOf(parts.first(), {0, lastYear}));
        into.years = fullYears(years);
    }
    TRY(const quint64 dayMask, into.fromEnd &&daysText != "*"_L1 ? daysFromEnd(daysText) : maskOf(daysText, {1, 31}));
    into.days = quint32(dayMask);
    return {};
}

base::Status readTime(const QString &text, CalendarTimes &into)
{
    const QStringList parts = text.split(u':');
    if (parts.size() < 2 || parts.size() > 3) {
        return wrong(text, u"is no time such as 03:00"_s);
    }
    if (text.contains(QRegularExpression(u"(^|[^.])\\.([^.]|$)"_s))) {
        return wrong(text, u"has a fraction of a second, which is too fine here"_s);
    }
    TRY(const quint64 hours, maskOf(parts.at(0), {0, 23}));
    TRY(const quint64 minutes, maskOf(parts.at(1), {0, 59}));
    TRY(const quint64 seconds, maskOf(parts.value(2, u"0"_s), {0, 59}));
    into.hours = quint32(hours);
    into.minutes = minutes;
    into.seconds = seconds;
    return {};
}

/// Takes the words that are a zone, a weekday, a date and a time, in this order.
base::Status readWords(QStringList words, CalendarTimes &into)
{
    if (words.size() > 1 && domain::Zone::load(words.last()) && !words.last().contains(u':')) {
        into.zone = words.takeLast();
    }
    const auto isDate = [](const QString &word) { return word.at(0).isDigit() || word.at(0) == u'*'; };
    if (!words.isEmpty() && !isDate(words.first())) {
        TRY(into.weekdays, weekdaysOf(words.takeFirst()));
    }
    if (!words.isEmpty() && !words.first().contains(u':')) {
        CHECK(readDate(words.takeFirst(), into));
    }
    CHECK(readTime(words.isEmpty() ? u"00:00:00"_s : words.takeFirst(), into));
    return words.isEmpty() ? base::Status() : wrong(words.first(), u"can't stand here"_s);
}

bool has(quint64 mask, int value)
{
    return mask == 0 || ((mask >> value) & 1U) != 0;
}

bool fitsDay(const CalendarTimes &times, std::chrono::local_days day)
{
    const std::chrono::year_month_day date(day);
    const bool year =
        times.years.empty() || std::binary_search(times.years.begin(), times.years.end(), int(date.year()));
    if (!year || !has(times.months, int(unsigned(date.month()))) ||
        !has(times.weekdays, int(std::chrono::weekday(day).c_encoding()))) {
        return false;
    }
    const std::chrono::year_month_day_last last{date.year() / date.month() / std::chrono::last};
    const int ofMonth = int(unsigned(date.day()));
    return has(times.days, times.fromEnd ? int(unsigned(last.day())) - ofMonth + 1 : ofMonth);
}

std::vector<base::Seconds> timesOfDay(const CalendarTimes &times)
{
    std::vector<base::Seconds> all;
    for (int hour = 0; hour < 24; ++hour) {
        for (int minute = 0; has(times.hours, hour) && minute < 60; ++minute) {
            for (int second = 0; has(times.minutes, minute) && second < 60; ++second) {
                if (has(times.seconds, second)) {
                    all.emplace_back(hour * 3600 + minute * 60 + second);
                }
            }
        }
    }
    return all;
}

QString listed(quint64 mask, Limits limits)
{
    QStringList values;
    for (int value = limits.least; value <= limits.most; ++value) {
        if (has(mask, value)) {
            values.append(QString::number(value));
        }
    }
    return values.size() == limits.most - limits.least + 1 ? u"*"_s : values.join(u',');
}

QString daysListed(const CalendarTimes &times)
{
    if (!times.fromEnd || times.days == 0) {
        return listed(times.days, {1, 31});
    }
    QStringList values;
    for (int day = 31; day >= 1; --day) {
        if (has(times.days, day)) {
            values.append(day == 1 ? u"L"_s : u"L-%1"_s.arg(day - 1));
        }
    }
    return values.join(u',');
}

} // namespace

base::Result<CalendarTimes> calendarTimes(const QString &expression)
{
    CalendarTimes times;
    QStringList words = expression.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return wrong(expression, u"is empty"_s);
    }
    if (words.first().startsWith(u'@')) {
        bool isNumber = false;
        const qint64 seconds = words.first().mid(1).toLongLong(&isNumber);
        if (!isNumber || words.size() > 1 || seconds < 0 || seconds > 7'000'000'000) {
            return wrong(expression, u"is no time in seconds since 1970"_s);
        }
        times.at = base::Instant(base::Seconds(seconds));
        return times;
    }
    if (const QString spelled = spelledOut(words.first()); !spelled.isEmpty()) {
        words = spelled.split(u' ') + words.mid(1);
    }
    CHECK(readWords(words, times));
    return times;
}

FireTimes calendarFireTimes(const CalendarTimes &times, const domain::Zone &zone)
{
    return [times, zone, ofDay = timesOfDay(times)](base::Instant from, base::Instant before,
                                                    std::vector<base::Instant> &into) {
        if (times.at) {
            if (*times.at >= from && *times.at < before) {
                into.push_back(*times.at);
            }
            return;
        }
        const auto first = std::chrono::floor<days>(zone.toLocal(from)) - days(1);
        const auto last = std::chrono::floor<days>(zone.toLocal(before)) + days(1);
        for (auto day = first; day <= last; day += days(1)) {
            if (!fitsDay(times, day)) {
                continue;
            }
            for (const base::Seconds &time : ofDay) {
                const domain::WallMatch match = zone.fromLocal(LocalTime(day + time));
                const bool exists = match.kind != domain::WallMatch::Kind::Never;
                if (exists && match.first >= from && match.first < before) {
                    into.push_back(match.first);
                }
            }
        }
        std::sort(into.begin(), into.end());
    };
}

QString cronOf(const CalendarTimes &times)
{
    const QString ofMonth = daysListed(times);
    const QString ofWeek = listed(times.weekdays, {0, 6});
    QStringList fields{listed(times.minutes, {0, 59}), listed(times.hours, {0, 23}), ofMonth,
                       listed(times.months, {1, 12}),
                       (ofMonth != "*"_L1 && ofWeek != "*"_L1 ? u"+"_s : QString()) + ofWeek};
    QStringList years;
    for (const int year : times.years) {
        if (year >= firstYear && year <= lastYear) {
            years.append(QString::number(year));
        }
    }
    const QString seconds = listed(times.seconds, {0, 59});
    if (seconds != "0"_L1 || !times.years.empty()) {
        fields.prepend(seconds);
    }
    if (!times.years.empty()) {
        fields.append(years.join(u','));
    }
    return fields.join(u' ');
}

} // namespace bundles
