// SPDX-License-Identifier: Apache-2.0
// Lengths of time under a clock that is set, and over the end of an engine: neither prolongs nor forgets them.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;

namespace {

domain::Run held(test::EngineHouse &house, const domain::Automation &automation, base::Millis time, bool length)
{
    domain::Run run;
    run.automationId = automation.id;
    run.automationVersion = 1;
    run.trigger = domain::TriggerKind::Schedule;
    run.plannedFor = house.store.clock.now();
    run.status = RunStatus::Held;
    run.heldUntil = house.store.clock.now() + time;
    if (length) {
        run.heldSince = house.store.clock.now();
    }
    return test::await(house.store->runs().plan({run}, {})).value_or(QList<domain::Run>()).value(0);
}

domain::Run row(test::EngineHouse &house, const domain::Run &run)
{
    return test::await(house.store->runs().get(run.id)).value_or(domain::Run());
}

/// Three missed slots to be made up for a minute apart; the first one is done, the others are held.
QList<domain::Run> threeMissed(test::EngineHouse &house)
{
    house.add(u"true"_s, [](auto &a) {
        domain::Schedule schedule;
        schedule.cron = u"0 * * * *"_s;
        schedule.timezone = u"UTC"_s;
        a.triggers = {schedule};
        a.misfire = domain::Misfire::All;
        a.catchUpSpacingSeconds = 60;
    });
    house.start();
    house.stop();
    house.store.clock.advance(3h + 5min);
    house.start();
    if (!QTest::qWaitFor([&] { return house.statuses().count(u"done"_s) == 1; }, 10000)) {
        return {};
    }
    QList<domain::Run> runs = house.runs();
    std::sort(runs.begin(), runs.end(), [](const auto &a, const auto &b) { return a.plannedFor < b.plannedFor; });
    return runs;
}

} // namespace

class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLengthOfTimeIsNotProlongedByAClockSetBack();
    void aTimeOfDayIsWallTime();
    void norByOneSetBackWhileNoEngineRan();
    void spacingOutlivesTheEngine();
    void spacingIsNotProlongedByAClockSetBack();
};

void ClockTest::aLengthOfTimeIsNotProlongedByAClockSetBack()
{
    test::EngineHouse house;
    const domain::Run run = held(house, house.add(u"true"_s), 1h, true);
    house.start();
    house.pass(10min);
    house.setClock(-24h);
    const base::Instant end = house.store.clock.now() + 50min;
    QTRY_COMPARE_WITH_TIMEOUT(row(house, run).heldUntil, end, 10000);
    house.pass(20min);
    house.setClock(-1h);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, run).heldUntil, end - 1h, 10000);
    house.pass(30min - 1s);
    QTest::qWait(0);
    QCOMPARE(house.statuses(), QStringList{u"held"_s});
    house.pass(1s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
}

void ClockTest::aTimeOfDayIsWallTime()
{
    test::EngineHouse house;
    const domain::Run run = held(house, house.add(u"true"_s), 1h, false);
    house.start();
    house.setClock(-24h);
    house.pass(2h);
    // Whoever came later has run by now.
    const domain::Run probe = held(house, house.add(u"true"_s), 0s, true);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, probe).status, RunStatus::Done, 10000);
    QCOMPARE(row(house, run).status, RunStatus::Held);
    QCOMPARE(row(house, run).heldUntil, run.heldUntil);
    house.pass(23h);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Done, 10000);
}

void ClockTest::norByOneSetBackWhileNoEngineRan()
{
    test::EngineHouse house;
    const domain::Run run = held(house, house.add(u"true"_s), 1h, true);
    house.store.clock.jump(-24h);
    house.start();
    // How much of it had passed is not known any more; it is never longer than it was.
    QTRY_COMPARE_WITH_TIMEOUT(row(house, run).heldUntil, house.store.clock.now() + 1h, 10000);
    house.pass(1h);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
}

void ClockTest::spacingOutlivesTheEngine()
{
    test::EngineHouse house;
    const QList<domain::Run> runs = threeMissed(house);
    const base::Instant first = house.store.clock.now();
    QCOMPARE(runs.size(), 3);
    house.stop();
    // Both have their turn already: what keeps them apart is only when the last one started.
    QVERIFY(test::await(house.store->runs().releaseDue({runs.at(1).id, runs.at(2).id}, first + 2min)));
    house.store.clock.advance(10s);
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(row(house, runs.at(1)).heldUntil, first + 60s, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, runs.at(2)).heldUntil, first + 120s, 10000);
    house.pass(50s);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, runs.at(1)).status, RunStatus::Done, 10000);
    QCOMPARE(row(house, runs.at(2)).status, RunStatus::Held);
}

void ClockTest::spacingIsNotProlongedByAClockSetBack()
{
    test::EngineHouse house;
    const QList<domain::Run> runs = threeMissed(house);
    QCOMPARE(runs.size(), 3);
    house.pass(40s);
    house.setClock(-1h);
    // A person has its turn come early: the spacing still counts from the start before, 40 s ago.
    QVERIFY(test::await(house.store->runs().releaseDue({runs.at(1).id}, house.store.clock.now() + 1h)));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, runs.at(1)).heldUntil, house.store.clock.now() + 20s, 10000);
    house.pass(20s);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, runs.at(1)).status, RunStatus::Done, 10000);
}

REGISTER_TEST(ClockTest);

#include "test_clock.moc"
