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
