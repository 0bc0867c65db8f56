// SPDX-License-Identifier: Apache-2.0
// Now, as a value that can be replaced. Everything that asks what time it is asks a Clock, so that tests own time.
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace base {

/// An instant of civil time: milliseconds since 1970-01-01 UTC, leap seconds not counted (POSIX).
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Millis = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

class Clock
{
public:
    virtual ~Clock() = default;
    /// Civil time; may jump in both directions.
    virtual Instant now() const = 0;
    /// Time since an arbitrary start that never jumps; timeouts are measured with it.
    virtual std::chrono::nanoseconds monotonic() const = 0;
};

/// The machine's own clocks. Safe on every thread.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    std::chrono::nanoseconds monotonic() const override;
};

/// `2026-10-22T12:32:08.004Z` (RFC 3339, always UTC, always milliseconds).
QString isoUtc(Instant instant);
/// The same instant with the offset of the system's zone: `2026-10-22T14:32:08.004+02:00`.
QString isoLocal(Instant instant);
/// Reads ISO 8601 with an offset or `Z`; without either it is the system's zone. Empty when it is not a time.
std::optional<Instant> parseIso(const QString &text);

inline qint64 toMillis(Instant instant)
{
    return instant.time_since_epoch().count();
}
inline Instant fromMillis(qint64 millis)
{
    return Instant(Millis(millis));
}

} // namespace base
