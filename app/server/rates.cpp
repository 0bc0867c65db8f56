// SPDX-License-Identifier: Apache-2.0
#include "app/server/rates.h"

#include "app/server/limits.h"

#include <algorithm>

namespace server {

namespace {

constexpr qsizetype mostBuckets = 10'000;

} // namespace

double Rates::leftOf(const Bucket &bucket, std::chrono::nanoseconds now) const
{
    const double seconds = std::chrono::duration<double>(now - bucket.at).count();
    return std::min(bucket.left + seconds * m_limits.hookRate, double(m_limits.hookBurst));
}

/// A full one is as good as none.
void Rates::forgetFull(std::chrono::nanoseconds now)
{
    m_buckets.removeIf([&](const auto &entry) { return leftOf(*entry, now) >= m_limits.hookBurst; });
}

std::optional<base::Seconds> Rates::take(const QString &name)
{
    const std::chrono::nanoseconds now = m_clock.monotonic();
    if (m_buckets.size() >= mostBuckets) {
        forgetFull(now);
    }
    const auto known = m_buckets.constFind(name);
    const double left = known == m_buckets.constEnd() ? m_limits.hookBurst : leftOf(*known, now);
    if (left < 1) {
        const double wait = (1 - left) / m_limits.hookRate;
        return base::Seconds(std::max<qint64>(1, qint64(std::ceil(wait))));
    }
    m_buckets.insert(name, {.left = left - 1, .at = now});
    return std::nullopt;
}

} // namespace server
