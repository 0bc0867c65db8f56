// SPDX-License-Identifier: Apache-2.0
// Sleepers that wake when a FakeClock has passed their time and they are told to look.
#pragma once

#include "app/sync/sleeper.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace test {

/// All sleepers of one loop. Belongs to the thread of the loop.
class FakeSleepers
{
public:
    explicit FakeSleepers(const base::Clock &clock) : m_clock(clock) {}

    syncing::MakeSleeper maker()
    {
        return [this] { return std::make_unique<One>(m_clock, m_all); };
    }
    /// Wakes those whose time has come.
    void look()
    {
        const QList<One *> all = *m_all;
        for (One *one : all) {
            if (m_all->contains(one)) {
                one->look();
            }
        }
    }
    /// Until the first of those that sleep wakes; empty where none does.
    std::optional<base::Millis> next() const
    {
        std::optional<base::Millis> next;
        for (const One *one : std::as_const(*m_all)) {
            if (one->due) {
                const auto left = std::chrono::ceil<base::Millis>(*one->due - m_clock.monotonic());
                next = next ? std::min(*next, left) : left;
            }
        }
        return next;
    }

private:
    class One;
    using All = std::shared_ptr<QList<One *>>;

    class One final : public syncing::Sleeper
    {
    public:
        One(const base::Clock &clock, All all) : m_clock(clock), m_all(std::move(all)) { m_all->append(this); }
        ~One() override { m_all->removeAll(this); }
        void sleep(base::Millis length) override { due = m_clock.monotonic() + length; }
        void cancel() override { due.reset(); }
        void look()
        {
            if (due && *due <= m_clock.monotonic()) {
                due.reset();
                Q_EMIT woke();
            }
        }

        std::optional<std::chrono::nanoseconds> due;

    private:
        const base::Clock &m_clock;
        All m_all;
    };

    const base::Clock &m_clock;
    All m_all = std::make_shared<QList<One *>>();
};

} // namespace test
