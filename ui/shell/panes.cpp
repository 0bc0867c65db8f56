// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panes.h"

#include "ui/agenda/agendapane.h"
#include "ui/automations/automationspane.h"
#include "ui/maintenance/maintenancepane.h"
#include "ui/runs/runspane.h"

#include <QCoreApplication>

#include <array>
#include <functional>

namespace ui {

using namespace Qt::StringLiterals;

QList<RailEntry> railEntries()
{
    return {{u"automations"_s, QCoreApplication::translate("ui::PaneSet", "Automations"), u"nav-automations"_s},
            {u"runs"_s, QCoreApplication::translate("ui::PaneSet", "Runs"), u"nav-runs"_s},
            {u"agenda"_s, QCoreApplication::translate("ui::PaneSet", "Agenda"), u"clock"_s},
            {u"maintenance"_s, QCoreApplication::translate("ui::PaneSet", "Maintenance"), u"nav-maintenance"_s}};
}

PaneSet::PaneSet(const Context &context, models::AutomationModel &automations, QWidget *parent)
    : QObject(parent), m_context(context), m_model(automations), m_parent(parent)
{
}

Pane &PaneSet::pane(int row)
{
    const std::array<std::function<Pane &()>, 4> rail{
        [this]() -> Pane & { return automations(); },
        [this]() -> Pane & { return runs(); },
        [this]() -> Pane & { return agenda(); },
        [this]() -> Pane & { return maintenance(); },
    };
    return rail.at(size_t(row))();
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

void PaneSet::welcome(Pane *pane)
{
    m_made.append(pane);
    connect(pane, &Pane::automationWanted, this, &PaneSet::showAutomation);
    connect(pane, &Pane::runsWanted, this, &PaneSet::showRunsOf);
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
