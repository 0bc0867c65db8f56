// SPDX-License-Identifier: Apache-2.0
// Runs that wait for people, with a real engine: nothing starts before they agree, whatever else happens.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Judgement;
using test::await;

namespace {

const domain::Operator bob{u"bob"_s, domain::Role::Operator};

void asking(domain::Automation &automation)
{
    automation.approval = domain::ApprovalPolicy{};
    automation.approval->expiresSeconds = 600;
}

base::RunId request(test::EngineHouse &house, const domain::Automation &automation)
{
    const auto run = await(house.store->runs().request(automation.id, u"ann"_s));
    return run ? run->id : base::RunId();
}

domain::ApprovalId pending(test::EngineHouse &house)
{
    const auto page = await(house.store->approvals().page({.status = domain::ApprovalStatus::Pending}));
    return page && !page->isEmpty() ? page->first().id : domain::ApprovalId();
}

void decide(test::EngineHouse &house, Judgement judgement)
{
    QVERIFY(await(house.store->approvals().decide({pending(house)}, {judgement, u"seen"_s}, bob)));
}

/// One hour long, and runs on a schedule need approval in it; `policy` is its own, null for none.
void openWindow(test::EngineHouse &house, const QJsonValue &policy)
{
    const auto window =
        domain::windowFromJson({{u"name"_s, u"Freeze"_s},
                                {u"start"_s, u"2026-10-25T00:00:00"_s},
                                {u"end"_s, base::isoUtc(test::tempStoreStart + base::Seconds(3600)).left(19)},
                                {u"timezone"_s, u"UTC"_s},
                                {u"autonomy_override"_s, u"approve"_s},
                                {u"approval"_s, policy}});
    QVERIFY2(window, qPrintable(window ? QString() : window.error().message()));
    QVERIFY(await(house.store->windows().create({*window}, u"ann"_s)));
}

void everyMinute(domain::Automation &automation)
{
    domain::Schedule schedule;
    schedule.cron = u"* * * * *"_s;
    schedule.timezone = u"UTC"_s;
    automation.triggers = {schedule};
}

} // namespace

class ApprovalFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aManualRunWaitsAndRuns();
    void aSlotIsAskedAboutToo();
    void aRejectedRunNeverStarts();
    void timeEndsARequestAlsoWhileNoEngineRuns();
    void aWaitingRunKeepsNobodyElseFromRunning();
    void anEditAsksAnewAndTheNewDefinitionRuns();
    void aWindowThatAsksFirstLetsThroughWhatIsApproved();
    void anEditThatAsksForMoreGoesBeforeTheWindow_data();
    void anEditThatAsksForMoreGoesBeforeTheWindow();
};

void ApprovalFlowTest::aManualRunWaitsAndRuns()
{
    test::EngineHouse house;
    house.start();
    const domain::Automation automation = house.add(u"echo ran"_s, asking);
    const base::RunId run = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"awaiting_approval"_s}, 10000);
    house.stop();
    house.start(); // an engine that finds it waiting
    QCOMPARE(house.statuses(), QStringList{u"awaiting_approval"_s});
    decide(house, Judgement::Approve);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    QCOMPARE(house.log(run), "ran\n"_ba);
}

void ApprovalFlowTest::aSlotIsAskedAboutToo()
{
    test::EngineHouse house;
    house.start();
    house.add(u"true"_s, [](domain::Automation &automation) {
        asking(automation);
        domain::Schedule schedule;
        schedule.cron = u"0 1 * * *"_s;
        schedule.timezone = u"UTC"_s;
        automation.triggers = {schedule};
    });
    house.pass(3600s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"awaiting_approval"_s}, 10000);
    decide(house, Judgement::Approve);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
}

void ApprovalFlowTest::aRejectedRunNeverStarts()
{
    test::EngineHouse house;
    house.start();
    request(house, house.add(u"true"_s, asking));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"awaiting_approval"_s}, 10000);
    decide(house, Judgement::Reject);
    QCOMPARE(house.statuses(), QStringList{u"rejected"_s});
    QCOMPARE(house.runs().first().reason, u"rejected by bob: seen"_s);
    QVERIFY(!house.runs().first().startedAt);
}

