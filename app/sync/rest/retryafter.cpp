// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/retryafter.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rest {

namespace {

constexpr qint64 longestSeconds = 366LL * 86400;

} // namespace

std::optional<base::Instant> httpDate(const QByteArray &text)
{
    if (text.size() > 64) {
        return std::nullopt;
    }
    const QString simple = QString::fromLatin1(text).simplified();
    for (const QString &form :
         {u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s, u"dddd, dd-MMM-yy hh:mm:ss 'GMT'"_s, u"ddd MMM d hh:mm:ss yyyy"_s}) {
        QDateTime read = QLocale::c().toDateTime(simple, form);
        if (!read.isValid()) {
            continue;
        }
        if (form.contains(u"-yy "_s) && read.date().year() < 1970) {
            read = read.addYears(100);
        }
        return base::fromMillis(QDateTime(read.date(), read.time(), Qt::UTC).toMSecsSinceEpoch());
    }
    return std::nullopt;
}

std::optional<base::Millis> retryAfter(const QByteArray &value, const QByteArray &date, base::Instant now)
{
    const QByteArray text = value.trimmed();
    const bool isNumber =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        return base::Seconds(fits ? std::min(seconds, longestSeconds) : longestSeconds);
    }
    const std::optional<base::Instant> until = httpDate(text);
    if (!until) {
        return std::nullopt;
    }
    const base::Millis pause = *until - httpDate(date).value_or(now);
    return std::clamp<base::Millis>(pause, base::Millis(0), base::Seconds(longestSeconds));
}

} // namespace rest
