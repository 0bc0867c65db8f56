// SPDX-License-Identifier: Apache-2.0
// A run that fails is tried again: the same row and the same log, over the end of an engine, until no attempt is left.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;

namespace {

domain::Retry threeTimes(qint64 delay)
{
    domain::Retry retry;
    retry.attempts = 3;
    retry.delaySeconds = delay;
    return retry;
}

domain::Run row(test::EngineHouse &house, const base::RunId &id)
{
    return test::await(house.store->runs().get(id)).value_or(domain::Run());
}

/// Says which attempt it is, then fails until the attempt `succeeds`.
domain::Automation failing(test::EngineHouse &house, const QTemporaryDir &folder, int succeeds, qint64 delay = 30)
{
    return house.add(
        u"n=$(($(cat count 2>/dev/null || echo 0)+1)); echo $n >count; echo try $n; [ $n -ge %1 ] || exit 7"_s.arg(
            succeeds),
        [&](auto &a) {
            a.workingDirectory = folder.path();
            a.retry = threeTimes(delay);
        });
}

base::RunId request(test::EngineHouse &house, const domain::Automation &automation)
{
    const auto run = test::await(house.store->runs().request(automation.id, u"ann"_s));
    return run ? run->id : base::RunId();
}

} // namespace

class RetryFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRowAndOneLogUntilItSucceeds();
    void failsOnceNoAttemptIsLeft();
    void neverQueuedAgain();
    void waitsOverTheEndOfTheEngine();
    void keepsItsTurnBetweenAttempts();
    void isCancelledWhileHeld();
    void isReplacedWhileHeld();
    void waitsForAPlaceWhenItsTimeHasCome();
    void aCancelThatComesAtTheEndOfAnAttemptHolds();
    void whatCannotStartIsTriedAgain();
    void aTimeoutIsTriedAgain();
    void anInterruptedRunIsDoneAgainOnlyWhereAskedFor();
    void interruptionsAreCounted();
};

void RetryFlowTest::oneRowAndOneLogUntilItSucceeds()
{
    const QTemporaryDir folder;
    test::EngineHouse house;
    const auto automation = failing(house, folder, 3);
    house.start();
    const base::RunId id = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    domain::Run run = row(house, id);
    const base::Instant first = *run.startedAt;
    QCOMPARE(run.attempt, 1);
    QCOMPARE(run.exitCode, 7);
    QCOMPARE(run.reason, u"attempt 1 of 3 failed: exit code 7"_s);
    QCOMPARE(run.heldUntil, house.store.clock.now() + 30s);
    house.pass(30s);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, id).heldUntil, house.store.clock.now() + 30s, 10000);
    QCOMPARE(row(house, id).attempt, 2);
    house.pass(30s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    run = row(house, id);
    QCOMPARE(run.attempt, 3);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.reason, QString());
    QCOMPARE(run.errorMessage, QString());
    QCOMPARE(run.startedAt, first);
    QCOMPARE(run.attemptStartedAt, first + 60s);
    QCOMPARE(run.log.lines, 5);
    QCOMPARE(house.log(id), "try 1\n"
                            "attempt 2 of 3; the one before it failed: exit code 7\n"
                            "try 2\n"
                            "attempt 3 of 3; the one before it failed: exit code 7\n"
                            "try 3\n"_ba);
    const auto chunk = test::await(house.store->logs().read(id, 1, 1));
    QCOMPARE(chunk->spans.first().stream, store::Stream::Note);
}

void RetryFlowTest::failsOnceNoAttemptIsLeft()
{
    const QTemporaryDir folder;
    test::EngineHouse house;
    const auto automation = failing(house, folder, 99, 0);
    house.start();
    const base::RunId id = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"failed"_s}, 10000);
    QCOMPARE(row(house, id).attempt, 3);
    QCOMPARE(row(house, id).reason, u"exit code 7"_s);
    QCOMPARE(row(house, id).log.lines, 5);
}

