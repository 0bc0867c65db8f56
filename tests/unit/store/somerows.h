// SPDX-License-Identifier: Apache-2.0
// Rows that several tests of the store begin with.
#pragma once

#include "tests/support/tempstore.h"

namespace test {

inline base::AutomationId automationIn(TempStore &store, const QString &name = QStringLiteral("Backup"))
{
    const auto list = await(store->automations().create({someAutomation(name)}, QStringLiteral("ann")));
    return list ? list->value(0).id : base::AutomationId();
}

inline domain::Run planned(const base::AutomationId &automation, int minute,
                           domain::RunStatus status = domain::RunStatus::Queued)
{
    domain::Run run;
    run.automationId = automation;
    run.automationName = QStringLiteral("Backup");
    run.automationVersion = 1;
    run.trigger = domain::TriggerKind::Schedule;
    run.plannedFor = tempStoreStart + std::chrono::minutes(minute);
    run.status = status;
    return run;
}

inline domain::Run running(TempStore &store, const base::AutomationId &automation, qint64 engine = 1)
{
    const auto run = await(store->runs().request(automation, QStringLiteral("ann")));
    return await(store->runs().start(run->id, engine)).value_or(domain::Run());
}

} // namespace test
