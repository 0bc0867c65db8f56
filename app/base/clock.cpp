// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"

#include <QDateTime>

#include <time.h>

namespace base {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

std::chrono::nanoseconds SystemClock::monotonic() const
{
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return Seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
}

QString isoUtc(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(instant), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString isoLocal(Instant instant)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMillis(instant));
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

std::optional<Instant> parseIso(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return std::nullopt;
    }
    return fromMillis(time.toMSecsSinceEpoch());
}

} // namespace base
