// SPDX-License-Identifier: Apache-2.0
// Workflows through a real engine: order, results, limits, cancelling, and what is left after an end of the engine.
#include "app/domain/workflow/steps.h"
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::RunStatus;

namespace {

domain::Step step(const QString &id, const domain::Automation &automation, const QList<domain::StepAfter> &after = {})
{
    return {.id = id, .automation = automation.id, .arguments = {}, .after = after};
}

domain::Automation addWorkflow(test::EngineHouse &house, const domain::Steps &steps)
{
    return house.add({}, [&steps](domain::Automation &automation) {
        automation.type = u"workflow"_s;
        automation.params = {{u"steps"_s, domain::toJson(steps)}};
    });
}

domain::Run request(test::EngineHouse &house, const domain::Automation &automation)
{
    return test::await(house.store->runs().request(automation.id, u"ann"_s)).value_or(domain::Run());
}

domain::Run row(test::EngineHouse &house, const domain::Run &run)
{
    return test::await(house.store->runs().get(run.id)).value_or(domain::Run());
}

/// `a done` … of the steps of a run, in the order in which they were made.
QStringList steps(test::EngineHouse &house, const domain::Run &run)
{
    QStringList told;
    const auto made = test::await(house.store->runs().stepsOf(run.id));
    for (const domain::Run &one : made.value_or(QList<domain::Run>())) {
        told.append(one.triggerDetail + u' ' + domain::statusWord(one.status));
    }
    return told;
}

domain::Automation asking(test::EngineHouse &house)
{
    return house.add(u"echo \"got $1 and $2\""_s, [](domain::Automation &automation) {
        automation.arguments = {{.name = u"n"_s}, {.name = u"who"_s}};
    });
}

} // namespace

class WorkflowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsRunInTheirOrder()
    {
        test::EngineHouse house;
        house.start();
        const domain::Automation good = house.add(u"true"_s);
        const domain::Automation bad = house.add(u"exit 3"_s);
        const domain::Automation flow =
            addWorkflow(house, {step(u"a"_s, good), step(u"b"_s, bad, {{u"a"_s}}), step(u"c"_s, good, {{u"b"_s}}),
                                step(u"d"_s, good, {{u"b"_s, domain::AfterOn::Failure}})});
        const domain::Run run = request(house, flow);
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Done, 20000);
        QCOMPARE(steps(house, run), (QStringList{u"a done"_s, u"b failed"_s, u"d done"_s}));
        QVERIFY(house.log(run.id).contains("c: not taken\n"));
    }

    void aFailureThatNobodyCatchesIsItsOwn()
    {
        test::EngineHouse house;
        house.start();
        const domain::Run run = request(house, addWorkflow(house, {step(u"only"_s, house.add(u"exit 3"_s))}));
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Failed, 20000);
        QCOMPARE(row(house, run).reason, u"step only failed: exit code 3"_s);
    }

    void aMissingAutomationFailsItsStep()
    {
        test::EngineHouse house;
        house.start();
        const domain::Automation gone = house.add(u"true"_s);
        const domain::Automation flow = addWorkflow(house, {step(u"a"_s, gone)});
        QVERIFY(test::await(house.store->automations().remove(gone.id, u"ann"_s)));
        const domain::Run run = request(house, flow);
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Failed, 20000);
        QVERIFY2(row(house, run).reason.contains(gone.id.text()), qPrintable(row(house, run).reason));
    }

    void argumentsComeFromTheStep()
    {
        test::EngineHouse house;
        house.start();
        domain::Step given = step(u"a"_s, asking(house));
        given.arguments = {{u"n"_s, u"3"_s}, {u"who"_s, u"o'neil; rm"_s}};
        const domain::Run run = request(house, addWorkflow(house, {given}));
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Done, 20000);
        const auto made = test::await(house.store->runs().stepsOf(run.id));
        QCOMPARE(house.log(made->first().id), QByteArray("got 3 and o'neil; rm\n"));
    }

    void whatAStepAnsweredFillsTheNextOne()
    {
        test::EngineHouse house;
        house.start();
        const domain::Automation answers = house.add({}, [](domain::Automation &automation) {
            automation.params = {{u"command"_s, u"echo '{\"who\":\"the world\",\"n\":7,\"more\":1}'"_s},
                                 {u"result_from"_s, u"last_line_json"_s}};
        });
        domain::Step next = step(u"b"_s, asking(house), {{u"a"_s}});
        next.arguments = {{u"n"_s, u"said"_s}};
        const domain::Run run = request(house, addWorkflow(house, {step(u"a"_s, answers), next}));
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Done, 20000);
        const auto made = test::await(house.store->runs().stepsOf(run.id));
        QCOMPARE(house.log(made->last().id), QByteArray("got said and the world\n"));
        QCOMPARE(row(house, run).result.toObject().value("a"_L1).toObject().value("n"_L1), QJsonValue(7));
    }

    void aWorkflowTakesNoPlaceOnTheMachine()
    {
        test::EngineHouse house;
        QVERIFY(test::await(house.store->settings().set(QLatin1StringView(store::setting::parallelRuns), 1)));
        house.start();
        const domain::Automation good = house.add(u"true"_s);
        const domain::Automation inner = addWorkflow(house, {step(u"deep"_s, good)});
        const domain::Run run = request(house, addWorkflow(house, {step(u"in"_s, inner), step(u"too"_s, good)}));
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Done, 20000);
    }

    void aLockOfAWorkflowIsItsStepsToo()
    {
        test::EngineHouse house;
        house.start();
        const auto lock = [](domain::Automation &automation) { automation.resourceLocks = {u"disk"_s}; };
        const domain::Automation inner = house.add(u"true"_s, lock);
        const domain::Automation flow = house.add({}, [&](domain::Automation &automation) {
            lock(automation);
            automation.type = u"workflow"_s;
            automation.params = {{u"steps"_s, domain::toJson({step(u"a"_s, inner)})}};
        });
        const domain::Run run = request(house, flow);
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Done, 20000);
    }

    void twoStepsShareALockOneAfterTheOther()
    {
        test::EngineHouse house;
        house.start();
        const auto lock = [](domain::Automation &automation) { automation.resourceLocks = {u"disk"_s}; };
        const domain::Automation slow = house.add(u"sleep 300"_s, lock);
        const domain::Automation other = house.add(u"true"_s, lock);
        const domain::Automation flow = house.add({}, [&](domain::Automation &automation) {
            lock(automation);
            automation.type = u"workflow"_s;
            automation.params = {{u"steps"_s, domain::toJson({step(u"a"_s, slow), step(u"b"_s, other)})}};
        });
        const domain::Run run = request(house, flow);
        QTRY_COMPARE_WITH_TIMEOUT(steps(house, run), (QStringList{u"a running"_s, u"b queued"_s}), 20000);
        const auto made = test::await(house.store->runs().stepsOf(run.id));
        const QString waits = u"waits for the lock disk, held by %1"_s.arg(made->first().id.text());
        QTRY_COMPARE_WITH_TIMEOUT(row(house, made->last()).reason, waits, 20000);
        QVERIFY(test::await(house.store->runs().cancel(made->first().id, u"ann"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(steps(house, run), (QStringList{u"a cancelled"_s, u"b done"_s}), 20000);
        const domain::Run stranger = request(house, other);
        QTRY_COMPARE_WITH_TIMEOUT(row(house, stranger).status, RunStatus::Done, 20000);
    }

    void cancellingItCancelsItsSteps()
    {
        test::EngineHouse house;
        house.start();
        const domain::Automation slow = house.add(u"sleep 300"_s);
        const domain::Automation flow = addWorkflow(
            house, {step(u"a"_s, slow), step(u"b"_s, house.add(u"true"_s), {{u"a"_s, domain::AfterOn::Any}})});
        const domain::Run run = request(house, flow);
        QTRY_COMPARE_WITH_TIMEOUT(steps(house, run), QStringList{u"a running"_s}, 20000);
        QVERIFY(test::await(house.store->runs().cancel(run.id, u"ann"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Cancelled, 20000);
        QCOMPARE(steps(house, run), QStringList{u"a cancelled"_s});
    }

    void nothingOfItIsLeftWaitingWhenTheEngineEnds()
    {
        test::EngineHouse house;
        QVERIFY(test::await(house.store->settings().set(QLatin1StringView(store::setting::parallelRuns), 1)));
        house.start();
        const domain::Automation slow = house.add(u"sleep 300"_s);
        const domain::Automation other = house.add(u"sleep 301"_s);
        const domain::Run run = request(house, addWorkflow(house, {step(u"a"_s, slow), step(u"b"_s, other)}));
        QTRY_COMPARE_WITH_TIMEOUT(steps(house, run), (QStringList{u"a running"_s, u"b queued"_s}), 20000);
        house.stop();
        QCOMPARE(row(house, run).status, RunStatus::Interrupted);
        QCOMPARE(steps(house, run), (QStringList{u"a interrupted"_s, u"b cancelled"_s}));
    }

    /// Its run still goes by the version it began with; the rest may be saved otherwise meanwhile.
    void oneThatComesToBeInsideItselfIsRefused()
    {
        test::EngineHouse house;
        house.start();
        const QString gate = house.store.directory() + u"/gate"_s;
        const domain::Automation waits = house.add(u"while ! test -e '%1'; do sleep 0.05; done"_s.arg(gate));
        domain::Automation inner = addWorkflow(house, {step(u"deep"_s, house.add(u"true"_s))});
        domain::Automation outer = addWorkflow(house, {step(u"wait"_s, waits), step(u"in"_s, inner, {{u"wait"_s}})});
        const domain::Run run = request(house, outer);
        QTRY_COMPARE_WITH_TIMEOUT(steps(house, run), QStringList{u"wait running"_s}, 20000);
        outer.params = {{u"steps"_s, domain::toJson({step(u"wait"_s, waits)})}};
        QVERIFY(test::await(house.store->automations().update(outer, u"tester"_s)));
        inner.params = {{u"steps"_s, domain::toJson({step(u"again"_s, outer)})}};
        QVERIFY(test::await(house.store->automations().update(inner, u"tester"_s)));
        QVERIFY(QFile(gate).open(QIODevice::WriteOnly));
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Failed, 20000);
        QVERIFY2(row(house, run).reason.contains(u"would run itself"_s), qPrintable(row(house, run).reason));
    }

    void aPausedStepIsSkipped()
    {
        test::EngineHouse house;
        house.start();
        const domain::Automation paused = house.add(u"true"_s, [](auto &automation) { automation.paused = true; });
        const domain::Run run = request(house, addWorkflow(house, {step(u"a"_s, paused)}));
        QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Failed, 20000);
        QCOMPARE(row(house, run).reason, u"step a skipped: paused"_s);
    }
};

REGISTER_TEST(WorkflowsTest);
#include "test_workflows.moc"
