// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panes.h"

#include "models/connections/connectionmodel.h"
#include "ui/agenda/agendapane.h"
#include "ui/approvals/approvalspane.h"
#include "ui/audit/auditpane.h"
#include "ui/automations/automationspane.h"
#include "ui/connections/connectionspane.h"
#include "ui/maintenance/maintenancepane.h"
#include "ui/overview/overviewpane.h"
#include "ui/runs/runspane.h"
#include "ui/seat/seat.h"
#include "ui/settings/settingspane.h"
#include "ui/templates/templatespane.h"

#include <QCoreApplication>

#include <array>
#include <functional>

namespace ui {

using namespace Qt::StringLiterals;

QList<RailEntry> railEntries()
{
    return {{u"overview"_s, QCoreApplication::translate("ui::PaneSet", "Overview"), u"nav-overview"_s},
            {u"automations"_s, QCoreApplication::translate("ui::PaneSet", "Automations"), u"nav-automations"_s},
            {u"runs"_s, QCoreApplication::translate("ui::PaneSet", "Runs"), u"nav-runs"_s},
            {u"approvals"_s, QCoreApplication::translate("ui::PaneSet", "Approvals"), u"nav-approvals"_s},
            {u"agenda"_s, QCoreApplication::translate("ui::PaneSet", "Agenda"), u"clock"_s},
            {u"maintenance"_s, QCoreApplication::translate("ui::PaneSet", "Maintenance"), u"nav-maintenance"_s},
            {u"templates"_s, QCoreApplication::translate("ui::PaneSet", "Templates"), u"nav-templates"_s},
            {u"connections"_s, QCoreApplication::translate("ui::PaneSet", "Connections"), u"nav-connections"_s},
            {u"audit"_s, QCoreApplication::translate("ui::PaneSet", "Audit"), u"nav-audit"_s},
            {u"settings"_s, QCoreApplication::translate("ui::PaneSet", "Settings"), u"nav-settings"_s}};
}

PaneSet::PaneSet(const Context &context, models::AutomationModel &automations, QWidget *parent)
    : QObject(parent),
      m_context(context),
      m_model(automations),
      m_connectionModel(std::make_unique<models::ConnectionModel>(context.store, automations, context.clock)),
      m_parent(parent)
{
    automations.setSight(context.seat.sight());
    m_connectionModel->setSight(context.seat.sight());
    connect(m_connectionModel.get(), &models::ConnectionModel::changed, this, &PaneSet::tellRemoteNeeds);
}

void PaneSet::tellRemoteNeeds()
{
    if (m_overview)
        m_overview->setRemoteNeeds(m_connectionModel->needs());
    Q_EMIT connectionsChanged();
}

void PaneSet::showRemoteNeeds()
{
    const int row = m_connectionModel->rowToDecide();
    if (row < 0)
        return;
    const models::ConnectionRow &first = m_connectionModel->row(row);
    connections().select(first.connection.id);
    Q_EMIT paneWanted(u"connections"_s);
    connections().showTab(first.conflicts.isEmpty() ? ConnectionPage::Outbox : ConnectionPage::Conflicts);
}

void PaneSet::signIn()
{
    const int row = m_connectionModel->rowToSignIn();
    if (row < 0)
        return;
    connections().select(m_connectionModel->row(row).connection.id);
    Q_EMIT paneWanted(u"connections"_s);
    connections().signIn();
}

PaneSet::~PaneSet() = default;

Pane &PaneSet::pane(int row)
{
    const std::array<std::function<Pane &()>, 10> rail{
        [this]() -> Pane & { return overview(); },  [this]() -> Pane & { return automations(); },
        [this]() -> Pane & { return runs(); },      [this]() -> Pane & { return approvals(); },
        [this]() -> Pane & { return agenda(); },    [this]() -> Pane & { return maintenance(); },
        [this]() -> Pane & { return templates(); }, [this]() -> Pane & { return connections(); },
        [this]() -> Pane & { return audit(); },     [this]() -> Pane & { return settings(); },
    };
    return rail.at(size_t(row))();
}

OverviewPane &PaneSet::overview()
{
    if (!m_overview) {
        welcome(m_overview = new OverviewPane(m_context, m_parent));
        connect(m_overview, &OverviewPane::remoteNeedsWanted, this, &PaneSet::showRemoteNeeds);
        connect(m_overview, &OverviewPane::signInWanted, this, &PaneSet::signIn);
        tellRemoteNeeds();
    }
    return *m_overview;
}

AutomationsPane &PaneSet::automations()
{
    if (!m_automations)
        welcome(m_automations = new AutomationsPane(m_context, m_model, m_parent));
    return *m_automations;
}

RunsPane &PaneSet::runs()
{
    if (!m_runs)
        welcome(m_runs = new RunsPane(m_context, m_parent));
    return *m_runs;
}

ApprovalsPane &PaneSet::approvals()
{
    if (!m_approvals)
        welcome(m_approvals = new ApprovalsPane(m_context, m_parent));
    return *m_approvals;
}

AgendaPane &PaneSet::agenda()
{
    if (!m_agenda)
        welcome(m_agenda = new AgendaPane(m_context, m_parent));
    return *m_agenda;
}

MaintenancePane &PaneSet::maintenance()
{
    if (!m_maintenance)
        welcome(m_maintenance = new MaintenancePane(m_context, m_parent));
    return *m_maintenance;
}

TemplatesPane &PaneSet::templates()
{
    if (!m_templates)
        welcome(m_templates = new TemplatesPane(m_context, m_parent));
    return *m_templates;
}

ConnectionsPane &PaneSet::connections()
{
    if (!m_connections)
        welcome(m_connections = new ConnectionsPane(m_context, *m_connectionModel, m_parent));
    return *m_connections;
}

AuditPane &PaneSet::audit()
{
    if (!m_audit)
        welcome(m_audit = new AuditPane(m_context, m_parent));
    return *m_audit;
}

SettingsPane &PaneSet::settings()
{
    if (!m_settings)
        welcome(m_settings = new SettingsPane(m_context, m_parent));
    return *m_settings;
}

void PaneSet::welcome(Pane *pane)
{
    m_made.append(pane);
    connect(pane, &Pane::automationWanted, this, &PaneSet::showAutomation);
    connect(pane, &Pane::runsWanted, this, &PaneSet::showRunsOf);
    connect(pane, &Pane::paneWanted, this, &PaneSet::paneWanted);
    Q_EMIT paneMade(pane);
}

void PaneSet::showAutomation(const base::AutomationId &id)
{
    automations().select(id);
    Q_EMIT paneWanted(automations().key());
}

void PaneSet::showRunsOf(const base::AutomationId &id)
{
    runs().showRunsOf(id);
    Q_EMIT paneWanted(runs().key());
}

} // namespace ui
