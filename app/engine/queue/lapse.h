// SPDX-License-Identifier: Apache-2.0
// A length of time from a civil instant on. It has passed when either clock says so: a civil clock set back does not
// prolong it, and sleep, which the monotonic clock may not count, counts.
#pragma once

#include "app/base/clock.h"

#include <algorithm>

namespace engine {

class Lapse
{
public:
    /// Of something that began at `begin`; after now, which a clock set back makes of it, is now.
    Lapse(base::Instant begin, const base::Clock &clock)
        : m_begin(std::min(begin, clock.now())), m_monotonic(clock.monotonic() - (clock.now() - m_begin))
    {
    }

    base::Millis passed(const base::Clock &clock) const
    {
        const auto monotonic = std::chrono::floor<base::Millis>(clock.monotonic() - m_monotonic);
        return std::max(clock.now() - m_begin, monotonic);
    }
    /// When, by the civil clock as it stands, `length` will have passed; now where it has.
    base::Instant end(base::Millis length, const base::Clock &clock) const
    {
        return clock.now() + std::max(length - passed(clock), base::Millis(0));
    }

private:
    base::Instant m_begin;
    std::chrono::nanoseconds m_monotonic; ///< What the monotonic clock showed at the begin.
};

} // namespace engine
