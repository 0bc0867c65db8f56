// SPDX-License-Identifier: Apache-2.0
// When an automation is due. A value; every answer is pure arithmetic over it and a time zone.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/domain/cron.h"
#include "app/domain/zone.h"

#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

namespace domain {

/// A trigger of type `schedule`. Exactly one of `cron`, `everySeconds` and `at` is set.
struct Schedule
{
    QString cron;                        ///< Open Cron Pattern Specification 1.0–1.4, or empty.
    qint64 everySeconds = 0;             ///< Start to start from `anchor`; ≥ 1, or 0.
    std::optional<base::Instant> at;     ///< One instant.
    std::optional<base::Instant> anchor; ///< First start of an interval; the automation's creation where not given.
    QString timezone;                    ///< IANA name; empty is the system's zone.
    qint64 jitterSeconds = 0;            ///< Spread by 0…jitter, stable per automation and slot.
    std::optional<base::Instant> notBefore;
    std::optional<base::Instant> notAfter;
    GapRule gap = GapRule::Auto;
    OverlapRule overlap = OverlapRule::Auto;

    friend bool operator==(const Schedule &, const Schedule &) = default;
};

inline constexpr qint64 longestIntervalSeconds = 10LL * 366 * 86400; ///< Ten years.
inline constexpr qint64 longestJitterSeconds = 86400;

/// Where a JSON form comes from. What the store holds was checked before it was saved. It stays readable when its zone
/// has left the system since, or its expression is of a newer version: whoever makes a SlotFinder is told.
enum class Provenance { Outside, Store };

/// Reads the fields of a schedule trigger, its `type` taken out. Unknown fields, wrong types, bad expressions and
/// unknown zones are Invalid and name the field; a time without an offset is a wall time of `timezone`.
base::Result<Schedule> scheduleFromJson(const QJsonObject &json, Provenance provenance = Provenance::Outside);
/// The same fields, defaults left out. Instants are UTC.
QJsonObject toJson(const Schedule &schedule);

/// How much later than its slots an automation is due.
class Jitter
{
public:
    Jitter(const Schedule &schedule, const base::AutomationId &automation);

    /// 0…jitter, always the same for the same automation and slot.
    base::Millis of(base::Instant slot) const;
    /// When a slot is due: jitter added, but never as late as the following slot, so that slots keep their order.
    base::Instant due(base::Instant slot, std::optional<base::Instant> following) const
    {
        if (m_choices == 1) {
            return slot;
        }
        const base::Instant due = slot + of(slot);
        return following ? std::min(due, *following - base::Millis(1)) : due;
    }

private:
    quint64 m_seed; ///< What the automation adds to the hash of all its slots.
    quint64 m_choices;
};

/// A schedule made ready to be asked often: expression parsed, zone loaded. Immutable; safe on every thread.
class SlotFinder
{
public:
    /// `created` is the automation's creation, from which intervals without an anchor count. Invalid names the field.
    static base::Result<SlotFinder> make(const Schedule &schedule, base::Instant created);
    /// The same for one of many schedules.
    static base::Result<SlotFinder> make(const Schedule &schedule, base::Instant created, Zones &zones);

    const Schedule &schedule() const { return m_schedule; }
    const Zone &zone() const { return m_zone; }

    /// The first slot strictly after an instant, jitter not counted; empty when there is none any more.
    std::optional<base::Instant> next(base::Instant after) const;
    /// Appends the slots in [from, before), in order. The first one behind; empty when there is none any more.
    std::optional<base::Instant> slotsUntil(base::Instant from, base::Instant before,
                                            std::vector<base::Instant> &into) const;
    /// When a slot is due; see Jitter.
    base::Instant dueAt(base::Instant slot, const base::AutomationId &automation) const;

private:
    SlotFinder(Schedule schedule, base::Instant created, Zone zone, std::optional<Cron> cron);
    std::optional<base::Instant> nextUnbounded(base::Instant after) const;
    void appendNear(base::Instant slot, base::Instant before, std::vector<base::Instant> &into) const;

    Schedule m_schedule;
    base::Instant m_anchor;
    Zone m_zone;
    std::optional<Cron> m_cron;
};

} // namespace domain
