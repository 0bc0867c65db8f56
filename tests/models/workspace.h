// SPDX-License-Identifier: Apache-2.0
// A store with what tests of models put into it, in one line each.
#pragma once

#include "app/domain/catalog.h"
#include "tests/support/tempstore.h"

#include <QSignalSpy>

namespace test {

class Workspace : public TempStore
{
public:
    domain::Catalog catalog{
        {domain::KindInfo{.type = QStringLiteral("script"), .label = "Script", .icon = QStringLiteral("script")}}};

    QList<domain::Automation> create(int count, const QString &prefix = QStringLiteral("Automation "))
    {
        QList<domain::Automation> automations;
        for (int i = 0; i < count; ++i) {
            automations.append(someAutomation(prefix + QStringLiteral("%1").arg(i, 4, 10, QChar(u'0'))));
        }
        return create(automations);
    }
    QList<domain::Automation> create(const QList<domain::Automation> &automations)
    {
        return must(now(store().automations().create(automations, QStringLiteral("tester"))));
    }

    domain::Run request(const base::AutomationId &id)
    {
        return must(now(store().runs().request(id, QStringLiteral("tester"))));
    }
    domain::Run start(const base::RunId &id) { return must(now(store().runs().start(id, 1))); }
    domain::Run finish(const base::RunId &id, domain::RunStatus status = domain::RunStatus::Done,
                       const QString &reason = {})
    {
        return must(now(store().runs().finish(id, domain::RunEnd{.status = status, .reason = reason})));
    }
    /// Requested, started and ended after `took`.
    domain::Run runFor(const base::AutomationId &id, base::Millis took,
                       domain::RunStatus status = domain::RunStatus::Done)
    {
        const domain::Run run = request(id);
        start(run.id);
        clock.advance(took);
        return finish(run.id, status, status == domain::RunStatus::Done ? QString() : QStringLiteral("exit 1"));
    }

    /// Slots of the last hours that wait for a decision, oldest first.
    QList<domain::Run> missed(const domain::Automation &automation, int hours)
    {
        QList<domain::Run> runs;
        for (int i = hours; i > 0; --i) {
            domain::Run run;
            run.automationId = automation.id;
            run.automationName = automation.name;
            run.automationVersion = automation.version;
            run.trigger = domain::TriggerKind::Schedule;
            run.plannedFor = clock.now() - std::chrono::hours(i);
            run.queuedAt = clock.now();
            run.status = domain::RunStatus::Held;
            run.reason = QStringLiteral("missed, and somebody is to decide");
            runs.append(run);
        }
        return must(now(store().runs().plan(runs, {})));
    }

    /// Blocks, so that a long story is not paced by the event loop; the store answers from its own threads.
    template <typename T> static base::Result<T> now(QFuture<base::Result<T>> future)
    {
        future.waitForFinished();
        return future.result();
    }

    template <typename T> static T must(const base::Result<T> &result)
    {
        if (!result) {
            qFatal("the store refused: %s", qPrintable(result.error().message()));
        }
        return *result;
    }
};

} // namespace test
