// SPDX-License-Identifier: Apache-2.0
// How far apart the missed slots of one automation are made up for: remembers when the last one started.
#pragma once

#include "app/base/ids.h"
#include "app/engine/queue/lapse.h"

#include <QHash>

#include <optional>

namespace engine {

/// Lives on the engine thread.
class Pace
{
public:
    explicit Pace(const base::Clock &clock) : m_clock(clock) {}

    void started(const base::AutomationId &id) { m_last.insert(id, Lapse(m_clock.now(), m_clock)); }
    /// What the store knows from before, in place of everything known here.
    void recall(const QHash<base::AutomationId, base::Instant> &started)
    {
        m_last.clear();
        for (auto it = started.constBegin(); it != started.constEnd(); ++it) {
            m_last.insert(it.key(), Lapse(it.value(), m_clock));
        }
    }
    /// When the next one may start; none where nothing stands in its way.
    std::optional<base::Instant> next(const base::AutomationId &id, base::Seconds apart) const
    {
        const auto last = m_last.constFind(id);
        if (last == m_last.constEnd() || last->passed(m_clock) >= apart) {
            return std::nullopt;
        }
        return last->end(apart, m_clock);
    }

private:
    const base::Clock &m_clock;
    QHash<base::AutomationId, Lapse> m_last;
};

} // namespace engine
