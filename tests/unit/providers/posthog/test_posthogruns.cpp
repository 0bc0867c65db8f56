// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeclock.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/posthog/posthoghouse.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;
using domain::RunStatus;
using test::answerOf;
using test::PosthogAge;
using test::PosthogDouble;
using test::PosthogHouse;

namespace {

const test::Asked &last(const PosthogHouse &house)
{
    return house.remote.server.asked.last();
}

QJsonValue done(PosthogHouse &house, const QString &action, const QJsonObject &fields)
{
    const auto answer = answerOf(house.box->act(action, fields));
    if (!answer) {
        qWarning("%s: %s", qPrintable(action), qPrintable(answer.error().message()));
        return QJsonValue::Undefined;
    }
    return *answer;
}

QStringList idsOf(const QList<syncing::RemoteRun> &runs)
{
    QStringList ids;
    for (const syncing::RemoteRun &run : runs) {
        ids.append(run.remoteId);
    }
    return ids;
}

} // namespace

/// Runs: how they are started, told, changed and ended.
class PosthogRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsReadWithStageBranchOutputStateAndError()
    {
        PosthogHouse house;
        house.remote.addRun(u"t1"_s, u"r6"_s, u"failed"_s);
        const auto run = answerOf(house.box->readRun(u"t1/r6"_s));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(run->remoteId, u"t1/r6"_s);
        QCOMPARE(run->automationRemoteId, u"t1"_s);
        QCOMPARE(run->status, RunStatus::Failed);
        QCOMPARE(run->theirStatus, u"failed · build"_s);
        QCOMPARE(run->branch, u"ops/rotate-12"_s);
        QCOMPARE(run->state, (QJsonObject{{u"mode"_s, u"background"_s}}));
        QCOMPARE(run->result.toObject().value("pr_url"_L1).toString(), u"https://example.org/pr/9"_s);
        QCOMPARE(run->errorMessage, u"it broke"_s);
        QCOMPARE(base::isoUtc(*run->finishedAt), u"2026-03-02T11:00:00.000Z"_s);
        QVERIFY(run->queuedAt);
    }

    void everyStatusHasItsMeaning_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<RunStatus>("status");
        QTest::newRow("not started") << u"not_started"_s << RunStatus::Queued;
        QTest::newRow("queued") << u"queued"_s << RunStatus::Queued;
        QTest::newRow("in progress") << u"in_progress"_s << RunStatus::Running;
        QTest::newRow("completed") << u"completed"_s << RunStatus::Done;
        QTest::newRow("failed") << u"failed"_s << RunStatus::Failed;
        QTest::newRow("cancelled") << u"cancelled"_s << RunStatus::Cancelled;
        QTest::newRow("a word to come") << u"paused"_s << RunStatus::Running;
    }
    void everyStatusHasItsMeaning()
    {
        QFETCH(const QString, word);
        QFETCH(const RunStatus, status);
        PosthogHouse house;
        house.remote.addRun(u"t1"_s, u"r6"_s, word);
        const auto run = answerOf(house.box->readRun(u"t1/r6"_s));
        QCOMPARE(run->status, status);
        QVERIFY(run->theirStatus.startsWith(word)); // verbatim beside it
    }

    void trapAnEndByAnUnknownWordIsAnEnd()
    {
        PosthogHouse house;
        house.remote.setRun(u"t1"_s, u"r5"_s,
                            {{u"status"_s, u"lost"_s}, {u"completed_at"_s, u"2026-03-02T12:00:00Z"_s}});
        const auto run = answerOf(house.box->readRun(u"t1/r5"_s));
        QCOMPARE(run->status, RunStatus::Failed);
        QVERIFY(run->reason.contains(u"lost"_s));
    }

    void trapAStartAnswersTheTaskWith200()
    {
        PosthogHouse house;
        const auto run =
            answerOf(house.box->run({.remoteId = u"t1"_s, .body = QJsonObject{{u"mode"_s, u"background"_s}}}));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(last(house).json(), (QJsonObject{{u"mode"_s, u"background"_s}}));
        QCOMPARE(run->status, RunStatus::Queued);
        QCOMPARE(run->remoteId, u"t1/"_s + house.remote.runs.value(u"t1"_s).first()["id"_L1].toString());
        QCOMPARE(answerOf(house.box->run({.remoteId = u"nowhere"_s})).error().code, ErrorCode::NotFound);
        QCOMPARE(answerOf(house.box->run({.remoteId = u"t1"_s, .body = 7})).error().field, u"body"_s);
        (void)answerOf(house.box->run({.remoteId = u"t1"_s, .arguments = {{u"branch"_s, u"main"_s}}}));
        QCOMPARE(last(house).json(), (QJsonObject{{u"branch"_s, u"main"_s}}));
    }

    void trapALostStartLeavesTheRunQueuedAndThatIsSaid()
    {
        PosthogHouse house;
        test::FakeClock clock(*base::parseIso(u"2026-03-02T10:50:00Z"_s));
        providers::posthog::Account account(
            {house.connection, {{u"token"_s, QLatin1StringView(PosthogDouble::token)}}, clock}, test::hastyHabits());
        const QString id = answerOf(account.run({.remoteId = u"t1"_s}))->remoteId;
        house.remote.setRun(u"t1"_s, id.section(u'/', 1), {{u"created_at"_s, u"2026-03-02T10:45:00Z"_s}});
        QVERIFY(answerOf(account.readRun(id))->reason.isEmpty());
        clock.advance(std::chrono::minutes(10));
        const QString reason = answerOf(account.readRun(id))->reason;
        QVERIFY2(reason.contains(u"2026-03-02T10:45:00"_s) && reason.contains(u"cancel"_s), qPrintable(reason));
        clock.advance(std::chrono::minutes(10));
        QCOMPARE(answerOf(account.readRun(id))->reason, reason); // or it would be news with each look
        QVERIFY(answerOf(account.cancel(id)));
        QCOMPARE(answerOf(account.readRun(id))->status, RunStatus::Cancelled);
    }

    void trapABareRunIsNotStarted_data()
    {
        QTest::addColumn<bool>("early");
        QTest::newRow("early") << true;
        QTest::newRow("later") << false;
    }
    void trapABareRunIsNotStarted()
    {
        QFETCH(const bool, early);
        PosthogHouse house(early ? PosthogAge::Early : PosthogAge::Later);
        const QJsonObject run = done(house, u"create-run"_s,
                                     {{u"task"_s, u"t1"_s},
                                      {u"environment"_s, u"cloud"_s},
                                      {u"stage"_s, u"plan"_s},
                                      {u"branch"_s, u"main"_s}})
                                    .toObject();
        QCOMPARE(run.value("stage"_L1).toString(), u"plan"_s);
        QCOMPARE(run.value("status"_L1).toString(), early ? u"not_started"_s : u"queued"_s);
        const QString id = u"t1/"_s + run.value("id"_L1).toString();
        const auto read = answerOf(house.box->readRun(id));
        QCOMPARE(read->status, RunStatus::Queued);
        QCOMPARE(read->reason.contains(u"nothing has started it"_s), early);
        const auto started = answerOf(house.box->act(u"start-run"_s, {{u"run"_s, id}}));
        QCOMPARE(started.has_value(), !early);
        QCOMPARE(answerOf(house.box->readRun(id))->status, early ? RunStatus::Queued : RunStatus::Running);
    }

    void runsOfATaskAreListedInParts()
    {
        PosthogHouse house;
        const QJsonObject part =
            done(house, u"runs"_s, {{u"task"_s, u"t1"_s}, {u"limit"_s, 2}, {u"offset"_s, 1}}).toObject();
        QCOMPARE(part.value("count"_L1).toInt(), 5);
        QCOMPARE(part.value("results"_L1)[0]["id"_L1].toString(), u"r4"_s);
        const auto page = answerOf(house.box->runs({.automationRemoteId = u"t1"_s, .cursor = u"3"_s, .atMost = 10}));
        QCOMPARE(idsOf(page->items), (QStringList{u"t1/r2"_s, u"t1/r1"_s}));
        QVERIFY(page->next.isEmpty());
    }

    void whatIsKnownOfATaskIsNotListedAgain()
    {
        PosthogHouse house;
        const QByteArray lists = PosthogDouble::at("{}/runs/");
        QCOMPARE(answerOf(house.box->runs({}))->items.size(), 5);
        QCOMPARE(house.remote.server.count("GET", lists), 1);
        QCOMPARE(idsOf(answerOf(house.box->runs({}))->items), QStringList{u"t1/r5"_s});
        QCOMPARE(house.remote.server.count("GET", lists), 1);
        // Two that were started meanwhile: the task tells of one of them only.
        house.remote.addRun(u"t1"_s, u"r6"_s, u"completed"_s);
        house.remote.addRun(u"t1"_s, u"r7"_s, u"in_progress"_s);
        const QStringList ids = idsOf(answerOf(house.box->runs({}))->items);
        QCOMPARE(house.remote.server.count("GET", lists), 2);
        QCOMPARE(ids.first(2), (QStringList{u"t1/r7"_s, u"t1/r6"_s}));
    }

    void aServerThatTellsNoLatestRunIsAskedForEachList()
    {
        PosthogHouse house;
        house.remote.tellsLatestRun = false;
        QCOMPARE(answerOf(house.box->runs({}))->items.size(), 5);
        QCOMPARE(house.remote.server.count("GET", PosthogDouble::at("{}/runs/")), 2);
    }

    void manyTasksAreListedAFewAtATime()
    {
        PosthogHouse house;
        for (int i = 0; i < 40; ++i) {
            house.remote.addTask(u"more%1"_s.arg(i), u"More"_s);
            house.remote.addRun(u"more%1"_s.arg(i), u"a"_s, u"completed"_s);
            house.remote.addRun(u"more%1"_s.arg(i), u"b"_s, u"completed"_s);
        }
        QSet<QString> ids;
        syncing::RunFilter filter;
        int parts = 0;
        do {
            const int before = house.remote.server.count("GET", PosthogDouble::at("{}/runs/"));
            const auto page = answerOf(house.box->runs(filter));
            QVERIFY2(page, page ? "" : qPrintable(page.error().message()));
            QVERIFY(house.remote.server.count("GET", PosthogDouble::at("{}/runs/")) - before <= 25);
            for (const QString &id : idsOf(page->items)) {
                QVERIFY(!ids.contains(id));
                ids.insert(id);
            }
            filter.cursor = page->next;
        } while (!filter.cursor.isEmpty() && ++parts < 10);
        QCOMPARE(ids.size(), 85);
        QCOMPARE(answerOf(house.box->runs({.cursor = u"nonsense"_s})).error().field, u"cursor"_s);
    }

    void trapOutputAndStateAreReplacedByEarlyServersAndMergedByLaterOnes_data() { trapABareRunIsNotStarted_data(); }
    void trapOutputAndStateAreReplacedByEarlyServersAndMergedByLaterOnes()
    {
        QFETCH(const bool, early);
        PosthogHouse house(early ? PosthogAge::Early : PosthogAge::Later);
        const QJsonObject changed = done(house, u"update-run"_s,
                                         {{u"run"_s, u"t1/r5"_s},
                                          {u"status"_s, u"in_progress"_s},
                                          {u"stage"_s, u"plan"_s},
                                          {u"branch"_s, u"main"_s},
                                          {u"error_message"_s, u"careful"_s},
                                          {u"output"_s, u"{\"n\":1}"_s},
                                          {u"state"_s, u"{\"step\":2}"_s}})
                                        .toObject();
        QCOMPARE(changed.value("stage"_L1).toString(), u"plan"_s);
        QCOMPARE(changed.value("output"_L1)["n"_L1].toInt(), 1);
        QCOMPARE(changed.value("state"_L1).toObject().contains("mode"_L1), !early);
        // Only what is given is sent: what is not named is nobody's to replace.
        QVERIFY(!last(house).json().contains("state_remove_keys"_L1) && !last(house).json().contains("run"_L1));
        if (!early) {
            const QJsonObject left =
                done(house, u"update-run"_s,
                     {{u"run"_s, u"t1/r5"_s}, {u"state"_s, u"{}"_s}, {u"state_remove_keys"_s, u"mode"_s}})
                    .toObject();
            QVERIFY(!left.value("state"_L1).toObject().contains("mode"_L1));
        }
    }

    void aFaultInAChangeOfARunIsNamed()
    {
        PosthogHouse house;
        const auto wrongDocument =
            answerOf(house.box->act(u"update-run"_s, {{u"run"_s, u"t1/r5"_s}, {u"output"_s, u"yes"_s}}));
        QCOMPARE(wrongDocument.error().field, u"output"_s);
        const auto wrongWord =
            answerOf(house.box->act(u"update-run"_s, {{u"run"_s, u"t1/r5"_s}, {u"status"_s, u"happy"_s}}));
        QCOMPARE(wrongWord.error().code, ErrorCode::Invalid);
        QCOMPARE(wrongWord.error().field, u"status"_s);
        QCOMPARE(answerOf(house.box->act(u"update-run"_s, {{u"run"_s, u"r5"_s}})).error().field, u"run"_s);
        for (const QString &action : {u"show-run"_s, u"update-run"_s}) {
            QCOMPARE(answerOf(house.box->act(action, {{u"run"_s, u"t1/none"_s}})).error().code, ErrorCode::NotFound);
        }
        QCOMPARE(done(house, u"show-run"_s, {{u"run"_s, u"t1/r5"_s}})["stage"_L1].toString(), u"build"_s);
    }

    void trapCancelGoesByRouteAndByStatusWhereThereIsNone_data()
    {
        QTest::addColumn<bool>("early");
        QTest::addColumn<bool>("known");
        QTest::newRow("later") << false << false;
        QTest::newRow("early, not known yet") << true << false;
        QTest::newRow("early, known") << true << true;
    }
    void trapCancelGoesByRouteAndByStatusWhereThereIsNone()
    {
        QFETCH(const bool, early);
        QFETCH(const bool, known);
        PosthogHouse house(early ? PosthogAge::Early : PosthogAge::Later);
        if (early && !known) { // it looks like a later one
            house.remote.setRun(u"t1"_s, u"r5"_s, {{u"runtime_adapter"_s, u"claude"_s}});
        }
        QVERIFY(answerOf(house.box->cancel(u"t1/r5"_s)));
        QCOMPARE(house.remote.runOf(u"t1"_s, u"r5"_s).value("status"_L1).toString(), u"cancelled"_s);
        QCOMPARE(house.remote.server.count("POST", PosthogDouble::at("{}/runs/{}/cancel/")), known ? 0 : 1);
        QCOMPARE(house.remote.server.count("PATCH", PosthogDouble::at("{}/runs/{}/")), early ? 1 : 0);
    }

    void trapCancelByStatusAfter405()
    {
        PosthogHouse house;
        house.remote.server.fault("POST", PosthogDouble::at("{}/runs/{}/cancel/"), test::Fault::NotAllowed);
        QCOMPARE(done(house, u"cancel-run"_s, {{u"run"_s, u"t1/r5"_s}})["status"_L1].toString(), u"cancelled"_s);
        QCOMPARE(answerOf(house.box->cancel(u"t1/none"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(answerOf(house.box->cancel(u"nonsense"_s)).error().code, ErrorCode::NotFound);
    }

    void trapTheEndOfARunIsNotWrittenOver()
    {
        PosthogHouse house(PosthogAge::Early);
        const auto refused = answerOf(house.box->cancel(u"t1/r1"_s));
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(house.remote.runOf(u"t1"_s, u"r1"_s).value("status"_L1).toString(), u"completed"_s);
    }

    void trapSetOutputEndsTheRunOnLaterServers_data() { trapABareRunIsNotStarted_data(); }
    void trapSetOutputEndsTheRunOnLaterServers()
    {
        QFETCH(const bool, early);
        PosthogHouse house(early ? PosthogAge::Early : PosthogAge::Later);
        const QJsonObject run =
            done(house, u"set-output"_s, {{u"run"_s, u"t1/r5"_s}, {u"output"_s, u"{\"n\":1}"_s}}).toObject();
        QCOMPARE(run.value("output"_L1).toObject(), (QJsonObject{{u"n"_s, 1}}));
        QCOMPARE(run.value("status"_L1).toString(), early ? u"in_progress"_s : u"completed"_s);
        const auto list = answerOf(house.box->act(u"set-output"_s, {{u"run"_s, u"t1/r5"_s}, {u"output"_s, u"[1]"_s}}));
        QVERIFY(list.error().detail.contains(u"output must be an object"_s)); // told as `error`, with no field
    }

    void trapTheOutputIsHeldAgainstTheSchemaOfTheTask()
    {
        PosthogHouse house;
        house.remote.tasks[0].insert("json_schema"_L1, QJsonObject{{u"required"_s, QJsonArray{u"n"_s}}});
        const auto refused =
            answerOf(house.box->act(u"set-output"_s, {{u"run"_s, u"t1/r5"_s}, {u"output"_s, u"{}"_s}}));
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(refused.error().detail.contains(u"n is required"_s));
        QCOMPARE(house.remote.runOf(u"t1"_s, u"r5"_s).value("status"_L1).toString(), u"in_progress"_s);
    }

    void trapTheUsageCapSaysWhenItEnds()
    {
        PosthogHouse house;
        house.remote.usageIsUp = true;
        const auto refused = answerOf(house.box->run({.remoteId = u"t1"_s}));
        QCOMPARE(refused.error().code, ErrorCode::Unavailable); // nothing happened; it waits in the outbox
        QVERIFY2(refused.error().detail.endsWith(u" 429: You have reached your usage limit; it can be tried again "
                                                 "from 2026-05-01T00:00:00Z on"_s),
                 qPrintable(refused.error().detail));
    }

    void aRunIsStartedAndResumedByActions()
    {
        PosthogHouse house;
        const QJsonObject task = done(house, u"run"_s,
                                      {{u"task"_s, u"t1"_s},
                                       {u"mode"_s, u"interactive"_s},
                                       {u"resume_from_run_id"_s, u"r4"_s},
                                       {u"pending_user_message"_s, u"go on"_s}})
                                     .toObject();
        QCOMPARE(task.value("latest_run"_L1)["status"_L1].toString(), u"queued"_s);
        QCOMPARE(last(house).json(), (QJsonObject{{u"mode"_s, u"interactive"_s},
                                                  {u"resume_from_run_id"_s, u"r4"_s},
                                                  {u"pending_user_message"_s, u"go on"_s}}));
        QVERIFY(done(house, u"resume-in-cloud"_s, {{u"run"_s, u"t1/r5"_s}}).isObject());
    }
};

REGISTER_TEST(PosthogRunsTest);
#include "test_posthogruns.moc"
