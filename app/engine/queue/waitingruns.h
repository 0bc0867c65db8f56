// SPDX-License-Identifier: Apache-2.0
// Runs that wait for their turn, in the order in which they were made. The clock has no say in it, so that none is
// overtaken by later ones because somebody set it back.
#pragma once

#include "app/domain/run.h"

#include <QHash>

#include <map>
#include <optional>
#include <set>

namespace engine {

class WaitingRuns
{
public:
    bool contains(const base::RunId &id) const { return m_turns.contains(id); }
    void put(const domain::Run &run)
    {
        m_runs.emplace(run.seq, run);
        m_turns.insert(run.id, run.seq);
        m_lanes[run.automationId].insert(run.seq);
    }
    void remove(const base::RunId &id)
    {
        const auto turn = m_turns.constFind(id);
        if (turn == m_turns.constEnd()) {
            return;
        }
        const auto run = m_runs.find(*turn);
        const auto lane = m_lanes.find(run->second.automationId);
        lane->erase(*turn);
        if (lane->empty()) {
            m_lanes.erase(lane);
        }
        m_runs.erase(run);
        m_turns.erase(turn);
    }
    /// The last one of an automation, if any waits.
    std::optional<base::RunId> newestOf(const base::AutomationId &automation) const
    {
        const auto lane = m_lanes.constFind(automation);
        return lane == m_lanes.constEnd() ? std::nullopt : std::optional(m_runs.at(*lane->rbegin()).id);
    }
    void setReason(const base::RunId &id, const QString &reason) { m_runs.at(m_turns.value(id)).reason = reason; }
    void clear()
    {
        m_runs.clear();
        m_turns.clear();
        m_lanes.clear();
    }

    /// Oldest first. `visit` may remove the run it is given, which is gone then.
    template <typename Visit> void forEach(Visit visit) const
    {
        for (auto it = m_runs.cbegin(); it != m_runs.cend();) {
            visit((it++)->second);
        }
    }

private:
    std::map<qint64, domain::Run> m_runs; // by seq
    QHash<base::RunId, qint64> m_turns;
    QHash<base::AutomationId, std::set<qint64>> m_lanes;
};

} // namespace engine