void RetryFlowTest::neverQueuedAgain()
{
    const QTemporaryDir folder;
    test::EngineHouse house;
    const auto automation = failing(house, folder, 2, 0);
    const base::RunId id = request(house, automation);
    QList<QFuture<base::Result<domain::Run>>> looks; // answered in this order
    const QObject listening;                         // no longer than what it fills
    connect(&house.store.store(), &store::Store::changed, &listening,
            [&](const store::Changes &) { looks.append(house.store->runs().get(id)); });
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    QStringList seen;
    for (const auto &look : std::as_const(looks)) {
        const domain::Run run = *test::await(look);
        const QString now = u"%1 %2"_s.arg(domain::statusWord(run.status)).arg(run.attempt);
        if (seen.isEmpty() || seen.last() != now) {
            seen.append(now);
        }
    }
    // The screen may come too late for some, but never in another order, and never to see it queued again.
    const QStringList all{u"queued 1"_s, u"running 1"_s, u"held 1"_s, u"running 2"_s, u"done 2"_s};
    qsizetype at = -1;
    for (const QString &one : std::as_const(seen)) {
        QVERIFY2(all.indexOf(one) > at, qPrintable(seen.join(u", "_s)));
        at = all.indexOf(one);
    }
}

void RetryFlowTest::waitsOverTheEndOfTheEngine()
{
    const QTemporaryDir folder;
    test::EngineHouse house;
    const auto automation = failing(house, folder, 2);
    house.start();
    const base::RunId id = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    house.stop();
    house.store.clock.advance(10s);
    house.start();
    // Whatever else there is runs meanwhile.
    request(house, house.add(u"true"_s));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"held"_s, u"done"_s}), 10000);
    house.pass(20s);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, id).status, RunStatus::Done, 10000);
    QCOMPARE(row(house, id).attempt, 2);
    QCOMPARE(house.log(id).count('\n'), 3);
}

void RetryFlowTest::keepsItsTurnBetweenAttempts()
{
    const QTemporaryDir folder;
    test::EngineHouse house;
    const auto automation = failing(house, folder, 2);
    house.start();
    const base::RunId first = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, first).status, RunStatus::Held, 10000);
    const base::RunId second = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, second).reason, u"waits for the run before it"_s, 10000);
    house.stop();
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(row(house, second).reason, u"waits for the run before it"_s, 10000);
    QCOMPARE(row(house, second).status, RunStatus::Queued);
    house.pass(30s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"done"_s}), 10000);
    QCOMPARE(house.log(second), "try 3\n"_ba);
}

void RetryFlowTest::isCancelledWhileHeld()
{
    const QTemporaryDir folder;
    test::EngineHouse house;
    const auto automation = failing(house, folder, 99);
    house.start();
    const base::RunId id = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    const base::RunId next = request(house, automation);
    QVERIFY(test::await(house.store->runs().cancel(id, u"ann"_s)));
    QCOMPARE(row(house, id).status, RunStatus::Cancelled);
    QCOMPARE(row(house, id).reason, u"cancelled by ann"_s);
    // Its turn is free at once.
    QTRY_COMPARE_WITH_TIMEOUT(row(house, next).status, RunStatus::Held, 10000);
    QCOMPARE(house.log(next), "try 2\n"_ba);
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, next).attempt, 2, 10000);
    QCOMPARE(house.log(id), "try 1\n"_ba);
}

void RetryFlowTest::isReplacedWhileHeld()
{
    const QTemporaryDir folder;
    test::EngineHouse house;
    auto automation = failing(house, folder, 2);
    automation.overlap = domain::Overlap::Replace;
    automation = *test::await(house.store->automations().update(automation, u"ann"_s));
    house.start();
    const base::RunId id = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    const base::RunId next = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"cancelled"_s, u"done"_s}), 10000);
    QCOMPARE(row(house, id).reason, u"replaced by %1"_s.arg(next.text()));
}

void RetryFlowTest::waitsForAPlaceWhenItsTimeHasCome()
{
    const QTemporaryDir folder;
    test::EngineHouse house;
    QVERIFY(test::await(house.store->settings().set(QString::fromLatin1(store::setting::parallelRuns), 1)));
    const auto automation = failing(house, folder, 2);
    house.start();
    const base::RunId id = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    const base::RunId blocker = request(house, house.add(u"sleep 300"_s));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, blocker).status, RunStatus::Running, 10000);
    house.pass(30s);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, id).reason, u"waits for one of 1 runs on this machine to end"_s, 10000);
    QCOMPARE(row(house, id).status, RunStatus::Held);
    QVERIFY(test::await(house.store->runs().cancel(blocker, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, id).status, RunStatus::Done, 10000);
}

