// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cron/question.h"

#include "app/domain/cron.h"

#include <QDateTime>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

char *putNumber(char *at, int number, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
    return at + digits;
}

base::Result<base::Instant> readFrom(const QString &text, const domain::Zone &zone)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        // A wall time that the system's own zone leaves out is not valid to Qt, but may be one in the zone asked for.
        const QDateTime wall = QDateTime::fromString(text + u'Z', Qt::ISODateWithMs);
        if (!wall.isValid()) {
            return base::invalid(u"from"_s, u"from must be an ISO 8601 time such as 2026-10-22T14:30:00+02:00"_s);
        }
        return zone.fromLocal(domain::LocalTime(base::Millis(wall.toMSecsSinceEpoch()))).first;
    }
    if (time.timeSpec() != Qt::LocalTime) {
        return base::fromMillis(time.toMSecsSinceEpoch());
    }
    const QDateTime wall(time.date(), time.time(), Qt::UTC);
    return zone.fromLocal(domain::LocalTime(base::Millis(wall.toMSecsSinceEpoch()))).first;
}

} // namespace

QByteArray isoIn(const domain::Zone &zone, base::Instant instant)
{
    using namespace std::chrono;
    const seconds offset = zone.offsetAt(instant);
    const auto local = floor<seconds>(instant) + offset;
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss time(local - day);
    char text[32];
    char *at = putNumber(text, int(date.year()), 4);
    *at++ = '-';
    at = putNumber(at, int(unsigned(date.month())), 2);
    *at++ = '-';
    at = putNumber(at, int(unsigned(date.day())), 2);
    *at++ = 'T';
    at = putNumber(at, int(time.hours().count()), 2);
    *at++ = ':';
    at = putNumber(at, int(time.minutes().count()), 2);
    *at++ = ':';
    at = putNumber(at, int(time.seconds().count()), 2);
    *at++ = offset.count() < 0 ? '-' : '+';
    const int away = std::abs(int(offset.count()));
    at = putNumber(at, away / 3600, 2);
    *at++ = ':';
    at = putNumber(at, away / 60 % 60, 2);
    if (away % 60 != 0) {
        *at++ = ':';
        at = putNumber(at, away % 60, 2);
    }
    return QByteArray(text, at - text);
}

base::Result<domain::Zone> CronAnswerer::zone(const QString &name)
{
    const auto known = m_zones.constFind(name);
    if (known != m_zones.constEnd()) {
        return *known;
    }
    base::Result<domain::Zone> loaded = domain::Zone::load(name);
    if (!loaded) {
        base::Error error = loaded.error();
        error.field = u"tz"_s;
        return error;
    }
    m_zones.insert(name, *loaded);
    return loaded;
}

base::Result<QList<QByteArray>> CronAnswerer::times(const CronQuestion &question)
{
    TRY(const domain::Cron cron, domain::Cron::parse(question.expression));
    TRY(const domain::Zone in, zone(question.zone));
    base::Instant after = m_now;
    if (!question.from.isEmpty()) {
        TRY(after, readFrom(question.from, in));
    }
    QList<QByteArray> times;
    while (times.size() < question.count) {
        const std::optional<base::Instant> next = cron.next(after, in);
        if (!next) {
            break;
        }
        times.append(isoIn(in, *next));
        after = *next;
    }
    return times;
}

} // namespace cli
