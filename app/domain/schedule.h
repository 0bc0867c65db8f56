// SPDX-License-Identifier: Apache-2.0
// When an automation is due. A value; every answer is pure arithmetic over it and a time zone.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace domain {

/// What becomes of a fixed time that a forward clock change leaves out.
enum class GapRule { Auto, End, Skip, Shift };
/// What becomes of a fixed time that a backward clock change passes twice.
enum class OverlapRule { Auto, First, Both, Second };

/// A trigger of type `schedule`. Exactly one of `cron`, `everySeconds` and `at` is set.
struct Schedule
{
    QString cron;                         ///< Open Cron Pattern Specification 1.0–1.4, or empty.
    qint64 everySeconds = 0;              ///< Start to start from `anchor`; ≥ 1, or 0.
    std::optional<base::Instant> at;      ///< One instant.
    std::optional<base::Instant> anchor;  ///< First start of an interval; the automation's creation where not given.
    QString timezone;                     ///< IANA name; empty is the system's zone.
    qint64 jitterSeconds = 0;             ///< Spread by 0…jitter, stable per automation and slot.
    std::optional<base::Instant> notBefore;
    std::optional<base::Instant> notAfter;
    GapRule gap = GapRule::Auto;
    OverlapRule overlap = OverlapRule::Auto;

    friend bool operator==(const Schedule &, const Schedule &) = default;
};

/// The fields of a schedule trigger, without `type`. Unknown fields and wrong values are Invalid with their name.
base::Result<Schedule> scheduleFromJson(const QJsonObject &object);
QJsonObject toJson(const Schedule &schedule);

} // namespace domain
