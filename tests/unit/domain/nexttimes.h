// SPDX-License-Identifier: Apache-2.0
// The next times of an expression as one line of text, for tables of tests.
#pragma once

#include "app/domain/cron.h"
#include "app/domain/zone.h"

#include <QStringList>

namespace test {

struct ClockRules
{
    domain::GapRule gap = domain::GapRule::Auto;
    domain::OverlapRule overlap = domain::OverlapRule::Auto;
};

inline base::Instant utc(const QString &text)
{
    return base::parseIso(text + QLatin1Char('Z')).value();
}

/// The next `count` times after `from`, as `2026-01-01T00:00:00 …`, all UTC; `never` where they end.
inline QString nextTimes(const QString &expression, const QString &zone, const QString &from, qsizetype count,
                         ClockRules rules = {})
{
    const auto cron = domain::Cron::parse(expression);
    if (!cron) {
        return cron.error().message();
    }
    const domain::Zone loaded = domain::Zone::load(zone).value();
    base::Instant at = utc(from);
    QStringList found;
    while (found.size() < count) {
        const auto next = cron->next(at, loaded, rules.gap, rules.overlap);
        if (!next) {
            found.append(QStringLiteral("never"));
            break;
        }
        at = *next;
        found.append(base::isoUtc(at).first(19));
    }
    return found.join(QLatin1Char(' '));
}

} // namespace test
