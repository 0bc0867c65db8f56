// SPDX-License-Identifier: Apache-2.0
#include "models/workspacestatus.h"

#include "app/base/answer.h"

namespace models {

WorkspaceStatus::WorkspaceStatus(store::Store &store, AutomationModel &model, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_model(model), m_changes(store), m_windows(store, clock)
{
    connect(&m_windows, &OpenWindows::changed, this, &WorkspaceStatus::changed);
    connect(&m_changes, &ChangeBatch::ready, this, [this](const Batch &batch) {
        if (batch.allRuns || !batch.runs.isEmpty()) {
            readCounts();
        }
    });
    connect(&model, &AutomationModel::summaryChanged, this, &WorkspaceStatus::readSummary);
    readCounts();
    readSummary();
}

void WorkspaceStatus::readCounts()
{
    base::onAnswer(this, m_store.runs().counts(), [this](const base::Result<store::RunCounts> &answer) {
        if (answer) { // else the figures stay; the tables tell what is wrong
            m_counts = *answer;
            Q_EMIT changed();
        }
    });
}

void WorkspaceStatus::readSummary()
{
    m_failing = m_model.failingCount();
    m_nextFire = m_model.nextFire();
    Q_EMIT changed();
}

} // namespace models
