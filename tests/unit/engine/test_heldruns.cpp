// SPDX-License-Identifier: Apache-2.0
#include "app/domain/reasons.h"
#include "app/engine/queue/heldruns.h"
#include "tests/support/fakealarm.h"
#include "tests/support/fakeclock.h"
#include "tests/support/registry.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using engine::HeldRuns;
using test::FakeAlarm;
using test::FakeClock;

namespace {

domain::Run heldForWindow(const FakeClock &clock)
{
    domain::Run run;
    run.id = base::RunId(u"run_held"_s);
    run.automationId = base::AutomationId(u"auto_held"_s);
    run.trigger = domain::TriggerKind::Schedule;
    run.status = domain::RunStatus::Held;
    run.heldUntil = clock.now() + std::chrono::hours(1);
    run.heldFor = domain::HeldFor::Window;
    run.reason = domain::reason::heldByWindow(u"Night"_s);
    return run;
}

} // namespace

class HeldRunsTest : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock{base::fromMillis(1000000)};

private Q_SLOTS:
    void windowsThatChangeLetGo()
    {
        HeldRuns held(m_clock, std::make_unique<FakeAlarm>(m_clock));
        const QSignalSpy moved(&held, &HeldRuns::moved);
        const domain::Run run = heldForWindow(m_clock);
        held.expect(run, {});
        held.put(run);
        QCOMPARE(moved.count(), 0);
        held.askAgain();
        QCOMPARE(moved.count(), 1);
        const auto until = moved.first().first().value<QHash<base::RunId, base::Instant>>();
        QCOMPARE(until.value(run.id), m_clock.now());
    }

    /// The store answers that it is held when its window is gone already.
    void windowsThatChangeMeanwhileLetGo()
    {
        HeldRuns held(m_clock, std::make_unique<FakeAlarm>(m_clock));
        const QSignalSpy moved(&held, &HeldRuns::moved);
        const domain::Run run = heldForWindow(m_clock);
        held.expect(run, {});
        held.askAgain();
        QCOMPARE(moved.count(), 0);
        held.put(run);
        QCOMPARE(moved.count(), 1);
        held.put(run); // and is told of once
        QCOMPARE(moved.count(), 1);
    }
};

REGISTER_TEST(HeldRunsTest);

#include "test_heldruns.moc"
