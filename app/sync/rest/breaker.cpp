// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/breaker.h"

#include <algorithm>

namespace rest {

namespace {

base::Millis left(Breaker::Time until, Breaker::Time now)
{
    return until > now ? std::chrono::ceil<base::Millis>(until - now) : base::Millis(0);
}

} // namespace

base::Millis Breaker::plea(Time now) const
{
    return left(m_pleaUntil, now);
}

base::Millis Breaker::restsFor(Time now) const
{
    if (!m_restUntil) {
        return base::Millis(0);
    }
    const base::Millis rest = left(*m_restUntil, now);
    return rest.count() == 0 && m_probing ? m_habits.firstPause : rest;
}

void Breaker::begins(Time now)
{
    m_probing = m_restUntil && *m_restUntil <= now;
}

void Breaker::worked()
{
    m_failures = 0;
    m_rests = 0;
    m_restUntil.reset();
    m_probing = false;
}

void Breaker::failed(Time now)
{
    ++m_failures;
    if (m_failures < m_habits.failuresInARow && !m_probing) {
        return;
    }
    m_probing = false;
    const base::Millis rest = m_habits.rest * (1 << std::min(m_rests, 10));
    m_restUntil = now + std::min(rest, m_habits.longestPause);
    ++m_rests;
}

void Breaker::asksForPatience(Time now, base::Millis pause)
{
    m_pleaUntil = std::max(m_pleaUntil, now + Time(std::min(pause, m_habits.longestPlea)));
}

} // namespace rest
