// SPDX-License-Identifier: Apache-2.0
#include "models/parts/changebatch.h"

#include "app/store/store.h"

#include <utility>

namespace models {

namespace {

constexpr int gatherMs = 50;

} // namespace

ChangeBatch::ChangeBatch(store::Store &store, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(gatherMs);
    connect(&m_timer, &QTimer::timeout, this, &ChangeBatch::tell);
    connect(&store, &store::Store::changed, this, &ChangeBatch::add, Qt::QueuedConnection);
}

void ChangeBatch::hold()
{
    m_held = true;
    m_timer.stop();
}

void ChangeBatch::resume()
{
    m_held = false;
    if (!m_batch.isEmpty()) {
        m_timer.start();
    }
}

void ChangeBatch::add(const store::Changes &changes)
{
    for (const store::Change &change : changes) {
        addOne(change);
    }
    // Not restarted by later changes: a steady stream must still be shown every 50 ms.
    if (!m_held && !m_batch.isEmpty() && !m_timer.isActive()) {
        m_timer.start();
    }
}

void ChangeBatch::addOne(const store::Change &change)
{
    if (change.table == store::Table::Automations) {
        const base::AutomationId id(change.id);
        m_batch.allAutomations |= id.isEmpty();
        if (!id.isEmpty() && !m_seenAutomations.contains(id)) {
            m_seenAutomations.insert(id);
            m_batch.automations.append(id);
        }
    } else if (change.table == store::Table::Runs) {
        const base::RunId id(change.id);
        m_batch.allRuns |= id.isEmpty();
        if (!id.isEmpty() && !m_seenRuns.contains(id)) {
            m_seenRuns.insert(id);
            m_batch.runs.append(id);
        }
        if (!id.isEmpty() && change.kind == store::ChangeKind::Inserted) {
            m_batch.newRuns.insert(id);
        }
    }
}

void ChangeBatch::tell()
{
    const Batch batch = std::exchange(m_batch, {});
    m_seenAutomations.clear();
    m_seenRuns.clear();
    Q_EMIT ready(batch);
}

} // namespace models
