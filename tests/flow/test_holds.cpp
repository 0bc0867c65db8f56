// SPDX-License-Identifier: Apache-2.0
// What is not started at once: pauses, held runs, missed slots and their makeup; and what the start of an engine
// starts.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;
using store::Pausing;

namespace {

domain::Schedule every(const QString &cron)
{
    domain::Schedule schedule;
    schedule.cron = cron;
    schedule.timezone = u"UTC"_s;
    return schedule;
}

void scheduled(domain::Automation &automation)
{
    automation.triggers = {every(u"* * * * *"_s)};
}

/// Oldest slot first.
QList<domain::Run> bySlot(test::EngineHouse &house)
{
    QList<domain::Run> runs = house.runs();
    std::sort(runs.begin(), runs.end(), [](const auto &a, const auto &b) { return a.plannedFor < b.plannedFor; });
    return runs;
}

QStringList statusesBySlot(test::EngineHouse &house)
{
    QStringList words;
    for (const domain::Run &run : bySlot(house)) {
        words.append(domain::statusWord(run.status));
    }
    return words;
}

void pauseAll(test::EngineHouse &house, Pausing state)
{
    QVERIFY(test::await(house.store->pauses().setAllPaused(state, u"ann"_s)));
}

/// Planned up to the first minute, away for ten more.
void beAway(test::EngineHouse &house)
{
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    house.stop();
    house.store.clock.advance(600s);
}

} // namespace

class HoldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whileEverythingIsPausedSlotsAreSkipped();
    void aPauseOfEverythingOutlivesTheEngine();
    void resumingWhileTheEngineIsAwayFiresNothing();
    void manualRunsPassThePause();
    void aHeldRunStartsWhenItsTimeHasCome();
    void aHeldRunStartsAfterTheNextStart();
    void aHeldRunIsCancelled();
    void theClockSetForwardReleasesAtOnce();
    void missedSlotsAreMadeUpForInOrderAndApart();
    void spacingCountsFromTheStartBefore();
    void missedSlotsWaitForADecision();
    void theStartOfAnEngineIsATrigger();
    void aPausedStartupIsSkipped();
    void theEngineOfOneCommandStartsNothingAtItsStart();
    void aYearBackAndForthRunsNothingTwice();
    void aClockSetForwardPlansAtOnce();
    void aSlotPastItsDeadlineIsSkipped();
};

void HoldsTest::whileEverythingIsPausedSlotsAreSkipped()
{
    test::EngineHouse house;
    house.add(u"true"_s, scheduled);
    house.start();
    pauseAll(house, Pausing::On);
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"skipped"_s}, 10000);
    QCOMPARE(house.runs().first().reason, u"everything is paused"_s);
    // Due, but nobody looked yet: what happened under the pause is not made up for afterwards.
    house.store.clock.advance(60s);
    pauseAll(house, Pausing::Off);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"skipped"_s, u"skipped"_s}), 10000);
    QCOMPARE(house.runs().first().reason, u"everything is paused"_s);
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"skipped"_s, u"skipped"_s, u"done"_s}), 10000);
}

void HoldsTest::aPauseOfEverythingOutlivesTheEngine()
{
    test::EngineHouse house;
    house.add(u"true"_s, scheduled);
    house.start();
    pauseAll(house, Pausing::On);
    house.stop();
    house.store.clock.advance(120s);
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"skipped"_s}, 10000);
    QCOMPARE(house.runs().first().missedCount, 2);
    QCOMPARE(house.runs().first().reason, u"everything is paused"_s);
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"skipped"_s, u"skipped"_s}), 10000);
}

void HoldsTest::resumingWhileTheEngineIsAwayFiresNothing()
{
    test::EngineHouse house;
    house.add(u"true"_s, [](auto &a) {
        scheduled(a);
        a.misfire = domain::Misfire::All;
    });
    beAway(house);
    pauseAll(house, Pausing::On);
    house.store.clock.advance(600s);
    pauseAll(house, Pausing::Off);
    house.store.clock.advance(150s);
    house.start();
    // One row for the time before; of the three slots since, all are made up for or in time.
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"done"_s, u"skipped"_s, u"done"_s, u"done"_s}),
                              10000);
    const domain::Run skipped = bySlot(house).at(1);
    QCOMPARE(skipped.reason, u"missed before everything was resumed"_s);
    QCOMPARE(skipped.missedCount, 20);
}

