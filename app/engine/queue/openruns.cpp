// SPDX-License-Identifier: Apache-2.0
#include "app/engine/queue/openruns.h"

namespace engine {

void OpenRuns::put(const base::RunId &id, const base::AutomationId &automation)
{
    m_runs.insert(id, {automation, Stage::Starting});
    ++m_here[automation];
    ++m_working;
    ++m_starting;
}

void OpenRuns::started(const base::RunId &id)
{
    const auto run = m_runs.find(id);
    if (run != m_runs.end() && run->stage == Stage::Starting) {
        run->stage = Stage::Working;
        --m_starting;
    }
}

bool OpenRuns::rest(const base::RunId &id)
{
    const auto run = m_runs.find(id);
    if (run == m_runs.end()) {
        return false;
    }
    const Stage before = std::exchange(run->stage, Stage::Resting);
    m_starting -= before == Stage::Starting ? 1 : 0;
    m_working -= before == Stage::Resting ? 0 : 1;
    return true;
}

bool OpenRuns::remove(const base::RunId &id)
{
    if (!rest(id)) {
        return false;
    }
    const base::AutomationId automation = m_runs.take(id).automation;
    if (--m_here[automation] == 0) {
        m_here.remove(automation);
    }
    return true;
}

QList<base::RunId> OpenRuns::workingOf(const base::AutomationId &automation) const
{
    QList<base::RunId> ids;
    for (auto it = m_runs.constBegin(); it != m_runs.constEnd(); ++it) {
        if (it->automation == automation && it->stage == Stage::Working) {
            ids.append(it.key());
        }
    }
    return ids;
}

} // namespace engine
