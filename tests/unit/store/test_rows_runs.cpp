// SPDX-License-Identifier: Apache-2.0
// Runs: the moves they may make, what they refuse, and how they are read.
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/store/somerows.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using domain::Run;
using domain::RunStatus;
using test::automationIn;
using test::await;
using test::planned;
using test::running;
using test::TempStore;

namespace {

const base::RunId nobody(u"run_none"_s);

class RowsRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsQueuedWithNameAndVersion();
    void aRunGoesFromQueuedToDone();
    void everythingAnEndBringsComesBack();
    void resultsAreReadWithOneRunOnly();
    void movesThatAreNotAllowedAreConflicts();
    void verbsOnUnknownRunsAnswerNotFound();
    void planningTwiceMakesOneRun();
    void planningMovesPositionsInTheSameCommit();
    void planningForARemovedAutomationDoesNothing();
    void wrongPlansAreRefused();
    void anEditedScheduleForgetsItsPosition();
    void droppedRunsKeepTheReason();
    void explainingAnnouncesOnlyNews();
    void cancellingAWaitingRunEndsIt();
    void cancellingARunningOneMarksIt();
    void leftoversOfOtherEnginesAreInterrupted();
    void countsFollowEveryMove();
};

void RowsRunsTest::aRequestIsQueuedWithNameAndVersion()
{
    TempStore store;
    const auto run = await(store->runs().request(automationIn(store), u"ann"_s));
    QVERIFY(run);
    QVERIFY(run->id.text().startsWith(u"run_"_s));
    QCOMPARE(run->status, RunStatus::Queued);
    QCOMPARE(run->automationName, u"Backup"_s);
    QCOMPARE(run->automationVersion, 1);
    QCOMPARE(run->requestedBy, u"ann"_s);
    QCOMPARE(run->queuedAt, test::tempStoreStart);
    QCOMPARE(*await(store->runs().get(run->id)), *run);
    QCOMPARE(await(store->runs().waiting())->size(), 1);
}

void RowsRunsTest::aRunGoesFromQueuedToDone()
{
    TempStore store;
    const auto queued = await(store->runs().request(automationIn(store), u"ann"_s));
    store.clock.advance(base::Millis(10));
    const auto started = await(store->runs().start(queued->id, 7));
    QVERIFY(started);
    QCOMPARE(started->status, RunStatus::Running);
    QCOMPARE(started->startedAt, test::tempStoreStart + base::Millis(10));
    QCOMPARE(await(store->runs().running())->size(), 1);
    store.clock.advance(base::Millis(20));
    const auto done = await(store->runs().finish(queued->id, {.status = RunStatus::Done, .exitCode = 0}));
    QVERIFY(done);
    QCOMPARE(done->status, RunStatus::Done);
    QCOMPARE(done->finishedAt, test::tempStoreStart + base::Millis(30));
    QVERIFY(await(store->runs().running())->isEmpty());
    QVERIFY(await(store->runs().waiting())->isEmpty());
}

void RowsRunsTest::everythingAnEndBringsComesBack()
{
    TempStore store;
    const Run run = running(store, automationIn(store));
    domain::RunEnd end;
    end.status = RunStatus::TimedOut;
    end.reason = u"longer than 600 s"_s;
    end.signal = 9;
    end.errorMessage = u"killed"_s;
    end.log = {12, 3456789012, true};
    end.usage = domain::Usage{1, 2, 3, 4};
    end.killReceipt = {QJsonObject{{u"pid"_s, 12}, {u"denied"_s, false}}};
    QVERIFY(await(store->runs().finish(run.id, end)));
    store.reopen();
    const auto read = await(store->runs().get(run.id));
    QVERIFY(read);
    QCOMPARE(read->reason, end.reason);
    QCOMPARE(read->exitCode, std::nullopt);
    QCOMPARE(read->signal, 9);
    QCOMPARE(read->errorMessage, end.errorMessage);
    QCOMPARE(read->log, end.log);
    QCOMPARE(read->usage, end.usage);
    QCOMPARE(read->killReceipt, end.killReceipt);
}

void RowsRunsTest::resultsAreReadWithOneRunOnly()
{
    const QList<QJsonValue> results{42,           QJsonValue(QJsonValue::Null),
                                    QString(),    QJsonObject{{u"a"_s, QJsonArray{true, 1.5}}},
                                    QJsonArray(), QJsonValue(QJsonValue::Undefined)};
    for (const QJsonValue &result : results) {
        TempStore store;
        const Run run = running(store, automationIn(store));
        const QJsonArray artifacts{QJsonObject{{u"name"_s, u"a.txt"_s}}};
        QVERIFY(
            await(store->runs().finish(run.id, {.status = RunStatus::Done, .result = result, .artifacts = artifacts})));
        store.reopen();
        const auto read = await(store->runs().get(run.id));
        QVERIFY(read);
        QCOMPARE(read->result, result);
        QCOMPARE(read->artifacts, artifacts);
        QVERIFY(await(store->runs().page({}))->first().result.isUndefined());
        QCOMPARE(toJson(*read).contains(u"result"_s), !result.isUndefined());
    }
}