void HoldsTest::manualRunsPassThePause()
{
    test::EngineHouse house;
    const auto automation = house.add(u"true"_s);
    pauseAll(house, Pausing::On);
    house.start();
    QVERIFY(test::await(house.store->runs().request(automation.id, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
}

domain::Run heldFor(test::EngineHouse &house, const domain::Automation &automation, base::Millis time)
{
    domain::Run run;
    run.automationId = automation.id;
    run.automationVersion = 1;
    run.trigger = domain::TriggerKind::Schedule;
    run.plannedFor = house.store.clock.now();
    run.status = RunStatus::Held;
    run.heldUntil = house.store.clock.now() + time;
    return test::await(house.store->runs().plan({run}, {})).value_or(QList<domain::Run>()).value(0);
}

void HoldsTest::aHeldRunStartsWhenItsTimeHasCome()
{
    test::EngineHouse house;
    const auto automation = house.add(u"true"_s);
    house.start();
    heldFor(house, automation, 60s);
    const auto other = test::await(house.store->runs().request(automation.id, {}));
    // A held run takes no turn: what comes after it does not wait for it.
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"held"_s, u"done"_s}), 10000);
    house.pass(59s);
    const auto third = test::await(house.store->runs().request(automation.id, {}));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"held"_s, u"done"_s, u"done"_s}), 10000);
    house.pass(1s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"done"_s, u"done"_s}), 10000);
    const domain::Run run = house.runs().last();
    QCOMPARE(run.startedAt, test::tempStoreStart + 60s);
    QCOMPARE(run.heldUntil, std::nullopt);
}

void HoldsTest::aHeldRunStartsAfterTheNextStart()
{
    test::EngineHouse house;
    const auto automation = house.add(u"true"_s);
    house.start();
    heldFor(house, automation, 60s);
    heldFor(house, house.add(u"true"_s), 3600s);
    house.stop();
    house.store.clock.advance(60s);
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"held"_s}), 10000);
}

void HoldsTest::aHeldRunIsCancelled()
{
    test::EngineHouse house;
    const domain::Run run = heldFor(house, house.add(u"true"_s), 60s);
    house.start();
    QVERIFY(test::await(house.store->runs().cancel(run.id, u"ann"_s)));
    house.pass(120s);
    const auto other = test::await(house.store->runs().request(run.automationId, {}));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"cancelled"_s, u"done"_s}), 10000);
}

void HoldsTest::theClockSetForwardReleasesAtOnce()
{
    test::EngineHouse house;
    heldFor(house, house.add(u"true"_s), 3600s);
    house.start();
    house.setClock(7200s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
}

void HoldsTest::missedSlotsAreMadeUpForInOrderAndApart()
{
    test::EngineHouse house;
    house.add(u"true"_s, [](auto &a) {
        a.triggers = {every(u"*/2 * * * *"_s)};
        a.misfire = domain::Misfire::All;
        a.maxCatchUp = 3;
        a.catchUpSpacingSeconds = 30;
    });
    house.start();
    house.stop();
    house.store.clock.advance(11min + 10s);
    house.start();
    const base::Instant start = house.store.clock.now();
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"skipped"_s, u"done"_s, u"held"_s, u"held"_s}),
                              10000);
    QCOMPARE(bySlot(house).at(2).heldUntil, start + 30s);
    QCOMPARE(bySlot(house).at(3).heldUntil, start + 60s);
    QCOMPARE(bySlot(house).at(3).reason, u"missed slots are made up for at least 30 s apart"_s);
    house.pass(30s);
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"skipped"_s, u"done"_s, u"done"_s, u"held"_s}),
                              10000);
    // Away until both the last one and a new slot are due: only the new one is in time.
    house.pass(30s);
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house),
                              (QStringList{u"skipped"_s, u"done"_s, u"done"_s, u"done"_s, u"done"_s}), 10000);
    QCOMPARE(bySlot(house).at(3).startedAt, start + 60s);
    QVERIFY(!bySlot(house).at(4).caughtUp);
}

void HoldsTest::spacingCountsFromTheStartBefore()
{
    test::EngineHouse house;
    const auto automation = house.add(u"true"_s, [](auto &a) {
        a.triggers = {every(u"0 * * * *"_s)};
        a.misfire = domain::Misfire::All;
        a.catchUpSpacingSeconds = 60;
    });
    house.start();
    house.stop();
    house.store.clock.advance(3h + 5min);
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"done"_s, u"held"_s, u"held"_s}), 10000);
    house.stop();
    // Both are overdue at the next start: still one after the other.
    house.store.clock.advance(10min);
    house.start();
    const base::Instant start = house.store.clock.now();
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"done"_s, u"done"_s, u"held"_s}), 10000);
    QTRY_COMPARE(bySlot(house).at(2).heldUntil, start + 60s);
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"done"_s, u"done"_s, u"done"_s}), 10000);
}

