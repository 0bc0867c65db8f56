// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/nesting.h"

#include "app/domain/followers.h"
#include "app/domain/workflow/steps.h"
#include "app/store/tables/automationtable.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Automation;

QList<base::AutomationId> runBy(const Automation &automation)
{
    return automation.type == "workflow"_L1 ? domain::automationsOf(automation.params) : QList<base::AutomationId>();
}

/// What is reached from a workflow through steps of steps; who is not there has no name.
struct Reach
{
    domain::Following steps; ///< By workflow: whom it runs.
    QHash<base::AutomationId, QString> names;

    /// `start` by name, everyone below, and itself again; empty where no way through `first` comes back.
    QString wayBack(const base::AutomationId &start, const base::AutomationId &first)
    {
        steps.insert(start, {first});
        const QList<base::AutomationId> cycle = domain::cycleThrough(steps, start);
        QStringList told;
        for (const base::AutomationId &id : cycle) {
            told.prepend(names.value(id)); // it is told backwards
        }
        return told.join(u" \u2192 "_s);
    }
};

Result<Reach> reachOf(Transaction &transaction, const Automation &workflow)
{
    Reach reach;
    reach.names.insert(workflow.id, workflow.name);
    QList<base::AutomationId> open = runBy(workflow);
    while (!open.isEmpty()) {
        const base::AutomationId id = open.takeLast();
        if (id == workflow.id || reach.steps.contains(id)) {
            continue;
        }
        TRY(const std::optional<Automation> automation, AutomationTable(transaction.db()).find(id));
        const QList<base::AutomationId> next = automation ? runBy(*automation) : QList<base::AutomationId>();
        reach.steps.insert(id, next);
        if (automation) {
            reach.names.insert(id, automation->name);
        }
        open.append(next);
    }
    return reach;
}

} // namespace

base::Status checkSteps(Transaction &transaction, const Automation &automation, const Automation &before)
{
    const QList<base::AutomationId> named = runBy(automation);
    if (named.isEmpty()) {
        return {};
    }
    TRY(Reach reach, reachOf(transaction, automation));
    const QList<base::AutomationId> old = runBy(before);
    const QJsonArray steps = automation.params.value("steps"_L1).toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const base::AutomationId id(steps.at(i)["automation_id"_L1].toString());
        const QString field = u"params.steps[%1].automation_id"_s.arg(i);
        if (!reach.names.contains(id) && !old.contains(id)) {
            return base::invalid(field, u"there is no automation %1"_s.arg(id.text()));
        }
        if (const QString way = reach.wayBack(automation.id, id); !way.isEmpty()) {
            return base::invalid(field, u"the workflow would run itself: %1"_s.arg(way));
        }
    }
    return {};
}

} // namespace store
