// SPDX-License-Identifier: Apache-2.0
#include "app/engine/queue/openruns.h"

namespace engine {

void OpenRuns::insert(const base::RunId &id, const Open &open)
{
    m_runs.insert(id, open);
    ++m_here[open.automation];
    for (const QString &lock : open.locks) {
        QList<base::RunId> &holders = m_locks[lock];
        if (holders.isEmpty() || isAbove(holders.last(), open.workflow)) {
            holders.append(id);
        }
    }
}

namespace {

base::RunId workflowOf(const domain::Run &run)
{
    return run.trigger == domain::TriggerKind::Workflow ? run.parentRunId : base::RunId();
}

} // namespace

OpenRuns::Open OpenRuns::openOf(const domain::Run &run, const domain::Automation &automation, Stage stage) const
{
    return {automation.id,   automation.resourceLocks, stage,
            workflowOf(run), takesPlace(automation),   !automation.connectionId.isEmpty()};
}

void OpenRuns::put(const domain::Run &run, const domain::Automation &automation)
{
    const Open open = openOf(run, automation, Stage::Starting);
    insert(run.id, open);
    m_working += open.takesPlace ? 1 : 0;
    ++m_starting;
}

std::optional<base::RunId> OpenRuns::holder(const QString &lock, const domain::Run &run) const
{
    const auto holders = m_locks.constFind(lock);
    if (holders == m_locks.constEnd() || isAbove(holders->last(), workflowOf(run))) {
        return std::nullopt;
    }
    return holders->last();
}

bool OpenRuns::isAbove(const base::RunId &id, base::RunId workflow) const
{
    while (!workflow.isEmpty() && workflow != id) {
        workflow = m_runs.value(workflow).workflow;
    }
    return !workflow.isEmpty();
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
    const bool worked = before == Stage::Starting || before == Stage::Working;
    m_working -= worked && run->takesPlace ? 1 : 0;
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
        const auto holders = m_locks.find(lock);
        if (holders != m_locks.end() && holders->removeOne(id) && holders->isEmpty()) {
            m_locks.erase(holders);
        }
    }
    return true;
}

void OpenRuns::putBetween(const domain::Run &run, const domain::Automation &automation)
{
    if (rest(run.id)) {
        m_runs[run.id].stage = Stage::Between;
    } else {
        insert(run.id, openOf(run, automation, Stage::Between));
    }
}

bool OpenRuns::isBetween(const base::RunId &id) const
{
    const auto run = m_runs.constFind(id);
    return run != m_runs.constEnd() && run->stage == Stage::Between;
}

bool OpenRuns::isElsewhere(const base::RunId &id) const
{
    const auto run = m_runs.constFind(id);
    return run != m_runs.constEnd() && run->elsewhere;
}

QList<base::RunId> OpenRuns::elsewhere() const
{
    QList<base::RunId> ids;
    for (auto it = m_runs.constBegin(); it != m_runs.constEnd(); ++it) {
        if (it->elsewhere) {
            ids.append(it.key());
        }
    }
    return ids;
}

bool OpenRuns::askEnd(const base::RunId &id)
{
    const auto run = m_runs.find(id);
    return run != m_runs.end() && !std::exchange(run->endAsked, true);
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
