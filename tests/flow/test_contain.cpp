// SPDX-License-Identifier: Apache-2.0
// Runs and those who hold their processes: what is recorded when a holder is killed, and that the next runs work.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The ended run of a script.
domain::Run runOf(test::EngineHouse &house, const QString &command,
                  const std::function<void(domain::Automation &)> &change = {})
{
    const auto automation = house.add(command, change);
    const auto asked = test::await(house.store->runs().request(automation.id, u"tester"_s));
    domain::Run run;
    const bool over = asked && QTest::qWaitFor(
                                   [&] {
                                       run = *test::await(house.store->runs().get(asked->id));
                                       return domain::isFinal(run.status);
                                   },
                                   20000);
    return over ? run : domain::Run();
}

// A shell's parent is its worker, whose parent is the keeper.
const QString keeper = u"$(cut -d' ' -f4 /proc/$PPID/stat)"_s;

} // namespace

class ContainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogSaysThatTheTimeLimitIsNear()
    {
        test::EngineHouse house;
        house.start();
        const domain::Run run = runOf(house, u"echo before; sleep 300"_s, [](auto &a) { a.timeoutSeconds = 1; });
        QCOMPARE(domain::statusWord(run.status), u"timed_out"_s);
        QCOMPARE(house.log(run.id), "before\n90 % of the time limit of 1 s have passed; it ends in 1 s\n"_ba);
        const auto chunk = test::await(house.store->logs().read(run.id, 0, 10));
        QCOMPARE(chunk->spans.last().stream, store::Stream::Note);
        QCOMPARE(domain::statusWord(runOf(house, u"exit 0"_s, [](auto &a) { a.timeoutSeconds = 1; }).status),
                 u"done"_s);
    }

    void theReceiptNamesWhoGotWhichSignalWhen()
    {
        test::EngineHouse house;
        house.start();
        const domain::Run run =
            runOf(house, u"sleep 300 & exec perl -e '$SIG{TERM} = \"IGNORE\"; sleep 300'"_s, [](auto &a) {
                a.timeoutSeconds = 1;
                a.killAfterSeconds = 1;
            });
        const QJsonArray receipt = domain::toJson(run).value("kill_receipt"_L1).toArray();
        QCOMPARE(receipt.size(), 3);
        QStringList signalled;
        for (const QJsonValue entry : receipt) {
            QVERIFY(entry["pid"_L1].toInteger() > 1);
            QCOMPARE(entry["denied"_L1], QJsonValue(false));
            signalled.append(entry["name"_L1].toString() + u' ' + entry["signal"_L1].toString());
        }
        QCOMPARE(signalled, (QStringList{u"perl TERM"_s, u"sleep TERM"_s, u"perl KILL"_s}));
        QVERIFY(receipt.last()["at_ms"_L1].toInteger() >= 1000);
    }

    void aSurvivorGoesOnWithoutTheEngine()
    {
        test::EngineHouse house;
        house.start();
        const auto survivor =
            house.add(u"echo begin; printf half; sleep 1.5; echo ' done'; printf 'no newline'; exit 9"_s,
                      [](auto &a) { a.survivesEngine = true; });
        const auto mortal = house.add(u"echo on; sleep 300"_s);
        const auto first = test::await(house.store->runs().request(survivor.id, u"tester"_s));
        const auto second = test::await(house.store->runs().request(mortal.id, u"tester"_s));
        QTRY_COMPARE_WITH_TIMEOUT(house.log(first->id), "begin\n"_ba, 10000);
        QTRY_COMPARE_WITH_TIMEOUT(house.log(second->id), "on\n"_ba, 10000);
        house.stop();
        QCOMPARE(house.statuses(), (QStringList{u"running"_s, u"interrupted"_s}));
        QCOMPARE(house.log(first->id), "begin\n"_ba);
        house.start();
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"failed"_s, u"interrupted"_s}), 10000);
        const domain::Run run = *test::await(house.store->runs().get(first->id));
        QCOMPARE(run.exitCode, 9);
        QCOMPARE(house.log(first->id), "begin\nhalf done\nno newline\n"_ba);
        QCOMPARE(run.log.lines, 3);
    }

    void aSurvivorCanBeCancelledAndTimedOutByTheNextEngine()
    {
        test::EngineHouse house;
        house.start();
        const auto cancelled = house.add(u"echo on; sleep 300"_s, [](auto &a) { a.survivesEngine = true; });
        const auto limited = house.add(u"echo on; sleep 300"_s, [](auto &a) {
            a.survivesEngine = true;
            a.timeoutSeconds = 2;
        });
        const auto alone = house.add(u"echo on; sleep 300"_s, [](auto &a) {
            a.survivesEngine = true;
            a.timeoutSeconds = 1;
        });
        QList<base::RunId> runs;
        for (const auto &automation : {cancelled, limited, alone}) {
            runs.append(test::await(house.store->runs().request(automation.id, u"tester"_s))->id);
        }
        for (const base::RunId &run : runs) {
            QTRY_COMPARE_WITH_TIMEOUT(house.log(run), "on\n"_ba, 10000);
        }
        house.stop();
        QCOMPARE(house.statuses(), (QStringList{u"running"_s, u"running"_s, u"running"_s}));
        QTest::qWait(1200); // the time limit of one passes while nobody watches
        QVERIFY(test::await(house.store->runs().cancel(runs.at(0), u"deploy"_s)));
        house.start();
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"cancelled"_s, u"timed_out"_s, u"timed_out"_s}),
                                  10000);
        QCOMPARE(test::await(house.store->runs().get(runs.at(2)))->reason, u"limit 1 s reached"_s);
        QVERIFY(!test::await(house.store->runs().get(runs.at(2)))->killReceipt.isEmpty());
    }

    void aSurvivorWhoseWorkerIsKilledIsInterrupted()
    {
        test::EngineHouse house;
        house.start();
        const auto automation =
            house.add(u"echo on; sleep 1; kill -9 $PPID; sleep 300"_s, [](auto &a) { a.survivesEngine = true; });
        const auto run = test::await(house.store->runs().request(automation.id, u"tester"_s));
        QTRY_COMPARE_WITH_TIMEOUT(house.log(run->id), "on\n"_ba, 10000);
        house.stop();
        QTest::qWait(1200);
        house.start();
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"interrupted"_s}, 10000);
    }

    void aKilledWorkerFailsItsRun()
    {
        test::EngineHouse house;
        house.start();
        const domain::Run run = runOf(house, u"echo before; kill -9 $PPID; sleep 300"_s);
        QCOMPARE(domain::statusWord(run.status), u"failed"_s);
        QVERIFY2(run.reason.contains("was killed"_L1), qPrintable(run.reason));
        QCOMPARE(house.log(run.id), "before\n"_ba);
        QCOMPARE(domain::statusWord(runOf(house, u"exit 0"_s).status), u"done"_s);
    }

    void aKilledKeeperFailsItsRunsAndIsReplaced()
    {
        test::EngineHouse house;
        house.start();
        for (int i = 0; i < 3; ++i) {
            const domain::Run run = runOf(house, u"echo before; kill -9 %1; sleep 300"_s.arg(keeper));
            QCOMPARE(domain::statusWord(run.status), u"failed"_s);
            QVERIFY2(run.reason.contains("was killed"_L1), qPrintable(run.reason));
            QCOMPARE(house.log(run.id), "before\n"_ba);
            QVERIFY(!run.killReceipt.isEmpty());
            QCOMPARE(domain::statusWord(runOf(house, u"exit 0"_s).status), u"done"_s);
        }
    }
};

REGISTER_TEST(ContainTest);
#include "test_contain.moc"
