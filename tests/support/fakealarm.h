// SPDX-License-Identifier: Apache-2.0
// An alarm that looks at a FakeClock when it is told that time has passed.
#pragma once

#include "app/engine/clockwork/alarm.h"

namespace test {

class FakeAlarm final : public engine::Alarm
{
public:
    explicit FakeAlarm(const base::Clock &clock) : m_clock(clock) {}

    void arm(std::optional<base::Instant> at) override { m_at = at; }

    /// Call on the alarm's thread after time has passed.
    void look()
    {
        if (m_at && *m_at <= m_clock.now()) {
            m_at.reset();
            Q_EMIT due();
        }
    }
    /// Call on the alarm's thread after somebody set the clock.
    void step() { Q_EMIT clockStepped(); }

private:
    const base::Clock &m_clock;
    std::optional<base::Instant> m_at;
};

} // namespace test
