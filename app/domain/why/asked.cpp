// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/asked.h"

#include "app/domain/why/clockchange.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::Millis minute{60'000};
constexpr base::Millis second{1'000};

base::Error wrong(const QString &field, const QString &text)
{
    return base::invalid(
        field,
        u"%1 must be a time such as 2026-10-22T03:00 or 2026-10-22T03:00:00+02:00; it is \"%2\""_s.arg(field, text));
}

TimeRange stretch(base::Instant from, base::Millis length)
{
    return {from, from + length - base::Millis(1)};
}

/// Seconds east of UTC of `Z`, `+02:00`, `-0330`. A plus sign that a form took for a space is one.
std::optional<int> offsetSeconds(const QString &text)
{
    if (text == u"Z" || text == u"z") {
        return 0;
    }
    const QString digits = text.mid(1).remove(u':');
    const int hours = digits.left(2).toInt();
    const int minutes = digits.mid(2).toInt();
    if (hours > 14 || minutes > 59) {
        return std::nullopt;
    }
    return (text.front() == u'-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

AskedTime onTheWall(LocalTime wall, const Zone &zone, base::Millis length)
{
    const WallMatch match = zone.fromLocal(wall);
    switch (match.kind) {
    case WallMatch::Kind::Once:
        return {.ranges = {stretch(match.first, length)}};
    case WallMatch::Kind::Never:
        // By the rule of the schedule it is due at the end of the gap, or as much later as the gap is long.
        return {
            .ranges = {stretch(match.change, length), stretch(match.first, length)},
            .leftOut = wall,
            .gap = gapAround(zone, wall).value_or(ClockGap()),
            .zone = zone.name(),
        };
    case WallMatch::Kind::Twice:
        return {.ranges = {stretch(match.first, length), stretch(match.second, length)}};
    }
    Q_UNREACHABLE();
}

} // namespace

base::Result<AskedTime> readAskedTime(const QString &text, const Zone &zone, const QString &field)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d{1,3})?)?([Zz]|[+ -]\\d\\d:?\\d\\d)?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const QString seconds = match.captured(3);
    const QDate day = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time =
        QTime::fromString(match.captured(2) + (seconds.isEmpty() ? u":00"_s : seconds), Qt::ISODateWithMs);
    if (!match.hasMatch() || !day.isValid() || !time.isValid()) {
        return wrong(field, text);
    }
    const qint64 wall = QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch();
    const base::Millis length = seconds.isEmpty() ? minute : second;
    const QString offset = match.captured(4);
    if (offset.isEmpty()) {
        return onTheWall(LocalTime(base::Millis(wall)), zone, length);
    }
    const std::optional<int> east = offsetSeconds(offset);
    if (!east) {
        return wrong(field, text);
    }
    return AskedTime{.ranges = {stretch(base::fromMillis(wall - qint64(*east) * 1000), length)}};
}

} // namespace domain
