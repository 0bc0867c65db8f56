// SPDX-License-Identifier: Apache-2.0
// A clock that stands still until it is told to move. Civil and monotonic time move apart only when asked to.
#pragma once

#include "app/base/clock.h"

#include <atomic>

namespace test {

class FakeClock final : public base::Clock
{
public:
    explicit FakeClock(base::Instant start) : m_now(base::toMillis(start)) {}

    base::Instant now() const override { return base::fromMillis(m_now); }
    std::chrono::nanoseconds monotonic() const override { return std::chrono::nanoseconds(m_monotonic); }

    /// Time passes: both clocks move.
    void advance(base::Millis by)
    {
        m_now += by.count();
        m_monotonic += std::chrono::nanoseconds(by).count();
    }
    /// Somebody sets the civil clock; the monotonic one does not notice.
    void jump(base::Millis by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now;
    std::atomic<qint64> m_monotonic{0};
};

} // namespace test
