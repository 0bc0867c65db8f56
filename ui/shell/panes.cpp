// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panes.h"

#include "ui/agenda/agendapane.h"
#include "ui/automations/automationspane.h"
#include "ui/runs/runspane.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

QList<RailEntry> railEntries()
{
    return {{u"automations"_s, QCoreApplication::translate("ui::PaneSet", "Automations"), u"nav-automations"_s},
            {u"runs"_s, QCoreApplication::translate("ui::PaneSet", "Runs"), u"nav-runs"_s},
            {u"agenda"_s, QCoreApplication::translate("ui::PaneSet", "Agenda"), u"clock"_s}};
}

PaneSet::PaneSet(const Context &context, models::AutomationModel &automations, QWidget *parent)
    : QObject(parent),
      m_automations(new AutomationsPane(context, automations, parent)),
      m_runs(new RunsPane(context, parent)),
      m_agenda(new AgendaPane(context, parent)),
      m_all{m_automations, m_runs, m_agenda}
{
    for (Pane *pane : std::as_const(m_all)) {
        connect(pane, &Pane::automationWanted, this, &PaneSet::showAutomation);
        connect(pane, &Pane::runsWanted, this, &PaneSet::showRunsOf);
    }
}

void PaneSet::showAutomation(const base::AutomationId &id)
{
    m_automations->select(id);
    Q_EMIT paneWanted(m_automations->key());
}

void PaneSet::showRunsOf(const base::AutomationId &id)
{
    m_runs->showRunsOf(id);
    Q_EMIT paneWanted(m_runs->key());
}

} // namespace ui
