// SPDX-License-Identifier: Apache-2.0
#include "app/sync/pace.h"

#include <algorithm>

namespace syncing {

namespace {

constexpr int mostDoublings = 20;
constexpr int closeLooks = 150; // five minutes

base::Millis doubled(base::Millis length, int times, base::Millis most)
{
    return std::min(most, base::Millis(length.count() << std::clamp(times, 0, mostDoublings)));
}

base::Millis part(base::Millis length, double share)
{
    return base::Millis(static_cast<qint64>(static_cast<double>(length.count()) * share));
}

} // namespace

base::Millis pauseAfterFailures(int failures, double chance)
{
    return part(doubled(soonestLook, failures - 1, latestRetry), 0.5 + chance / 2);
}

base::Millis Pace::afterLook(bool somethingRuns, base::Millis interval, double chance)
{
    m_failures = 0;
    int doublings = 0;
    if (somethingRuns) {
        m_idleLooks = 0;
        doublings = ++m_busyLooks - closeLooks;
    } else {
        m_busyLooks = 0;
        doublings = ++m_idleLooks;
    }
    if (doublings <= 0) {
        return std::min(soonestLook, interval);
    }
    return part(doubled(soonestLook, doublings, interval), 0.9 + chance / 5);
}

} // namespace syncing
