// SPDX-License-Identifier: Apache-2.0
// The table of contents of the rail: every pane this program has, in its order, and the ways from one to another. A
// pane is made when it is first wanted, so that opening the window costs one pane.
#pragma once

#include "models/connections/connectionmodel.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"
#include "ui/shell/railmodel.h"

#include <memory>

namespace models {
class AutomationModel;
} // namespace models

namespace ui {

class AgendaPane;
class ApprovalsPane;
class AuditPane;
class AutomationsPane;
class ConnectionsPane;
class MaintenancePane;
class OverviewPane;
class RunsPane;
class SettingsPane;
class TemplatesPane;

/// What the rail says before the workspace is open.
QList<RailEntry> railEntries();

/// Made once the store is open. The panes belong to whatever they are shown in.
class PaneSet : public QObject
{
    Q_OBJECT

public:
    /// `context` and `automations` must outlive the panes.
    PaneSet(const Context &context, models::AutomationModel &automations, QWidget *parent);
    ~PaneSet() override;

    /// The one at this place of railEntries().
    Pane &pane(int row);
    OverviewPane &overview();
    AutomationsPane &automations();
    RunsPane &runs();
    ApprovalsPane &approvals();
    AgendaPane &agenda();
    MaintenancePane &maintenance();
    TemplatesPane &templates();
    ConnectionsPane &connections();
    AuditPane &audit();
    SettingsPane &settings();
    const models::ConnectionModel &connectionModel() const { return *m_connectionModel; }
    const QList<Pane *> &made() const { return m_made; }

    /// Selects it in its pane, and leads there.
    void showAutomation(const base::AutomationId &id);
    void showRunsOf(const base::AutomationId &id);

Q_SIGNALS:
    /// A pane is new; before anybody got it.
    void paneMade(ui::Pane *pane);
    /// A pane led to this one.
    void paneWanted(const QString &key);
    /// What connectionModel() says may be other now.
    void connectionsChanged();

private:
    void welcome(Pane *pane);
    void tellRemoteNeeds();
    void showRemoteNeeds();
    void signIn();

    const Context &m_context;
    models::AutomationModel &m_model;
    std::unique_ptr<models::ConnectionModel> m_connectionModel; ///< Also while its pane is not made: for the rail.
    QWidget *m_parent;
    OverviewPane *m_overview = nullptr;
    AutomationsPane *m_automations = nullptr;
    RunsPane *m_runs = nullptr;
    ApprovalsPane *m_approvals = nullptr;
    AgendaPane *m_agenda = nullptr;
    MaintenancePane *m_maintenance = nullptr;
    TemplatesPane *m_templates = nullptr;
    ConnectionsPane *m_connections = nullptr;
    AuditPane *m_audit = nullptr;
    SettingsPane *m_settings = nullptr;
    QList<Pane *> m_made;
};

} // namespace ui