void HoldsTest::missedSlotsWaitForADecision()
{
    test::EngineHouse house;
    house.add(u"true"_s, [](auto &a) {
        a.triggers = {every(u"0 * * * *"_s)};
        a.misfire = domain::Misfire::Ask;
        a.maxCatchUp = 2;
    });
    house.start();
    house.stop();
    house.store.clock.advance(4h + 5min);
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"skipped"_s, u"held"_s, u"held"_s}), 10000);
    const QList<domain::Run> runs = bySlot(house);
    QCOMPARE(runs.at(0).missedCount, 2);
    QCOMPARE(runs.at(1).reason, u"missed; waits for a decision"_s);
    QCOMPARE(runs.at(1).heldUntil, std::nullopt);
    QVERIFY(test::await(house.store->runs().release({runs.at(1).id}, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"skipped"_s, u"done"_s, u"held"_s}), 10000);
    QVERIFY(test::await(house.store->runs().dismiss({runs.at(2).id}, u"ann"_s)));
    house.pass(55min);
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"skipped"_s, u"done"_s, u"skipped"_s, u"done"_s}),
                              10000);
}

void HoldsTest::theStartOfAnEngineIsATrigger()
{
    test::EngineHouse house;
    house.add(u"true"_s, [](auto &a) { a.triggers = {domain::Startup{}, every(u"0 0 1 1 *"_s), domain::Startup{}}; });
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    QCOMPARE(house.runs().first().trigger, domain::TriggerKind::Startup);
    QCOMPARE(house.runs().first().plannedFor, std::nullopt);
    house.stop();
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"done"_s}), 10000);
}

void HoldsTest::aPausedStartupIsSkipped()
{
    test::EngineHouse house;
    const auto startup = [](auto &a) { a.triggers = {domain::Startup{}}; };
    const auto automation = house.add(u"true"_s, startup);
    QVERIFY(test::await(house.store->automations().setPaused({automation.id}, true, u"ann"_s)));
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"skipped"_s}, 10000);
    QCOMPARE(house.runs().first().reason, u"paused"_s);
    QCOMPARE(house.runs().first().missedCount, 0);
    house.stop();
    pauseAll(house, Pausing::On);
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"skipped"_s, u"skipped"_s}), 10000);
    QCOMPARE(house.runs().first().reason, u"everything is paused"_s);
}

void HoldsTest::theEngineOfOneCommandStartsNothingAtItsStart()
{
    test::EngineHouse house(engine::Scope::RequestedOnly);
    const auto automation = house.add(u"true"_s, [](auto &a) { a.triggers = {domain::Startup{}}; });
    house.since = house.store.clock.now();
    house.start();
    QVERIFY(test::await(house.store->runs().request(automation.id, {})));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
}

void HoldsTest::aYearBackAndForthRunsNothingTwice()
{
    constexpr base::Seconds year{365 * 86400};
    test::EngineHouse house;
    house.add(u"true"_s, [](auto &a) { a.triggers = {every(u"0 * * * *"_s)}; });
    const auto probe = house.add(u"true"_s);
    house.start();
    house.pass(1h);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    house.setClock(-year);
    house.pass(24h);
    QVERIFY(test::await(house.store->runs().request(probe.id, {})));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"done"_s}), 10000);
    house.setClock(year - 24h);
    house.pass(1h);
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"done"_s, u"done"_s, u"done"_s}), 10000);
    QCOMPARE(bySlot(house).last().plannedFor, test::tempStoreStart + 2h);
}

void HoldsTest::aClockSetForwardPlansAtOnce()
{
    test::EngineHouse house;
    house.add(u"true"_s, [](auto &a) { a.triggers = {every(u"0 * * * *"_s)}; });
    house.start();
    house.setClock(5h + 10s);
    QTRY_COMPARE_WITH_TIMEOUT(statusesBySlot(house), (QStringList{u"skipped"_s, u"done"_s}), 10000);
    QCOMPARE(bySlot(house).last().plannedFor, test::tempStoreStart + 5h);
    QCOMPARE(bySlot(house).first().missedCount, 4);
}

void HoldsTest::aSlotPastItsDeadlineIsSkipped()
{
    test::EngineHouse house;
    house.add(u"true"_s, [](auto &a) {
        a.triggers = {every(u"0 * * * *"_s)};
        a.startDeadlineSeconds = 20;
    });
    house.start();
    house.pass(1h + 21s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"skipped"_s}, 10000);
    QCOMPARE(house.runs().first().reason, u"missed its start deadline"_s);
    house.pass(1h - 1s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"skipped"_s, u"done"_s}), 10000);
}

REGISTER_TEST(HoldsTest);

#include "test_holds.moc"
