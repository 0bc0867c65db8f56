// SPDX-License-Identifier: Apache-2.0
// How long an automation usually takes, from its last runs: the neighbour that every duration on the screen gets.
#pragma once

#include "app/domain/run.h"

#include <optional>

namespace models {

/// How long the run ran: to its end, or to `now` while it runs; empty when it never started.
std::optional<base::Millis> ranFor(const domain::Run &run, base::Instant now);

struct UsualTime
{
    base::Millis median{0}; ///< Of the runs that are done.
    base::Millis high{0};   ///< Their 95th percentile, by nearest rank.
    base::Millis longest{0};

    friend bool operator==(const UsualTime &, const UsualTime &) = default;
};

/// Empty when none of the runs is done.
std::optional<UsualTime> usualTime(const QList<domain::Run> &runs);

std::optional<UsualTime> usualTime(QList<base::Millis> times);

/// The usual times of many automations, kept up with by the runs that end.
class UsualTimes
{
public:
    bool knows(const base::AutomationId &id) const { return m_times.contains(id); }
    /// Takes the place of what was known.
    void learn(const base::AutomationId &id, const QList<domain::Run> &newestFirst);
    /// One more run has ended; only one that is done counts.
    void add(const domain::Run &run);
    std::optional<UsualTime> of(const base::AutomationId &id) const;

private:
    QHash<base::AutomationId, QList<base::Millis>> m_times; ///< Newest first.
    QHash<base::AutomationId, UsualTime> m_usual;
};

/// `part` as a share of `whole`, 0 to 1; 0 when there is no whole.
double share(base::Millis part, base::Millis whole);

} // namespace models
