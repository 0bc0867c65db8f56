// SPDX-License-Identifier: Apache-2.0
#include "models/parts/filtertimes.h"

#include "models/times.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qint64 mostUnits = 100'000;

base::Instant instantOf(const QDateTime &time)
{
    return base::fromMillis(time.toMSecsSinceEpoch());
}

FilterTime wholeDay(const QDate &day)
{
    return {instantOf(day.startOfDay()), instantOf(day.addDays(1).startOfDay())};
}

std::optional<FilterTime> ago(const QString &value, base::Instant now)
{
    static const QRegularExpression form(u"^(\\d{1,6})(min|h|d|w)$"_s);
    const QRegularExpressionMatch match = form.match(value);
    const qint64 count = match.captured(1).toLongLong();
    if (!match.hasMatch() || count > mostUnits) {
        return std::nullopt;
    }
    const QString unit = match.captured(2);
    const qint64 seconds = unit == "min"_L1 ? 60 : unit == "h"_L1 ? 3600 : unit == "d"_L1 ? 86'400 : 604'800;
    const base::Instant then = now - base::Seconds(count * seconds);
    return FilterTime{then, then};
}

} // namespace

std::optional<FilterTime> filterTime(const QString &value, base::Instant now)
{
    const QString word = value.toLower();
    const QDate today = localTime(now).date();
    if (word == "today"_L1) {
        return wholeDay(today);
    }
    if (word == "yesterday"_L1) {
        return wholeDay(today.addDays(-1));
    }
    if (const QDate day = QDate::fromString(value, Qt::ISODate); day.isValid() && value.size() == 10) {
        return wholeDay(day);
    }
    if (const QDateTime minute = QDateTime::fromString(value.toUpper(), u"yyyy-MM-dd'T'HH:mm"_s); minute.isValid()) {
        return FilterTime{instantOf(minute), instantOf(minute.addSecs(60))};
    }
    return ago(word, now);
}

} // namespace models
