// SPDX-License-Identifier: Apache-2.0
// Runs that something else sets off: the end of another run, a change of a file; and the time they are on hold before.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QSaveFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::AfterOn;
using domain::RunStatus;
using domain::TriggerKind;

namespace {

base::RunId request(test::EngineHouse &house, const domain::Automation &automation)
{
    const auto run = test::await(house.store->runs().request(automation.id, u"ann"_s));
    return run ? run->id : base::RunId();
}

/// Of one automation, oldest first.
QList<domain::Run> runsOf(test::EngineHouse &house, const domain::Automation &automation)
{
    auto page = test::await(house.store->runs().page({.automation = automation.id, .limit = 0}));
    QList<domain::Run> runs = page.value_or(QList<domain::Run>());
    std::reverse(runs.begin(), runs.end());
    return runs;
}

domain::Automation follower(test::EngineHouse &house, const domain::Automation &of, AfterOn on,
                            const std::function<void(domain::Automation &)> &change = {})
{
    return house.add(u"true"_s, [&](auto &a) {
        a.name = u"Follower"_s;
        a.triggers = {domain::After{of.id, on}};
        if (change) {
            change(a);
        }
    });
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

domain::Automation watching(test::EngineHouse &house, const QString &path)
{
    return house.add(u"true"_s, [&](auto &a) {
        a.overlap = domain::Overlap::Parallel;
        a.triggers = {domain::FileChange{path, 50}};
    });
}

} // namespace

class TriggersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEndOfARunSetsItsFollowersOff();
    void aRetriedRunSetsThemOffOnceItIsOver();
    void anInterruptedRunSetsThemOffUnlessItIsDoneAgain();
    void whatNeverRanSetsNobodyOff();
    void aPausedFollowerIsSkipped();
    void theResultFillsTheArguments();
    void aTriggeredRunIsOnHoldFirst();
    void onHoldItCanBeStartedOrCancelled();
    void graceCountsOverTheEndOfTheEngine();
    void aFileThatChangesSetsARunOff();
    void aFileThatIsReplacedSetsARunOffEachTime();
    void manyWritesAreOneChange();
    void aFileMayAppearLater();
    void whatHappenedWhileNoEngineRanIsNoChange();
    void inAFolderNewEntriesCount();
    void aPausedWatcherIsSkipped();
};

void TriggersTest::theEndOfARunSetsItsFollowersOff()
{
    test::EngineHouse house;
    const auto good = house.add(u"true"_s);
    const auto bad = house.add(u"exit 3"_s);
    const auto onSuccess = house.add(u"true"_s, [&](auto &a) {
        a.triggers = {domain::After{good.id, AfterOn::Success}, domain::After{bad.id, AfterOn::Success}};
    });
    const auto onFailure = house.add(u"true"_s, [&](auto &a) {
        a.triggers = {domain::After{good.id, AfterOn::Failure}, domain::After{bad.id, AfterOn::Failure}};
    });
    const auto onAny = follower(house, bad, AfterOn::Any);
    house.start();
    const base::RunId first = request(house, good);
    const base::RunId second = request(house, bad);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses().count(u"done"_s), 4, 10000);
    QCOMPARE(house.runs().size(), 5);
    QCOMPARE(runsOf(house, onSuccess).size(), 1);
    const domain::Run run = runsOf(house, onSuccess).first();
    QCOMPARE(run.trigger, TriggerKind::After);
    QCOMPARE(run.parentRunId, first);
    QCOMPARE(domain::toJson(run).value("trigger"_L1).toObject(),
             (QJsonObject{{u"type"_s, u"after"_s}, {u"by"_s, QString()}, {u"run_id"_s, first.text()}}));
    QCOMPARE(runsOf(house, onFailure).value(0).parentRunId, second);
    QCOMPARE(runsOf(house, onAny).value(0).parentRunId, second);
}

void TriggersTest::aRetriedRunSetsThemOffOnceItIsOver()
{
    test::EngineHouse house;
    const auto bad =
        house.add(u"exit 3"_s, [](auto &a) { a.retry = domain::Retry{.attempts = 2, .delaySeconds = 60}; });
    const auto next = follower(house, bad, AfterOn::Any);
    house.start();
    request(house, bad);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"failed"_s, u"done"_s}), 10000);
    // Cancelled between its attempts it had been started, and is over.
    const base::RunId again = request(house, bad);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses().count(u"held"_s), 1, 10000);
    QVERIFY(test::await(house.store->runs().cancel(again, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, next).size(), 2, 10000);
}

void TriggersTest::anInterruptedRunSetsThemOffUnlessItIsDoneAgain()
{
    test::EngineHouse house;
    const auto plain = house.add(u"sleep 300"_s);
    const auto again = house.add(
        u"true"_s, [](auto &a) { a.retry = domain::Retry{.attempts = 2, .onAny = false, .onInterrupted = true}; });
    const auto afterPlain = follower(house, plain, AfterOn::Failure);
    const auto afterAgain = follower(house, again, AfterOn::Any);
    for (const auto &automation : {plain, again}) {
        QVERIFY(test::await(house.store->runs().start(request(house, automation), 77)));
    }
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, afterPlain).value(0).status, RunStatus::Done, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, afterAgain).value(0).status, RunStatus::Done, 10000);
    QCOMPARE(runsOf(house, afterAgain).size(), 1);
    // It follows the second run, not the one that was interrupted.
    QCOMPARE(runsOf(house, afterAgain).first().parentRunId, runsOf(house, again).value(1).id);
}

