// SPDX-License-Identifier: Apache-2.0
// "When is this expression due next, in that zone, after this time?" and its answer, as `cron next` takes it from the
// command line and from the lines of a batch.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/zone.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace cli {

/// At most so many times are asked for at once.
inline constexpr qint64 mostTimes = 100'000;

struct CronQuestion
{
    QString expression;
    QString zone; ///< IANA name; empty is the system's zone.
    QString from; ///< ISO 8601; without an offset a wall time of `zone`; empty is now.
    qint64 count = 1;
};

/// Answers questions one after the other and remembers the zones it has read.
class CronAnswerer
{
public:
    explicit CronAnswerer(base::Instant now) : m_now(now) {}

    /// The times, strictly after `from`, as ISO 8601 with the zone's offset; fewer than `count`, or none, when there
    /// are no more. Invalid names the field: one of the expression's fields, `cron`, `tz`, `from`.
    base::Result<QList<QByteArray>> times(const CronQuestion &question);

private:
    base::Result<domain::Zone> zone(const QString &name);

    base::Instant m_now;
    QHash<QString, domain::Zone> m_zones;
};

/// `2026-03-29T03:00:00+02:00`, whole seconds.
QByteArray isoIn(const domain::Zone &zone, base::Instant instant);

} // namespace cli
