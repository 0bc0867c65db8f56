// SPDX-License-Identifier: Apache-2.0
// Overlap in all its forms, and names that only one run may hold at a time.
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

domain::Automation locked(test::EngineHouse &house, const QStringList &locks)
{
    return house.add(u"sleep 300"_s, [&](auto &a) {
        a.overlap = domain::Overlap::Parallel;
        a.resourceLocks = locks;
    });
}

} // namespace

class LocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLockNamesItsHolder();
    void noneIsOvertaken();
    void aLockIsKeptBetweenAttempts();
    void parallelRunsHaveTheirLimit();
    void beyondTheQueueASlotIsSkipped();
};

void LocksTest::aLockNamesItsHolder()
{
    test::EngineHouse house;
    house.start();
    const domain::Run first = request(house, locked(house, {u"disk"_s, u"the data base"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, first).status, RunStatus::Running, 10000);
    const domain::Run second = request(house, locked(house, {u"network"_s, u"the data base"_s}));
    const domain::Run free = request(house, locked(house, {u"network of others"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, free).status, RunStatus::Running, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, second).reason,
                              u"waits for the lock the data base, held by %1"_s.arg(first.id.text()), 10000);
    QVERIFY(test::await(house.store->runs().cancel(first.id, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, second).status, RunStatus::Running, 10000);
}

void LocksTest::noneIsOvertaken()
{
    test::EngineHouse house;
    house.start();
    const domain::Run holder = request(house, locked(house, {u"a"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, holder).status, RunStatus::Running, 10000);
    // Wants two; while it waits for the one, later ones that want the other don't pass it by, one after the other.
    const domain::Run both = request(house, locked(house, {u"a"_s, u"b"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!row(house, both).reason.isEmpty(), 10000);
    const domain::Run later = request(house, locked(house, {u"b"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, later).reason,
                              u"waits for the lock b, which %1 waits for before it"_s.arg(both.id.text()), 10000);
    QVERIFY(test::await(house.store->runs().cancel(holder.id, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, both).status, RunStatus::Running, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, later).reason, u"waits for the lock b, held by %1"_s.arg(both.id.text()),
                              10000);
}

void LocksTest::aLockIsKeptBetweenAttempts()
{
    test::EngineHouse house;
    const auto failing = house.add(u"exit 1"_s, [](auto &a) {
        a.resourceLocks = QStringList{u"db"_s};
        a.retry = domain::Retry{.attempts = 2, .delaySeconds = 60};
    });
    house.start();
    const domain::Run first = request(house, failing);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, first).status, RunStatus::Held, 10000);
    const domain::Run second = request(house, locked(house, {u"db"_s}));
    const QString waits = u"waits for the lock db, held by %1"_s.arg(first.id.text());
    QTRY_COMPARE_WITH_TIMEOUT(row(house, second).reason, waits, 10000);
    house.stop();
    house.start();
    house.pass(59s);
    const domain::Run probe = request(house, locked(house, {}));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, probe).status, RunStatus::Running, 10000);
    QCOMPARE(row(house, second).status, RunStatus::Queued);
    house.pass(1s);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, first).status, RunStatus::Failed, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, second).status, RunStatus::Running, 10000);
}

void LocksTest::parallelRunsHaveTheirLimit()
{
    test::EngineHouse house;
    QVERIFY(test::await(house.store->settings().set(QString::fromLatin1(store::setting::parallelRuns), 10)));
    const auto automation = house.add(u"sleep 300"_s, [](auto &a) {
        a.overlap = domain::Overlap::Parallel;
        a.maxParallel = 2;
    });
    house.start();
    const domain::Run first = request(house, automation);
    request(house, automation);
    const domain::Run third = request(house, automation);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"running"_s, u"running"_s, u"queued"_s}), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(row(house, third).reason, u"waits for one of 2 parallel runs to end"_s, 10000);
    QVERIFY(test::await(house.store->runs().cancel(first.id, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(row(house, third).status, RunStatus::Running, 10000);
}

void LocksTest::beyondTheQueueASlotIsSkipped()
{
    test::EngineHouse house;
    const auto automation = house.add(u"sleep 300"_s, [](auto &a) { a.maxQueued = 1; });
    house.start();
    for (int i = 0; i < 4; ++i) {
        request(house, automation);
    }
    const QStringList expected{u"running"_s, u"queued"_s, u"skipped"_s, u"skipped"_s};
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), expected, 10000);
    QCOMPARE(house.runs().first().reason, u"overlap: 1 runs are waiting already"_s);
}

REGISTER_TEST(LocksTest);

#include "test_locks.moc"
