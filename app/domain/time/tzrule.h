// SPDX-License-Identifier: Apache-2.0
// The rule at the end of a zone file: what goes on for ever after the listed changes, in the notation of POSIX TZ
// (`EST5EDT,M3.2.0,M11.1.0`, `IST-1GMT0,M10.5.0,M3.5.0/1`), with hours from -167 to 167 as RFC 8536 allows.
#pragma once

#include <QByteArray>

#include <array>
#include <optional>

namespace domain {

/// A day of every year and a time on it.
struct TzDate
{
    enum class Kind {
        MonthWeekDay, ///< `M3.2.0`: month, week (5 is the last), weekday.
        Julian,       ///< `J60`: 1…365, 29 February is never counted.
        ZeroBased,    ///< `59`: 0…365, 29 February is counted.
    };
    Kind kind = Kind::ZeroBased;
    int month = 0;
    int week = 0;
    int day = 0;
    qint64 time = 7200; ///< Seconds after local midnight, may be negative.

    /// Seconds from 1970-01-01 00:00 to the moment in that year, both local.
    qint64 inYear(int year) const;
};

struct TzChange
{
    qint64 at = 0;     ///< UTC seconds since 1970.
    qint32 offset = 0; ///< Seconds east of UTC from then on.
};

struct TzRule
{
    qint32 standardOffset = 0; ///< Seconds east of UTC.
    qint32 summerOffset = 0;
    bool hasSummerTime = false;
    TzDate start;
    TzDate end;

    /// The two changes of a year in order of time. Only with `hasSummerTime`.
    std::array<TzChange, 2> changesIn(int year) const;
};

/// Reads the rule; empty when it is not one.
std::optional<TzRule> readTzRule(const QByteArray &text);

} // namespace domain
