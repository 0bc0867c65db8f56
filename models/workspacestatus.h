// SPDX-License-Identifier: Apache-2.0
// The figures of a whole workspace that the rail and the status line say.
#pragma once

#include "models/automationmodel.h"
#include "models/calendar/openwindows.h"

namespace models {

/// Lives on the main thread.
class WorkspaceStatus : public QObject
{
    Q_OBJECT

public:
    /// `store`, `model` and `clock` must outlive it.
    WorkspaceStatus(store::Store &store, AutomationModel &model, const base::Clock &clock, QObject *parent = nullptr);

    const store::RunCounts &runs() const { return m_counts; }
    int automations() const { return m_model.rowCount(); }
    /// Automations whose last run ended badly.
    int failing() const { return m_failing; }
    const std::optional<AutomationModel::NextFire> &nextFire() const { return m_nextFire; }
    /// Those that close soonest first.
    const QList<OpenWindow> &openWindows() const { return m_windows.open(); }
    bool isAllPaused() const { return m_model.isAllPaused(); }

Q_SIGNALS:
    void changed();

private:
    void readCounts();
    void readSummary();

    store::Store &m_store;
    AutomationModel &m_model;
    ChangeBatch m_changes;
    store::RunCounts m_counts;
    OpenWindows m_windows;
    int m_failing = 0;
    std::optional<AutomationModel::NextFire> m_nextFire;
};

} // namespace models