void RetryFlowTest::aCancelThatComesAtTheEndOfAnAttemptHolds()
{
    test::TempStore store;
    const auto automation = test::await(store->automations().create({test::someAutomation()}, u"ann"_s))->first();
    const auto run = test::await(store->runs().request(automation.id, u"ann"_s));
    QVERIFY(test::await(store->runs().start(run->id, 1)));
    QVERIFY(test::await(store->runs().cancel(run->id, u"bob"_s)));
    const auto after = test::await(store->runs().retryLater(run->id, {.status = RunStatus::Failed},
                                                            {store.clock.now() + 1s, store.clock.now(), u"later"_s}));
    QCOMPARE(after->status, RunStatus::Cancelled);
    QCOMPARE(after->reason, u"cancelled by bob"_s);
}

void RetryFlowTest::whatCannotStartIsTriedAgain()
{
    test::EngineHouse house;
    const auto automation = house.add(u"true"_s, [](auto &a) {
        a.workingDirectory = u"/nowhere/at/all"_s;
        a.retry = threeTimes(0);
    });
    house.start();
    const base::RunId id = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"failed"_s}, 10000);
    QCOMPARE(row(house, id).attempt, 3);
    QCOMPARE(house.log(id).count("attempt"), 2);
}

void RetryFlowTest::aTimeoutIsTriedAgain()
{
    test::EngineHouse house;
    const auto automation = house.add(u"sleep 300"_s, [](auto &a) {
        a.timeoutSeconds = 1;
        a.retry = domain::Retry{.attempts = 2, .onAny = false, .onTimeout = true};
    });
    house.start();
    const base::RunId id = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"timed_out"_s}, 15000);
    QCOMPARE(row(house, id).attempt, 2);
    const QByteArray warning = "90 % of the time limit of 1 s have passed; it ends in 1 s\n";
    QCOMPARE(house.log(id), warning + "attempt 2 of 2; the one before it failed: limit 1 s reached\n" + warning);
}

void RetryFlowTest::anInterruptedRunIsDoneAgainOnlyWhereAskedFor()
{
    test::EngineHouse house;
    const domain::Retry interrupted{.attempts = 3, .delaySeconds = 30, .onAny = false, .onInterrupted = true};
    const auto never = house.add(u"true"_s, [](auto &a) { a.retry = threeTimes(0); });
    const auto again = house.add(u"echo on"_s, [&](auto &a) { a.retry = interrupted; });
    const auto unwanted = house.add(u"true"_s, [&](auto &a) { a.retry = interrupted; });
    QList<base::RunId> ids;
    for (const auto &automation : {never, again, unwanted}) {
        ids.append(request(house, automation));
        QVERIFY(test::await(house.store->runs().start(ids.last(), 77)));
    }
    // Somebody wanted this one to end before its engine died.
    QVERIFY(test::await(house.store->runs().cancel(ids.at(2), u"bob"_s)));
    house.start();
    const QString cut = u"interrupted"_s;
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{cut, cut, cut, u"held"_s}), 10000);
    const domain::Run once = house.runs().first();
    QCOMPARE(once.parentRunId, ids.at(1));
    QCOMPARE(once.attempt, 2);
    QCOMPARE(once.requestedBy, u"ann"_s);
    QCOMPARE(once.heldUntil, house.store.clock.now() + 30s);
    QCOMPARE(once.reason, u"done again, because %1 was interrupted"_s.arg(ids.at(1).text()));
    house.pass(30s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{cut, cut, cut, u"done"_s}), 10000);
    QCOMPARE(house.log(once.id),
             u"attempt 2 of 3; %1 before it was interrupted\non\n"_s.arg(ids.at(1).text()).toUtf8());
}

void RetryFlowTest::interruptionsAreCounted()
{
    test::EngineHouse house;
    const auto automation = house.add(u"echo on; sleep 300"_s, [](auto &a) {
        a.retry = domain::Retry{.attempts = 3, .onAny = false, .onInterrupted = true};
    });
    request(house, automation);
    for (int i = 0; i < 4; ++i) {
        house.start();
        const int expected = std::min(i + 1, 3);
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses().count(u"running"_s), i < 3 ? 1 : 0, 10000);
        QCOMPARE(house.statuses().size(), expected);
        house.stop();
    }
    QCOMPARE(house.statuses(), (QStringList{u"interrupted"_s, u"interrupted"_s, u"interrupted"_s}));
    QCOMPARE(house.runs().first().attempt, 3);
}

REGISTER_TEST(RetryFlowTest);

#include "test_retry.moc"
