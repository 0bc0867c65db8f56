// SPDX-License-Identifier: Apache-2.0
// How often something may be used: a bucket for each name that fills at a rate and holds a burst. Belongs to the I/O
// thread.
#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QString>

#include <optional>

namespace server {

struct Limits;

class Rates
{
public:
    Rates(const base::Clock &clock, const Limits &limits) : m_clock(clock), m_limits(limits) {}

    /// Takes one use; or how long to wait for the next, at least a second.
    std::optional<base::Seconds> take(const QString &name);

private:
    struct Bucket
    {
        double left = 0;
        std::chrono::nanoseconds at{0};
    };
    void forgetFull(std::chrono::nanoseconds now);
    double leftOf(const Bucket &bucket, std::chrono::nanoseconds now) const;

    const base::Clock &m_clock;
    const Limits &m_limits;
    QHash<QString, Bucket> m_buckets;
};

} // namespace server
