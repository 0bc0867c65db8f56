// SPDX-License-Identifier: Apache-2.0
// When one server is left alone: for as long as it asks for, and for a while after failures in a row. Time is
// monotonic.
#pragma once

#include "app/sync/rest/habits.h"

#include <chrono>
#include <optional>

namespace rest {

class Breaker
{
public:
    using Time = std::chrono::nanoseconds;

    explicit Breaker(const Habits &habits) : m_habits(habits) {}

    /// How long it asks to be left alone from now on; 0 where it does not.
    base::Millis plea(Time now) const;
    /// How long it is left alone for what it did; 0 where it may be asked. After a rest only one call is let through
    /// until it is known how that went.
    base::Millis restsFor(Time now) const;

    void begins(Time now);
    void worked();
    void failed(Time now);
    /// The call was neither: it was taken back.
    void ended() { m_probing = false; }
    void asksForPatience(Time now, base::Millis pause);

private:
    Habits m_habits;
    Time m_pleaUntil{0};
    std::optional<Time> m_restUntil;
    int m_failures = 0;
    int m_rests = 0;
    bool m_probing = false;
};

} // namespace rest