void RowsRunsTest::movesThatAreNotAllowedAreConflicts()
{
    TempStore store;
    auto &runs = store->runs();
    const base::AutomationId automation = automationIn(store);
    const auto queued = await(runs.request(automation, u"ann"_s));
    const auto code = [](const auto &result) { return result ? std::nullopt : std::optional(result.error().code); };
    QCOMPARE(code(await(runs.finish(queued->id, {.status = RunStatus::Done}))), ErrorCode::Conflict);
    QCOMPARE(code(await(runs.drop(queued->id, RunStatus::Done, {}))), ErrorCode::Conflict);
    const Run run = running(store, automation);
    QCOMPARE(code(await(runs.start(run.id, 1))), ErrorCode::Conflict);
    QCOMPARE(code(await(runs.drop(run.id, RunStatus::Skipped, {}))), ErrorCode::Conflict);
    QCOMPARE(code(await(runs.explain(run.id, u"because"_s))), ErrorCode::Conflict);
    QCOMPARE(code(await(runs.finish(run.id, {.status = RunStatus::Queued}))), ErrorCode::Conflict);
    QCOMPARE(code(await(runs.finish(run.id, {.status = RunStatus::Skipped}))), ErrorCode::Conflict);
    QVERIFY(await(runs.finish(run.id, {.status = RunStatus::Failed})));
    QCOMPARE(code(await(runs.finish(run.id, {.status = RunStatus::Done}))), ErrorCode::Conflict);
    QCOMPARE(code(await(runs.start(run.id, 1))), ErrorCode::Conflict);
    QCOMPARE(code(await(runs.cancel(run.id, u"ann"_s))), ErrorCode::Conflict);
    QCOMPARE(await(runs.get(run.id))->status, RunStatus::Failed);
    QCOMPARE(await(runs.get(queued->id))->status, RunStatus::Queued);
}

void RowsRunsTest::verbsOnUnknownRunsAnswerNotFound()
{
    TempStore store;
    auto &runs = store->runs();
    QCOMPARE(await(runs.get(nobody)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(runs.start(nobody, 1)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(runs.finish(nobody, {})).error().code, ErrorCode::NotFound);
    QCOMPARE(await(runs.drop(nobody, RunStatus::Skipped, {})).error().code, ErrorCode::NotFound);
    QCOMPARE(await(runs.explain(nobody, {})).error().code, ErrorCode::NotFound);
    QCOMPARE(await(runs.cancel(nobody, {})).error().code, ErrorCode::NotFound);
    QCOMPARE(await(runs.page({.before = nobody})).error().code, ErrorCode::NotFound);
    QCOMPARE(await(runs.request(base::AutomationId(u"auto_none"_s), {})).error().code, ErrorCode::NotFound);
    QVERIFY(await(runs.some({nobody}))->isEmpty());
}

void RowsRunsTest::planningTwiceMakesOneRun()
{
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    const auto first = await(store->runs().plan({planned(automation, 1), planned(automation, 2)}, {}));
    QVERIFY(first);
    QCOMPARE(first->size(), 2);
    QVERIFY(await(store->runs().start(first->at(0).id, 1)));
    const auto again =
        await(store->runs().plan({planned(automation, 2), planned(automation, 1), planned(automation, 3)}, {}));
    QVERIFY(again);
    QCOMPARE(again->size(), 1);
    QCOMPARE(again->at(0).plannedFor, planned(automation, 3).plannedFor);
    QCOMPARE(await(store->runs().get(first->at(0).id))->status, RunStatus::Running);
    QCOMPARE(await(store->runs().counts())->total, 3);
}

void RowsRunsTest::planningMovesPositionsInTheSameCommit()
{
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    const base::Instant until = test::tempStoreStart + std::chrono::minutes(5);
    QSignalSpy spy(&store.store(), &store::Store::changed);
    const auto skipped = await(store->runs().plan({planned(automation, 1, RunStatus::Skipped)},
                                                  {{.automation = automation, .key = u"{}"_s, .plannedUntil = until}}));
    QCOMPARE(skipped->value(0).status, RunStatus::Skipped);
    QCOMPARE(skipped->value(0).finishedAt, test::tempStoreStart);
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).value<store::Changes>().size(), 2);
    const auto positions = await(store->schedules().positions());
    QCOMPARE(positions->size(), 1);
    QCOMPARE(positions->at(0).plannedUntil, until);
    QCOMPARE(positions->at(0).key, u"{}"_s);
}

void RowsRunsTest::planningForARemovedAutomationDoesNothing()
{
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    QVERIFY(await(store->automations().remove(automation, u"ann"_s)));
    const auto runs = await(store->runs().plan(
        {planned(automation, 1)}, {{.automation = automation, .key = u"{}"_s, .plannedUntil = test::tempStoreStart}}));
    QVERIFY(runs);
    QVERIFY(runs->isEmpty());
    QVERIFY(await(store->schedules().positions())->isEmpty());
}