void ApprovalFlowTest::timeEndsARequestAlsoWhileNoEngineRuns()
{
    test::EngineHouse house;
    house.start();
    const domain::Automation automation = house.add(u"true"_s, asking);
    request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"awaiting_approval"_s}, 10000);
    QTRY_VERIFY_WITH_TIMEOUT((house.pass(601s), house.statuses() == QStringList{u"rejected"_s}), 10000);
    request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses().last(), u"awaiting_approval"_s, 10000);
    house.stop();
    house.store.clock.advance(601s);
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses().last(), u"rejected"_s, 10000);
}

void ApprovalFlowTest::aWaitingRunKeepsNobodyElseFromRunning()
{
    test::EngineHouse house;
    house.start();
    domain::Automation automation = house.add(u"true"_s, asking);
    request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"awaiting_approval"_s}, 10000);
    request(house, automation); // of the same automation, which runs one at a time
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"awaiting_approval"_s, u"awaiting_approval"_s}), 10000);
    decide(house, Judgement::Approve); // the newer one
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"awaiting_approval"_s, u"done"_s}), 10000);
}

void ApprovalFlowTest::anEditAsksAnewAndTheNewDefinitionRuns()
{
    test::EngineHouse house;
    house.start();
    domain::Automation automation = house.add(u"echo old"_s, asking);
    const base::RunId run = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"awaiting_approval"_s}, 10000);
    const domain::ApprovalId before = pending(house);
    automation.params = {{u"command"_s, u"echo new"_s}};
    QVERIFY(await(house.store->automations().update(automation, u"ann"_s)));
    QVERIFY(pending(house) != before);
    QVERIFY(!await(house.store->approvals().decide({before}, {Judgement::Approve, {}}, bob)));
    decide(house, Judgement::Approve);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    QCOMPARE(house.log(run), "new\n"_ba);
}

void ApprovalFlowTest::aWindowThatAsksFirstLetsThroughWhatIsApproved()
{
    test::EngineHouse house;
    openWindow(house, QJsonObject{{u"quorum"_s, 1}, {u"note"_s, u"call the storage team"_s}});
    const domain::Automation automation = house.add(u"true"_s, everyMinute);
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"awaiting_approval"_s}, 10000);
    const auto asked = await(house.store->approvals().get(pending(house)));
    QVERIFY(asked);
    QCOMPARE(asked->policy.note, u"call the storage team"_s);
    request(house, automation); // a person is not asked
    QTRY_VERIFY_WITH_TIMEOUT(house.statuses().contains(u"done"_s), 10000);
    decide(house, Judgement::Approve);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses().count(u"done"_s), 2, 10000);
}

void ApprovalFlowTest::anEditThatAsksForMoreGoesBeforeTheWindow_data()
{
    QTest::addColumn<QJsonValue>("window");
    QTest::addColumn<int>("quorum");
    QTest::newRow("a window that asks in general") << QJsonValue() << 2;
    QTest::newRow("a window with a policy of its own") << QJsonValue(QJsonObject{{u"note"_s, u"call"_s}}) << 1;
}

void ApprovalFlowTest::anEditThatAsksForMoreGoesBeforeTheWindow()
{
    QFETCH(QJsonValue, window);
    QFETCH(int, quorum);
    test::EngineHouse house;
    openWindow(house, window);
    domain::Automation automation = house.add(u"true"_s, everyMinute);
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"awaiting_approval"_s}, 10000);
    automation.approval = domain::ApprovalPolicy{};
    automation.approval->quorum = 2;
    QVERIFY(await(house.store->automations().update(automation, u"ann"_s)));
    QCOMPARE(await(house.store->approvals().get(pending(house)))->policy.quorum, quorum);
}

REGISTER_TEST(ApprovalFlowTest);

#include "test_approvals.moc"
