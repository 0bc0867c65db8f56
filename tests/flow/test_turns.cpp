// SPDX-License-Identifier: Apache-2.0
// Whose turn it is, what a run is when it is started, and how it is called when it was asked to end.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;

namespace {

domain::Run request(test::EngineHouse &house, const domain::Automation &automation)
{
    return test::await(house.store->runs().request(automation.id, u"ann"_s)).value_or(domain::Run());
}

domain::Run row(test::EngineHouse &house, const domain::Run &run)
{
    return test::await(house.store->runs().get(run.id)).value_or(domain::Run());
}

} // namespace

class TurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestReplacesThoseThatWaitToo();
    void aRunIsOfTheVersionItWasStartedBy();
    void goingPolitelyIsNoSuccess();
    void aTimeoutOfWeeksIsNotCutShort();
    void theGlobalLimitTakesEffectAtOnce();
};

void TurnsTest::theNewestReplacesThoseThatWaitToo()
{
    test::EngineHouse house;
    const auto automation = house.add(u"trap '' TERM; echo on; while :; do sleep 0.1; done"_s, [](auto &a) {
        a.overlap = domain::Overlap::Replace;
        a.killAfterSeconds = 2;
    });
    house.start();
    const domain::Run first = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.log(first.id), QByteArray("on\n"), 10000);
    const domain::Run second = request(house, automation);
    const domain::Run third = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, third).status, RunStatus::Running, 10000);
    QCOMPARE(row(house, first).status, RunStatus::Cancelled);
    QCOMPARE(row(house, second).status, RunStatus::Cancelled);
    QCOMPARE(row(house, second).startedAt, std::nullopt);
    QCOMPARE(row(house, second).reason, u"replaced by %1"_s.arg(third.id.text()));
}

void TurnsTest::aRunIsOfTheVersionItWasStartedBy()
{
    test::EngineHouse house;
    auto automation = house.add(u"echo old"_s);
    const domain::Run run = request(house, automation);
    QCOMPARE(run.automationVersion, 1);
    automation.params = {{u"command"_s, u"echo new"_s}};
    QVERIFY(test::await(house.store->automations().update(automation, u"ann"_s)));
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(row(house, run).status, RunStatus::Done, 10000);
    QCOMPARE(house.log(run.id), QByteArray("new\n"));
    QCOMPARE(row(house, run).automationVersion, 2);
}

void TurnsTest::goingPolitelyIsNoSuccess()
{
    test::EngineHouse house;
    const QString polite = u"trap 'exit 0' TERM; echo on; while :; do sleep 0.1; done"_s;
    const auto late = house.add(polite, [](auto &a) { a.timeoutSeconds = 1; });
    house.start();
    const domain::Run cancelled = request(house, house.add(polite));
    QTRY_COMPARE_WITH_TIMEOUT(house.log(cancelled.id), QByteArray("on\n"), 10000);
    QVERIFY(test::await(house.store->runs().cancel(cancelled.id, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, cancelled).status, RunStatus::Cancelled, 10000);
    QCOMPARE(row(house, cancelled).exitCode, 0);
    const domain::Run timedOut = request(house, late);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, timedOut).status, RunStatus::TimedOut, 10000);
}

void TurnsTest::aTimeoutOfWeeksIsNotCutShort()
{
    test::EngineHouse house;
    // In milliseconds it is 704 more than 32 bits hold.
    const auto automation = house.add(u"sleep 2"_s, [](auto &a) { a.timeoutSeconds = 4'294'968; });
    house.start();
    const domain::Run run = request(house, automation);
    QTRY_VERIFY_WITH_TIMEOUT(domain::isFinal(row(house, run).status), 10000);
    QCOMPARE(row(house, run).status, RunStatus::Done);
}

void TurnsTest::theGlobalLimitTakesEffectAtOnce()
{
    test::EngineHouse house;
    const auto automation = house.add(u"sleep 300"_s, [](auto &a) { a.overlap = domain::Overlap::Parallel; });
    const QString key = QString::fromLatin1(store::setting::parallelRuns);
    QVERIFY(test::await(house.store->settings().set(key, 1)));
    house.start();
    request(house, automation);
    const domain::Run second = request(house, automation);
    const domain::Run third = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"running"_s, u"queued"_s, u"queued"_s}), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, second).reason, u"waits for one of 1 runs on this machine to end"_s, 10000);
    QVERIFY(test::await(house.store->settings().set(key, 2)));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"running"_s, u"running"_s, u"queued"_s}), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, third).reason, u"waits for one of 2 runs on this machine to end"_s, 10000);
}

REGISTER_TEST(TurnsTest);

#include "test_turns.moc"