void RowsRunsTest::wrongPlansAreRefused()
{
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    Run unplanned = planned(automation, 1);
    unplanned.plannedFor.reset();
    QCOMPARE(await(store->runs().plan({unplanned}, {})).error().field, u"planned_for"_s);
    const auto started =
        await(store->runs().plan({planned(automation, 1), planned(automation, 2, RunStatus::Running)}, {}));
    QCOMPARE(started.error().field, u"status"_s);
    QCOMPARE(await(store->runs().counts())->total, 0);
}

void RowsRunsTest::anEditedScheduleForgetsItsPosition()
{
    TempStore store;
    const domain::Schedule kept{.cron = u"0 3 * * *"_s};
    const domain::Schedule edited{.cron = u"0 4 * * *"_s};
    domain::Automation automation = test::someAutomation();
    automation.triggers = {kept, edited};
    automation = await(store->automations().create({automation}, u"ann"_s))->value(0);
    QList<store::SchedulePosition> positions;
    for (const domain::Schedule &schedule : {kept, edited}) {
        const QString key = QString::fromUtf8(QJsonDocument(toJson(schedule)).toJson(QJsonDocument::Compact));
        positions.append({.automation = automation.id, .key = key, .plannedUntil = test::tempStoreStart});
    }
    QVERIFY(await(store->runs().plan({}, positions)));
    automation.triggers = {kept};
    QVERIFY(await(store->automations().update(automation, u"ann"_s)));
    const auto left = await(store->schedules().positions());
    QCOMPARE(left->size(), 1);
    QCOMPARE(left->at(0).key, positions.at(0).key);
}

void RowsRunsTest::droppedRunsKeepTheReason()
{
    TempStore store;
    const auto run = await(store->runs().request(automationIn(store), u"ann"_s));
    const auto dropped = await(store->runs().drop(run->id, RunStatus::Skipped, u"paused"_s));
    QVERIFY(dropped);
    QCOMPARE(dropped->status, RunStatus::Skipped);
    QCOMPARE(dropped->reason, u"paused"_s);
    QVERIFY(dropped->finishedAt);
}

void RowsRunsTest::explainingAnnouncesOnlyNews()
{
    TempStore store;
    const auto run = await(store->runs().request(automationIn(store), u"ann"_s));
    QSignalSpy spy(&store.store(), &store::Store::changed);
    QVERIFY(await(store->runs().explain(run->id, u"two others run"_s)));
    QVERIFY(await(store->runs().explain(run->id, u"two others run"_s)));
    QVERIFY(await(store->runs().explain(run->id, u"one other runs"_s)));
    QTRY_COMPARE(spy.count(), 2);
    QCOMPARE(await(store->runs().get(run->id))->reason, u"one other runs"_s);
}

void RowsRunsTest::cancellingAWaitingRunEndsIt()
{
    TempStore store;
    const auto run = await(store->runs().request(automationIn(store), u"ann"_s));
    const auto cancelled = await(store->runs().cancel(run->id, u"bob"_s));
    QCOMPARE(cancelled->status, RunStatus::Cancelled);
    QCOMPARE(cancelled->reason, u"cancelled by bob"_s);
    QVERIFY(await(store->runs().cancelRequests())->isEmpty());
}

void RowsRunsTest::cancellingARunningOneMarksIt()
{
    TempStore store;
    const Run run = running(store, automationIn(store));
    QSignalSpy spy(&store.store(), &store::Store::changed);
    QCOMPARE(await(store->runs().cancel(run.id, u"bob"_s))->status, RunStatus::Running);
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(await(store->runs().cancelRequests())->value(run.id), u"bob"_s);
    QVERIFY(await(store->runs().finish(run.id, {.status = RunStatus::Cancelled})));
    QVERIFY(await(store->runs().cancelRequests())->isEmpty());
}

void RowsRunsTest::leftoversOfOtherEnginesAreInterrupted()
{
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    const Run old = running(store, automation, 1);
    const Run own = running(store, automation, 2);
    QCOMPARE(await(store->runs().interruptLeftovers(2)).value_or(-1), 1);
    const auto interrupted = await(store->runs().get(old.id));
    QCOMPARE(interrupted->status, RunStatus::Interrupted);
    QCOMPARE(interrupted->reason, u"the engine ended while it ran"_s);
    QCOMPARE(interrupted->finishedAt, store.clock.now());
    QCOMPARE(await(store->runs().get(own.id))->status, RunStatus::Running);
    QCOMPARE(await(store->runs().interruptLeftovers(2)).value_or(-1), 0);
}

void RowsRunsTest::countsFollowEveryMove()
{
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(await(store->runs().request(automation, u"ann"_s)));
    }
    const Run run = running(store, automation);
    auto counts = await(store->runs().counts());
    QCOMPARE(counts->total, 4);
    QCOMPARE(counts->queued, 3);
    QCOMPARE(counts->running, 1);
    QVERIFY(await(store->runs().finish(run.id, {})));
    store.reopen();
    counts = await(store->runs().counts());
    QCOMPARE(counts->total, 4);
    QCOMPARE(counts->running, 0);
}

REGISTER_TEST(RowsRunsTest);

} // namespace

#include "test_rows_runs.moc"