void TriggersTest::whatNeverRanSetsNobodyOff()
{
    test::EngineHouse house;
    const auto first = house.add(u"true"_s);
    const auto next = follower(house, first, AfterOn::Any);
    const base::RunId run = request(house, first);
    QVERIFY(test::await(house.store->runs().cancel(run, u"ann"_s)));
    QCOMPARE(house.runs().size(), 1);
    QVERIFY(runsOf(house, next).isEmpty());
}

void TriggersTest::aPausedFollowerIsSkipped()
{
    test::EngineHouse house;
    const auto first = house.add(u"true"_s);
    const auto next = follower(house, first, AfterOn::Any, [](auto &a) { a.paused = true; });
    house.start();
    request(house, first);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"skipped"_s}), 10000);
    QCOMPARE(runsOf(house, next).first().reason, u"paused"_s);
    QVERIFY(test::await(house.store->automations().setPaused({next.id}, false, u"ann"_s)));
    QVERIFY(test::await(house.store->pauses().setAllPaused(store::Pausing::On, u"ann"_s)));
    request(house, first);
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, next).size(), 2, 10000);
    QCOMPARE(runsOf(house, next).last().reason, u"everything is paused"_s);
}

void TriggersTest::theResultFillsTheArguments()
{
    test::EngineHouse house;
    const auto first = house.add(u"true"_s);
    domain::Argument place;
    place.name = u"place"_s;
    place.required = true;
    domain::Argument count;
    count.name = u"count"_s;
    count.fallback = u"1"_s;
    const auto next = follower(house, first, AfterOn::Success, [&](auto &a) { a.arguments = {place, count}; });
    const auto end = [&](const QJsonValue &result) {
        const base::RunId run = request(house, first);
        if (test::await(house.store->runs().start(run, 1))) {
            const auto done =
                test::await(house.store->runs().finish(run, {.status = RunStatus::Done, .result = result}));
            QVERIFY(done);
        }
    };
    end(QJsonObject{{u"place"_s, u"Ulm"_s}, {u"count"_s, 3}, {u"more"_s, true}});
    end(QJsonArray{u"Bonn"_s});
    end(QJsonValue(QJsonValue::Undefined));
    const QList<domain::Run> runs = runsOf(house, next);
    QCOMPARE(runs.size(), 3);
    QCOMPARE(runs.at(0).arguments, (domain::ArgumentValues{{u"count"_s, u"3"_s}, {u"place"_s, u"Ulm"_s}}));
    QCOMPARE(runs.at(1).arguments, (domain::ArgumentValues{{u"count"_s, u"1"_s}, {u"place"_s, u"Bonn"_s}}));
    house.start();
    // Nothing filled the one that is required: the run says so.
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, next).at(2).status, RunStatus::Failed, 10000);
    QVERIFY(runsOf(house, next).at(2).reason.contains(u"place"_s));
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, next).at(0).status, RunStatus::Done, 10000);
}

void TriggersTest::aTriggeredRunIsOnHoldFirst()
{
    test::EngineHouse house;
    const auto first = house.add(u"true"_s, [](auto &a) { a.graceSeconds = 60; });
    const auto next = follower(house, first, AfterOn::Any, [](auto &a) { a.graceSeconds = 60; });
    house.start();
    // By hand it starts at once.
    request(house, first);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"held"_s}), 10000);
    const domain::Run held = runsOf(house, next).first();
    QCOMPARE(held.reason, u"on hold for 60 s before it starts"_s);
    QCOMPARE(held.heldUntil, house.store.clock.now() + 60s);
    house.setClock(-24h);
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, next).first().status, RunStatus::Done, 10000);
}

void TriggersTest::onHoldItCanBeStartedOrCancelled()
{
    test::EngineHouse house;
    const auto first = house.add(u"true"_s);
    const auto next = follower(house, first, AfterOn::Any, [](auto &a) { a.graceSeconds = 3600; });
    house.start();
    request(house, first);
    request(house, first);
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, next).size(), 2, 10000);
    const QList<domain::Run> held = runsOf(house, next);
    QVERIFY(test::await(house.store->runs().cancel(held.at(0).id, u"ann"_s)));
    QVERIFY(test::await(house.store->runs().release({held.at(1).id}, u"bob"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, next).at(1).status, RunStatus::Done, 10000);
    QCOMPARE(runsOf(house, next).at(0).status, RunStatus::Cancelled);
}

void TriggersTest::graceCountsOverTheEndOfTheEngine()
{
    test::EngineHouse house;
    house.add(u"true"_s, [](auto &a) {
        a.triggers = {domain::Startup{}};
        a.graceSeconds = 60;
    });
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    house.stop();
    house.store.clock.advance(50s);
    house.start();
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"held"_s, u"held"_s}), 10000);
    house.pass(10s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"held"_s}), 10000);
}

