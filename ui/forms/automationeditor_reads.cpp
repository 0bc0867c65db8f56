// SPDX-License-Identifier: Apache-2.0
// What the editor asks the store for beside the automation: whom it may follow, windows, what its home can do.
#include "app/base/answer.h"
#include "app/domain/sync/placeless.h"
#include "app/store/connections/connections.h"
#include "app/store/store.h"
#include "models/connections/connectionwords.h"
#include "ui/forms/automationeditor.h"
#include "ui/forms/editorsections.h"
#include "ui/forms/worksection.h"

namespace ui {

/// All but itself: nobody can follow their own runs.
void AutomationEditor::readFollowable()
{
    base::onAnswer(this, m_context.store.automations().list(),
                   [this](const base::Result<QList<domain::Automation>> &all) {
                       if (!all)
                           return showError(all.error());
                       Followable followable;
                       for (const domain::Automation &one : *all)
                           if (!m_existing || one.id != m_existing->id)
                               followable.append({one.id, one.name});
                       m_triggers->setFollowable(followable);
                       m_work->setAutomations(followable);
                   });
}

void AutomationEditor::readWindows()
{
    base::onAnswer(this, m_context.store.windows().list(),
                   [this](const base::Result<QList<domain::MaintenanceWindow>> &windows) {
                       if (windows) // without them the times stand there without marks
                           m_triggers->setWindows(*windows, m_existing.value_or(domain::Automation()));
                   });
}

namespace {

/// What the system where it lives keeps and can't be told of, or has no place for.
FixedFields fixedBy(const domain::Connection &home)
{
    const domain::Capabilities &can = home.account.capabilities;
    if (const QString why = models::cannotText(home, domain::Capability::Update); !why.isEmpty())
        return {can.carries, why, AutomationEditor::tr("%1. The fields that can be changed are kept here.").arg(why)};
    return {domain::placeless(can), AutomationEditor::tr("%1 has no place for this").arg(home.name),
            AutomationEditor::tr("%1 has no place for what is grey").arg(home.name)};
}

} // namespace

/// It is shown and not changed.
void AutomationEditor::readHome()
{
    if (!m_existing || m_existing->connectionId.isEmpty())
        return;
    base::onAnswer(this, m_context.store.connections().get(m_existing->connectionId),
                   [this](const base::Result<domain::Connection> &home) {
                       if (!home) // the store refuses what can't be done
                           return;
                       for (EditorSection *section : std::as_const(m_sections))
                           section->fix(fixedBy(*home));
                   });
}

} // namespace ui
