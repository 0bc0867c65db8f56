// SPDX-License-Identifier: Apache-2.0
// The table of contents of the rail: every pane this program has, in its order, and the ways from one to another.
#pragma once

#include "ui/shell/context.h"
#include "ui/shell/pane.h"
#include "ui/shell/railmodel.h"

namespace models {
class AutomationModel;
}

namespace ui {

class AgendaPane;
class AutomationsPane;
class RunsPane;

/// What the rail says before the workspace is open.
QList<RailEntry> railEntries();

/// Made once the store is open. The panes belong to whatever they are shown in.
class PaneSet : public QObject
{
    Q_OBJECT

public:
    /// `context` and `automations` must outlive the panes.
    PaneSet(const Context &context, models::AutomationModel &automations, QWidget *parent);

    /// In the order of railEntries().
    const QList<Pane *> &all() const { return m_all; }
    AutomationsPane &automations() { return *m_automations; }
    RunsPane &runs() { return *m_runs; }
    AgendaPane &agenda() { return *m_agenda; }

    /// Selects it in its pane, and leads there.
    void showAutomation(const base::AutomationId &id);
    void showRunsOf(const base::AutomationId &id);

Q_SIGNALS:
    /// A pane led to this one.
    void paneWanted(const QString &key);

private:
    AutomationsPane *m_automations;
    RunsPane *m_runs;
    AgendaPane *m_agenda;
    QList<Pane *> m_all;
};

} // namespace ui