void TriggersTest::aFileThatChangesSetsARunOff()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"watched"_s);
    write(path, "1");
    test::EngineHouse house;
    const auto automation = watching(house, path);
    house.start();
    QTest::qWait(100); // what is there first is no change, however long one waits
    QVERIFY(house.runs().isEmpty());
    write(folder.filePath(u"beside"_s), "1");
    write(path, "22");
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    const domain::Run run = house.runs().first();
    QCOMPARE(run.trigger, TriggerKind::File);
    QCOMPARE(run.triggerDetail, path);
    QCOMPARE(domain::toJson(run).value("trigger"_L1).toObject().value("path"_L1).toString(), path);
    // Going away is no change, coming back is one.
    QVERIFY(QFile::remove(path));
    QTest::qWait(200);
    QCOMPARE(house.runs().size(), 1);
    write(path, "22");
    QTRY_COMPARE_WITH_TIMEOUT(house.runs().size(), 2, 10000);
}

void TriggersTest::aFileThatIsReplacedSetsARunOffEachTime()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"watched"_s);
    write(path, "0");
    test::EngineHouse house;
    watching(house, path);
    house.start();
    for (int i = 1; i <= 3; ++i) {
        QTest::qWait(100);
        QSaveFile file(path); // as editors do it: another file takes its name
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1");
        QVERIFY(file.commit());
        QTRY_COMPARE_WITH_TIMEOUT(house.runs().size(), i, 10000);
    }
}

void TriggersTest::manyWritesAreOneChange()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"watched"_s);
    test::EngineHouse house;
    house.add(u"true"_s, [&](auto &a) { a.triggers = {domain::FileChange{path, 400}}; });
    house.start();
    for (int i = 0; i < 20; ++i) {
        write(path, QByteArray(i + 1, 'x'));
        QTest::qWait(20);
    }
    QCOMPARE(house.runs().size(), 0); // it did not rest yet
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    QTest::qWait(500);
    QCOMPARE(house.runs().size(), 1);
}

void TriggersTest::aFileMayAppearLater()
{
    const QTemporaryDir folder;
    test::EngineHouse house;
    const auto automation = watching(house, folder.filePath(u"a/b/c/watched"_s));
    house.start();
    QTest::qWait(100);
    QVERIFY(QDir(folder.path()).mkpath(u"a/b"_s));
    QTest::qWait(100);
    QVERIFY(QDir(folder.path()).mkpath(u"a/b/c"_s));
    write(folder.filePath(u"a/b/c/watched"_s), "1");
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, automation).size(), 1, 10000);
    // The folders go and come back with it.
    QVERIFY(QDir(folder.filePath(u"a"_s)).removeRecursively());
    QTest::qWait(150);
    QVERIFY(QDir(folder.path()).mkpath(u"a/b/c"_s));
    write(folder.filePath(u"a/b/c/watched"_s), "1");
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(house, automation).size(), 2, 10000);
}

void TriggersTest::whatHappenedWhileNoEngineRanIsNoChange()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"watched"_s);
    write(path, "1");
    test::EngineHouse house;
    watching(house, path);
    house.start();
    house.stop();
    write(path, "22");
    house.start();
    QTest::qWait(200);
    QVERIFY(house.runs().isEmpty());
    write(path, "333");
    QTRY_COMPARE_WITH_TIMEOUT(house.runs().size(), 1, 10000);
}

void TriggersTest::inAFolderNewEntriesCount()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"old"_s), "1");
    test::EngineHouse house;
    watching(house, folder.path());
    house.start();
    QTest::qWait(100);
    write(folder.filePath(u"new"_s), "1");
    QTRY_COMPARE_WITH_TIMEOUT(house.runs().size(), 1, 10000);
    // A run that clears the folder does not set itself off.
    QVERIFY(QFile::remove(folder.filePath(u"old"_s)));
    QVERIFY(QFile::remove(folder.filePath(u"new"_s)));
    QTest::qWait(200);
    QCOMPARE(house.runs().size(), 1);
}

void TriggersTest::aPausedWatcherIsSkipped()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"watched"_s);
    test::EngineHouse house;
    const auto automation = watching(house, path);
    QVERIFY(test::await(house.store->automations().setPaused({automation.id}, true, u"ann"_s)));
    house.start();
    QTest::qWait(100);
    write(path, "1");
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"skipped"_s}, 10000);
    QCOMPARE(house.runs().first().reason, u"paused"_s);
    // What happened under the pause is not made up for.
    QVERIFY(test::await(house.store->automations().setPaused({automation.id}, false, u"ann"_s)));
    QTest::qWait(200);
    QCOMPARE(house.runs().size(), 1);
    write(path, "22");
    QTRY_COMPARE_WITH_TIMEOUT(house.runs().size(), 2, 10000);
}

REGISTER_TEST(TriggersTest);

#include "test_triggers.moc"
