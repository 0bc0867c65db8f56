// SPDX-License-Identifier: Apache-2.0
// Two schedules held against each other, time by time over ten years: what an import would gain and lose. Pure.
#pragma once

#include "app/domain/automation.h"

#include <atomic>
#include <functional>
#include <vector>

namespace bundles {

struct FireDifference
{
    enum class Where {
        OnlyThere, ///< The original fires, the copy does not.
        OnlyHere,
    };
    base::Instant at;
    Where where = Where::OnlyThere;

    friend bool operator==(const FireDifference &, const FireDifference &) = default;
};

struct FireCheck
{
    base::Instant from;
    base::Instant to;
    qint64 there = 0; ///< How often the original fires in between.
    qint64 here = 0;
    QList<FireDifference> differences; ///< By time; the first mostDifferences of them.
    qint64 count = 0;                  ///< Of all differences.
    QString zone;                      ///< In whose wall time they are told.

    bool same() const { return count == 0; }
};

inline constexpr qsizetype mostDifferences = 1000;

/// Appends the times in [from, before), in order; one that comes twice stands there twice.
using FireTimes = std::function<void(base::Instant from, base::Instant before, std::vector<base::Instant> &into)>;

/// Those of all schedules of the triggers together. Invalid names the trigger.
base::Result<FireTimes> fireTimesOf(const QList<domain::Trigger> &triggers, base::Instant created);

/// Ten years from the first whole minute after `now` on.
FireCheck compareFireTimes(const FireTimes &there, const FireTimes &here, base::Instant now);

/// Compares one after the other, as long as all of it does not take too long.
class FireComparer
{
public:
    /// `cancelled` ends it as soon as it is set; it may be null.
    explicit FireComparer(base::Instant now, const std::atomic<bool> *cancelled = nullptr)
        : m_now(now), m_cancelled(cancelled)
    {
    }

    /// Nothing once there was too much before, or it was cancelled.
    std::optional<FireCheck> compare(const FireTimes &there, const FireTimes &here, const QString &zone);

    static constexpr const char *tooMany = "its times were not compared with those of the original: there are too many";

private:
    static constexpr qint64 mostTimes = 1'000'000'000; ///< Of both sides together: half a minute.

    base::Instant m_now;
    const std::atomic<bool> *m_cancelled;
    qint64 m_compared = 0;
};

/// A difference a line, in the wall time of the zone, at most `most`; one more line where there are more.
QStringList inWords(const FireCheck &check, qsizetype most);
/// `{from, to, there, here, same, count, differences: [{at, where}]}`
QJsonObject toJson(const FireCheck &check);

} // namespace bundles
