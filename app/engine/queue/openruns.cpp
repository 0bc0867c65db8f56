// SPDX-License-Identifier: Apache-2.0
#include "app/engine/queue/openruns.h"

namespace engine {

void OpenRuns::insert(const base::RunId &id, const Open &open)
{
    m_runs.insert(id, open);
    ++m_here[open.automation];
    for (const QString &lock : open.locks) {
        if (!m_locks.contains(lock)) {
            m_locks.insert(lock, id);
        }
    }
}

void OpenRuns::put(const base::RunId &id, const domain::Automation &automation)
{
    insert(id, {automation.id, automation.resourceLocks, Stage::Starting});
    ++m_working;
    ++m_starting;
}

std::optional<base::RunId> OpenRuns::holder(const QString &lock) const
{
    const auto holder = m_locks.constFind(lock);
    return holder == m_locks.constEnd() ? std::nullopt : std::optional(*holder);
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
    m_working -= before == Stage::Starting || before == Stage::Working ? 1 : 0;
    return true;
}

bool OpenRuns::remove(const base::RunId &id)
{
    if (!rest(id)) {
        return false;
    }
    const Open open = m_runs.take(id);
    if (--m_here[open.automation] == 0) {
        m_here.remove(open.automation);
    }
    for (const QString &lock : open.locks) {
        if (m_locks.value(lock) == id) {
            m_locks.remove(lock);
        }
    }
    return true;
}

void OpenRuns::putBetween(const base::RunId &id, const domain::Automation &automation)
{
    if (rest(id)) {
        m_runs[id].stage = Stage::Between;
    } else {
        insert(id, {automation.id, automation.resourceLocks, Stage::Between});
    }
}

bool OpenRuns::isBetween(const base::RunId &id) const
{
    const auto run = m_runs.constFind(id);
    return run != m_runs.constEnd() && run->stage == Stage::Between;
}

void OpenRuns::removeBetween()
{
    const QList<base::RunId> ids = m_runs.keys();
    for (const base::RunId &id : ids) {
        if (isBetween(id)) {
            remove(id);
        }
    }
}

QList<base::RunId> OpenRuns::those(const base::AutomationId &automation, Stage stage) const
{
    QList<base::RunId> ids;
    for (auto it = m_runs.constBegin(); it != m_runs.constEnd(); ++it) {
        if (it->automation == automation && it->stage == stage) {
            ids.append(it.key());
        }
    }
    return ids;
}

} // namespace engine
