// SPDX-License-Identifier: Apache-2.0
#include "app/domain/time/tzrule.h"

#include "app/domain/time/calendar.h"

#include <algorithm>

namespace domain {

namespace {

/// Reads from the front; every step says whether it found what it wanted.
class Reader
{
public:
    explicit Reader(const QByteArray &text) : m_text(text) {}

    bool atEnd() const { return m_at == m_text.size(); }

    bool take(char wanted)
    {
        if (atEnd() || m_text[m_at] != wanted) {
            return false;
        }
        ++m_at;
        return true;
    }

    bool number(int maximum, int *value)
    {
        const qsizetype begin = m_at;
        int read = 0;
        while (!atEnd() && m_text[m_at] >= '0' && m_text[m_at] <= '9' && read <= maximum) {
            read = read * 10 + (m_text[m_at++] - '0');
        }
        *value = read;
        return m_at > begin && read <= maximum;
    }

    /// `EST` or `<+0330>`.
    bool abbreviation()
    {
        const bool quoted = take('<');
        const qsizetype begin = m_at;
        while (!atEnd() && isNameCharacter(m_text[m_at], quoted)) {
            ++m_at;
        }
        return m_at > begin && (!quoted || take('>'));
    }

    /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
    bool clock(qint64 *seconds)
    {
        const bool negative = take('-');
        if (!negative) {
            take('+');
        }
        int hours = 0;
        int minutes = 0;
        int rest = 0;
        if (!number(167, &hours)) {
            return false;
        }
        if (take(':') && (!number(59, &minutes) || (take(':') && !number(59, &rest)))) {
            return false;
        }
        const qint64 total = hours * 3600LL + minutes * 60LL + rest;
        *seconds = negative ? -total : total;
        return true;
    }

    bool date(TzDate *date)
    {
        if (take('M')) {
            date->kind = TzDate::Kind::MonthWeekDay;
            if (!number(12, &date->month) || !take('.') || !number(5, &date->week) || !take('.') ||
                !number(6, &date->day) || date->month < 1 || date->week < 1) {
                return false;
            }
        } else {
            date->kind = take('J') ? TzDate::Kind::Julian : TzDate::Kind::ZeroBased;
            if (!number(365, &date->day) || (date->kind == TzDate::Kind::Julian && date->day < 1)) {
                return false;
            }
        }
        return !take('/') || clock(&date->time);
    }

private:
    static bool isNameCharacter(char c, bool quoted)
    {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (quoted && ((c >= '0' && c <= '9') || c == '+' || c == '-'));
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

qint64 monthWeekDay(const TzDate &date, int year)
{
    const qint64 first = dayNumber({year, date.month, 1});
    int day = 1 + (date.day - weekdayOf(first) + 7) % 7 + 7 * (date.week - 1);
    if (day > daysInMonth(year, date.month)) {
        day -= 7;
    }
    return first + day - 1;
}

} // namespace

qint64 TzDate::inYear(int year) const
{
    const qint64 newYear = dayNumber({year, 1, 1});
    qint64 number = newYear + day;
    if (kind == Kind::MonthWeekDay) {
        number = monthWeekDay(*this, year);
    } else if (kind == Kind::Julian) {
        number = newYear + day - 1 + (isLeapYear(year) && day >= 60 ? 1 : 0);
    }
    return number * secondsPerDay + time;
}

std::array<TzChange, 2> TzRule::changesIn(int year) const
{
    std::array<TzChange, 2> changes{TzChange{start.inYear(year) - standardOffset, summerOffset},
                                    TzChange{end.inYear(year) - summerOffset, standardOffset}};
    if (changes[1].at < changes[0].at) {
        std::swap(changes[0], changes[1]);
    }
    return changes;
}

std::optional<TzRule> readTzRule(const QByteArray &text)
{
    Reader reader(text);
    TzRule rule;
    qint64 west = 0;
    if (!reader.abbreviation() || !reader.clock(&west)) {
        return std::nullopt;
    }
    rule.standardOffset = qint32(-west);
    if (reader.atEnd()) {
        return rule;
    }
    if (!reader.abbreviation()) {
        return std::nullopt;
    }
    rule.hasSummerTime = true;
    west -= 3600;
    if (!reader.take(',') && (!reader.clock(&west) || !reader.take(','))) {
        return std::nullopt;
    }
    rule.summerOffset = qint32(-west);
    if (!reader.date(&rule.start) || !reader.take(',') || !reader.date(&rule.end) || !reader.atEnd()) {
        return std::nullopt;
    }
    return rule;
}

} // namespace domain
