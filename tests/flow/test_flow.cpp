// SPDX-License-Identifier: Apache-2.0
// From a schedule firing to a line that can be shown: fake clock, real store, real processes.
#include "tests/support/enginehouse.h"
#include "tests/support/eventlog.h"
#include "tests/support/registry.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

domain::Schedule everyMinute()
{
    domain::Schedule schedule;
    schedule.cron = u"* * * * *"_s;
    schedule.timezone = u"UTC"_s;
    return schedule;
}

} // namespace

class FlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scheduleBecomesALine()
    {
        test::EngineHouse house;
        const auto automation = house.add(u"echo one; echo two >&2"_s, [](auto &a) { a.triggers = {everyMinute()}; });
        house.start();
        test::EventLog events;
        connect(&house.store.store(), &store::Store::changed, this, [&](const store::Changes &changes) {
            for (const store::Change &change : changes) {
                if (change.table == store::Table::Runs) {
                    const auto run = test::await(house.store->runs().get(base::RunId(change.id)));
                    events.add(u"run "_s + domain::statusWord(run->status));
                }
            }
        });
        connect(&house.store->logs(), &store::Logs::grew, this,
                [&](const base::RunId &, const store::LogInfo &info) { events.add(u"lines %1"_s.arg(info.lines)); });

        QTRY_COMPARE(house.statuses(), QStringList());
        house.pass(61s);
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
        QTRY_VERIFY(events.events().contains(u"lines 2"_s) && events.events().contains(u"run done"_s));

        const QStringList seen = events.events();
        QVERIFY(seen.indexOf(u"run running"_s) >= 0 || seen.indexOf(u"run queued"_s) >= 0);
        QVERIFY2(seen.lastIndexOf(u"run done"_s) > seen.indexOf(u"lines 2"_s), qPrintable(seen.join(u", "_s)));
        const domain::Run run = house.runs().first();
        QCOMPARE(run.automationId, automation.id);
        QCOMPARE(*run.plannedFor, test::tempStoreStart + 60s);
        QCOMPARE(run.log.lines, 2);
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.usage && run.usage->peakKib > 0);
        QVERIFY(house.log(run.id).contains("one\n"));
    }

    void aSlotRunsOnceWhateverTheClockDoes()
    {
        test::EngineHouse house;
        house.add(u"true"_s, [](auto &a) { a.triggers = {everyMinute()}; });
        house.start();
        house.pass(60s);
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
        house.setClock(-3600s);
        house.pass(1800s);
        QTest::qWait(0);
        QCOMPARE(house.statuses().size(), 1);
        house.setClock(1800s);
        house.pass(60s);
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"done"_s}), 10000);
    }

    void aRunPastItsTimeoutIsEndedWithItsTree()
    {
        test::EngineHouse house;
        const auto automation = house.add(u"trap '' TERM; sleep 300 & sleep 300"_s, [](auto &a) {
            a.timeoutSeconds = 1;
            a.killAfterSeconds = 1;
        });
        house.start();
        QVERIFY(test::await(house.store->runs().request(automation.id, u"tester"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"timed_out"_s}, 15000);
        const domain::Run run = house.runs().first();
        QVERIFY(!run.killReceipt.isEmpty());
        QCOMPARE(run.reason, u"limit 1 s reached"_s);
    }

    void aCancelledRunSaysWhoWantedIt()
    {
        test::EngineHouse house;
        const auto automation = house.add(u"echo started; sleep 300"_s);
        house.start();
        const auto run = test::await(house.store->runs().request(automation.id, u"tester"_s));
        QTRY_COMPARE_WITH_TIMEOUT(house.log(run->id), QByteArray("started\n"), 10000);
        QVERIFY(test::await(house.store->runs().cancel(run->id, u"deploy"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"cancelled"_s}, 10000);
        QCOMPARE(house.runs().first().reason, u"cancelled by deploy"_s);
    }

    void overlapQueuesSkipsAndReplaces()
    {
        test::EngineHouse house;
        const auto skip = house.add(u"sleep 300"_s, [](auto &a) { a.overlap = domain::Overlap::Skip; });
        const auto replace = house.add(u"sleep 300"_s, [](auto &a) { a.overlap = domain::Overlap::Replace; });
        house.start();
        const auto start = [&](const base::AutomationId &id) {
            return *test::await(house.store->runs().request(id, {}));
        };
        const auto status = [&](const domain::Run &run) {
            return domain::statusWord(test::await(house.store->runs().get(run.id))->status);
        };
        const domain::Run first = start(skip.id);
        QTRY_COMPARE_WITH_TIMEOUT(status(first), u"running"_s, 10000);
        const domain::Run second = start(skip.id);
        QTRY_COMPARE_WITH_TIMEOUT(status(second), u"skipped"_s, 10000);
        QCOMPARE(status(first), u"running"_s);

        const domain::Run old = start(replace.id);
        QTRY_COMPARE_WITH_TIMEOUT(status(old), u"running"_s, 10000);
        const domain::Run fresh = start(replace.id);
        QTRY_COMPARE_WITH_TIMEOUT(status(fresh), u"running"_s, 10000);
        QTRY_COMPARE_WITH_TIMEOUT(status(old), u"cancelled"_s, 10000);
    }

    void stoppingTheEngineInterruptsItsRuns()
    {
        test::EngineHouse house;
        const auto automation = house.add(u"echo on; sleep 300"_s);
        house.start();
        const auto run = test::await(house.store->runs().request(automation.id, u"tester"_s));
        QTRY_COMPARE_WITH_TIMEOUT(house.log(run->id), QByteArray("on\n"), 10000);
        house.stop();
        QCOMPARE(house.statuses(), QStringList{u"interrupted"_s});
        QCOMPARE(house.runs().first().log.lines, 1);
    }

    void pausedSlotsAreSkippedWithTheReason()
    {
        test::EngineHouse house;
        house.add(u"true"_s, [](auto &a) {
            a.triggers = {everyMinute()};
            a.paused = true;
        });
        house.start();
        house.pass(60s);
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"skipped"_s}, 10000);
        QCOMPARE(house.runs().first().reason, u"paused"_s);
    }

    void missedSlotsFollowTheirRuleAtTheNextStart()
    {
        test::EngineHouse house;
        house.add(u"true"_s, [](auto &a) { a.triggers = {everyMinute()}; });
        house.start();
        house.pass(60s);
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
        house.stop();
        house.store.clock.advance(600s + 30s);
        house.start();
        // Misfire rule "once": the slot of 30 s ago is in time and makes up for the nine before it, which are one row.
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses().count(u"done"_s), 2, 10000);
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses().count(u"skipped"_s), 1, 10000);
    }

    void aMissingInterpreterFailsTheRunAndNamesIt()
    {
        test::EngineHouse house;
        const auto automation = house.add({}, [](auto &a) {
            a.params = {{u"script"_s, u"print(1)"_s}, {u"interpreter"_s, u"no-such-interpreter"_s}};
        });
        house.start();
        QVERIFY(test::await(house.store->runs().request(automation.id, {})));
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"failed"_s}, 10000);
        QVERIFY(house.runs().first().reason.contains(u"no-such-interpreter"_s));
    }

    void theEngineOfOneCommandRunsOnlyWhatWasAskedForSince()
    {
        test::EngineHouse house(engine::Scope::RequestedOnly);
        const auto automation = house.add(u"true"_s, [](auto &a) { a.triggers = {everyMinute()}; });
        const auto old = test::await(house.store->runs().request(automation.id, {}));
        house.store.clock.advance(120s);
        house.since = house.store.clock.now();
        // Asked for before the engine is up, as a command does that starts its own.
        const auto fresh = test::await(house.store->runs().request(automation.id, {}));
        house.start();
        QTRY_COMPARE_WITH_TIMEOUT(test::await(house.store->runs().get(fresh->id))->status, domain::RunStatus::Done,
                                  10000);
        QCOMPARE(house.statuses(), (QStringList{u"queued"_s, u"done"_s}));
        QCOMPARE(old->status, domain::RunStatus::Queued);
    }

    void outputIsKeptByteForByte()
    {
        test::EngineHouse house;
        const auto automation = house.add(u"printf 'a\\377b\\r\\nno newline'"_s);
        house.start();
        const auto run = test::await(house.store->runs().request(automation.id, {}));
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
        const auto chunk = test::await(house.store->logs().read(run->id, 0, 10));
        QCOMPARE(chunk->bytes, QByteArray("a\xff"
                                          "b\r\nno newline\n"));
        QVERIFY(chunk->spans.last().open);
    }
};

REGISTER_TEST(FlowTest);

#include "test_flow.moc"
