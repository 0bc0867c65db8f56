// SPDX-License-Identifier: Apache-2.0
// How long until a remote system is looked at again: soon while something runs there, less and less often when nothing
// does, and later and later while it can't be reached. `chance` is from 0 to 1 and spreads what would come together.
#pragma once

#include "app/base/clock.h"

namespace syncing {

inline constexpr base::Millis soonestLook{2000};
inline constexpr base::Millis latestRetry{600'000};

/// The pause after the n-th failure in a row, from 1: doubles from 2 s up to 10 min; half of it to all of it.
base::Millis pauseAfterFailures(int failures, double chance);

class Pace
{
public:
    /// After a look that worked. Never longer than `interval` and a tenth of it. What runs for minutes without anything
    /// new is looked at less often, too.
    base::Millis afterLook(bool somethingRuns, base::Millis interval, double chance);
    base::Millis afterFailure(double chance) { return pauseAfterFailures(++m_failures, chance); }
    /// What was done a moment ago may show: the next looks are soon.
    void quicken() { m_idleLooks = m_busyLooks = 0; }

private:
    int m_idleLooks = 0; // in a row, in which nothing ran
    int m_busyLooks = 0; // in a row, in which something ran and nothing was new
    int m_failures = 0;
};

} // namespace syncing
