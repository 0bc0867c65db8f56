// SPDX-License-Identifier: Apache-2.0
#include "models/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Times
{
    Q_DECLARE_TR_FUNCTIONS(models::Times)
};

QString two(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

qint64 roundedSeconds(qint64 ms)
{
    return (ms + 500) / 1000;
}

QString secondsText(qint64 ms)
{
    if (ms < 950) {
        return Times::tr("%1 s").arg(QLocale().toString(static_cast<double>(ms) / 1000.0, 'f', 1));
    }
    return Times::tr("%1 s").arg(roundedSeconds(ms));
}

QString minutesAndSeconds(qint64 seconds)
{
    if (seconds < 3600) {
        return u"%1:%2"_s.arg(seconds / 60).arg(two(seconds % 60));
    }
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60));
}

/// `3 d 4 h`; from a day on hours are exact enough.
QString daysText(qint64 seconds)
{
    const qint64 hours = seconds / 3600;
    return hours % 24 == 0 ? Times::tr("%1 d").arg(hours / 24) : Times::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

/// Calendar days from `now` to `when` in the system's zone.
qint64 daysBetween(base::Instant now, base::Instant when)
{
    return localTime(now).date().daysTo(localTime(when).date());
}

QString weekday(const QDateTime &local)
{
    return QLocale().dayName(local.date().dayOfWeek(), QLocale::ShortFormat);
}

QString clockMinutes(const QDateTime &local)
{
    return local.toString(u"HH:mm"_s);
}

bool sameYear(base::Instant a, base::Instant b)
{
    return localTime(a).date().year() == localTime(b).date().year();
}

} // namespace

QDateTime localTime(base::Instant when)
{
    return QDateTime::fromMSecsSinceEpoch(base::toMillis(when));
}

base::Instant nextMidnight(base::Instant now)
{
    return base::fromMillis(localTime(now).date().addDays(1).startOfDay().toMSecsSinceEpoch());
}

QString durationShort(base::Millis duration)
{
    const qint64 ms = std::max<qint64>(duration.count(), 0);
    const qint64 seconds = roundedSeconds(ms);
    if (seconds < 60) {
        return secondsText(ms);
    }
    if (seconds < 600) {
        return minutesAndSeconds(seconds);
    }
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 60) {
        return Times::tr("%1 min").arg(minutes);
    }
    return minutes < 24 * 60 ? Times::tr("%1 h %2").arg(minutes / 60).arg(two(minutes % 60)) : daysText(seconds);
}

QString durationExact(base::Millis duration)
{
    const qint64 ms = std::max<qint64>(duration.count(), 0);
    const qint64 seconds = roundedSeconds(ms);
    return seconds < 10 ? secondsText(ms) : minutesAndSeconds(seconds);
}

QString durationCounter(base::Millis duration)
{
    return minutesAndSeconds(std::max<qint64>(duration.count(), 0) / 1000);
}

QString durationWords(base::Millis duration)
{
    const qint64 seconds = std::max<qint64>(duration.count(), 0) / 1000;
    if (seconds < 60) {
        return Times::tr("%1 s").arg(seconds);
    }
    if (seconds < 300 && seconds % 60 != 0) {
        return Times::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    }
    if (seconds < 3600) {
        return Times::tr("%1 min").arg(seconds / 60);
    }
    if (seconds >= 24 * 3600) {
        return daysText(seconds);
    }
    const qint64 minutes = seconds / 60 % 60;
    return minutes == 0 ? Times::tr("%1 h").arg(seconds / 3600)
                        : Times::tr("%1 h %2 min").arg(seconds / 3600).arg(minutes);
}

QString distance(base::Instant when, base::Instant now)
{
    const base::Millis ahead = when - now;
    if (ahead <= base::Seconds(-1)) {
        return Times::tr("%1 ago").arg(durationWords(-ahead));
    }
    return ahead < base::Seconds(1) ? Times::tr("now") : Times::tr("in %1").arg(durationWords(ahead));
}

QString pastShort(base::Instant when, base::Instant now)
{
    const QDateTime local = localTime(when);
    const qint64 days = daysBetween(when, now);
    if (days <= 0) {
        return clockMinutes(local);
    }
    if (days <= 6) {
        return weekday(local);
    }
    return sameYear(when, now) ? dayText(local.date()) : dayYearText(local.date());
}

QString pastExact(base::Instant when, base::Instant now)
{
    const QDateTime local = localTime(when);
    const qint64 days = daysBetween(when, now);
    if (days == 0) {
        return clockSeconds(when);
    }
    if (days > 0 && days <= 6) {
        return weekday(local) + u' ' + clockMinutes(local);
    }
    return sameYear(when, now) ? dayText(local.date()) + u' ' + clockMinutes(local) : dayYearText(local.date());
}

QString futureShort(base::Instant when, base::Instant now)
{
    const QDateTime local = localTime(when);
    const qint64 days = daysBetween(now, when);
    if (days <= 0) {
        return clockMinutes(local);
    }
    if (days <= 6) {
        return weekday(local) + u' ' + clockMinutes(local);
    }
    return sameYear(when, now) ? dayText(local.date()) + u' ' + clockMinutes(local) : dayYearText(local.date());
}

QString futureLong(base::Instant when, base::Instant now)
{
    const qint64 days = daysBetween(now, when);
    if (days == 0) {
        return Times::tr("Today %1").arg(clockMinutes(localTime(when)));
    }
    return days == 1 ? Times::tr("Tomorrow %1").arg(clockMinutes(localTime(when))) : futureShort(when, now);
}

QString clockSeconds(base::Instant when)
{
    return localTime(when).toString(u"HH:mm:ss"_s);
}

QString dayText(QDate day)
{
    //: A date without its year, as QLocale::toString() takes it.
    return QLocale().toString(day, Times::tr("d MMM"));
}

QString dayYearText(QDate day)
{
    //: A date, as QLocale::toString() takes it.
    return QLocale().toString(day, Times::tr("d MMM yyyy"));
}

QString sizeText(qint64 bytes)
{
    static constexpr const char *units[] = {"B", "kB", "MB", "GB", "TB"};
    double value = static_cast<double>(std::max<qint64>(bytes, 0));
    size_t unit = 0;
    // 999.5 would be written as 1000.
    while (value >= 999.5 && unit + 1 < std::size(units)) {
        value /= 1000.0;
        ++unit;
    }
    const int decimals = unit > 0 && value < 9.95 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals) + u' ' + QLatin1StringView(units[unit]);
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace models
