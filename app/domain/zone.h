// SPDX-License-Identifier: Apache-2.0
// A time zone, read from the system's zone files: when its offset changes, from 1970 to the end of 2199. What a wall
// clock skips and passes twice is told, never guessed.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QHash>
#include <QString>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <vector>

namespace domain {

/// What a wall clock shows, without saying where.
using LocalTime = std::chrono::local_time<base::Millis>;

/// The instant, or instants, at which a wall clock shows something.
struct WallMatch
{
    enum class Kind {
        Once,  ///< `first` and `second` are the same.
        Never, ///< Left out by a forward change at `change`; `first` counts on with the offset before it.
        Twice, ///< Passed at `first` and again at `second`.
    };
    Kind kind = Kind::Once;
    base::Instant first;
    base::Instant second;
    base::Instant change; ///< Of Never: the end of the gap.
};

/// Immutable and shared: copies cost a reference count. Safe on every thread.
class Zone
{
public:
    /// A stretch of time with one offset.
    struct Segment
    {
        qint64 start = 0;  ///< UTC seconds since 1970, the first one inside.
        qint64 end = 0;    ///< The first one behind.
        qint32 offset = 0; ///< Seconds east of UTC.
        qint32 shift = 0;  ///< How far the wall clock jumped at `start`; positive is forward, 0 only in the first one.
    };

    /// The zone of an IANA name such as `Europe/Berlin`, from `$TZDIR`, else /usr/share/zoneinfo. An empty name is the
    /// system's zone. Anything unknown is Invalid in the field `timezone`; it is never taken for UTC.
    static base::Result<Zone> load(const QString &name);
    /// The same from another folder of zone files.
    static base::Result<Zone> load(const QString &name, const QString &folder);
    /// Where load() looks for a name.
    static QString fileOf(const QString &name);
    /// Needs no files.
    static Zone utc();

    const QString &name() const;
    /// Read from the same file, and not replaced in between.
    friend bool operator==(const Zone &a, const Zone &b) { return a.m_data == b.m_data; }

    int segmentCount() const { return int(m_data->segments.size()); }
    const Segment &segment(int index) const { return m_data->segments[size_t(index)]; }
    /// Index of the segment an instant lies in; UTC seconds. Constant time.
    int segmentAt(qint64 utc) const
    {
        const qint64 bucket = std::clamp<qint64>(utc >> bucketBits, 0, bucketCount - 1);
        size_t index = m_data->buckets[size_t(bucket)];
        while (utc >= m_data->segments[index].end) {
            ++index;
        }
        return int(index);
    }

    base::Seconds offsetAt(base::Instant instant) const;
    LocalTime toLocal(base::Instant instant) const;
    WallMatch fromLocal(LocalTime local) const;

private:
    /// 2^24 seconds are 194 days: seldom more than one change in a bucket.
    static constexpr int bucketBits = 24;
    static constexpr int bucketCount = 434; ///< Up to the first days of 2200.

    struct Data
    {
        QString name;
        std::vector<Segment> segments;
        std::array<quint16, bucketCount> buckets{}; ///< The segment in which each bucket begins; the first in bucket 0.
    };

    explicit Zone(std::shared_ptr<const Data> data);
    static base::Result<Zone> read(const QString &name, const QString &path);
    static std::shared_ptr<const Data> index(const QString &name, std::vector<Segment> segments);

    std::shared_ptr<const Data> m_data;
};

/// Zones by name, each loaded once: for one operation over many schedules, which then all go by the same files.
class Zones
{
public:
    /// As Zone::load().
    const base::Result<Zone> &of(const QString &name);

private:
    QHash<QString, base::Result<Zone>> m_known;
};

} // namespace domain
