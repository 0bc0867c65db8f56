// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/jobs.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

using namespace Qt::StringLiterals;
using domain::RunStatus;
using test::answerOf;
using test::Fault;
using test::TheEyeHouse;
using enum base::ErrorCode;

namespace {

const domain::ArgumentValues rightValues{{u"Env"_s, u"prd"_s}, {u"Why"_s, u"full"_s}};

std::unique_ptr<TheEyeHouse> calmHouse()
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    return std::make_unique<TheEyeHouse>(habits);
}

QList<syncing::RemoteRun> all(TheEyeHouse &house)
{
    const auto page = answerOf(house.account().runs({}));
    return page ? page->items : QList<syncing::RemoteRun>();
}

int reads(TheEyeHouse &house)
{
    return house.server().count("GET", "/acme/job/{}");
}

} // namespace

class TheEyeJobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyAskedForIsNotOurs()
    {
        const auto keyOf = [](const QString &origin) {
            return providers::theeye::runOf({{u"id"_s, u"j"_s}, {u"task_id"_s, u"t"_s}, {u"origin"_s, origin}})->key;
        };
        QCOMPARE(keyOf(u"user"_s), std::nullopt); // it may be
        QCOMPARE(keyOf(u"api"_s), std::nullopt);
        QCOMPARE(keyOf(u"scheduler"_s), std::optional(QString()));
        QCOMPARE(keyOf(u"trigger_by"_s), std::optional(QString()));
    }

    void trapTheLifeCycleSaysOverAndTheStateSaysHow_data()
    {
        QTest::addColumn<QString>("lifecycle");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("status");
        const auto row = [](const char *lifecycle, const char *state, RunStatus status,
                            const char *type = "ScriptJob") {
            QTest::addRow("%s, %s, %s", lifecycle, state, type)
                << QString::fromLatin1(lifecycle) << QString::fromLatin1(state) << QString::fromLatin1(type)
                << int(status);
        };
        row("ready", "in_progress", RunStatus::Queued);
        row("assigned", "in_progress", RunStatus::Queued);
        row("onhold", "in_progress", RunStatus::Held);
        row("syncing", "in_progress", RunStatus::Held);
        row("locked", "in_progress", RunStatus::Held);
        row("started", "in_progress", RunStatus::Running);
        row("started", "success", RunStatus::Running); // not over, whatever the state
        row("onhold", "in_progress", RunStatus::AwaitingApproval, "ApprovalJob");
        row("finished", "success", RunStatus::Done);
        row("completed", "success", RunStatus::Done);
        row("finished", "failure", RunStatus::Failed);
        row("finished", "failure", RunStatus::Rejected, "ApprovalJob");
        row("finished", "success", RunStatus::Done, "ApprovalJob");
        row("finished", "error", RunStatus::Failed);
        row("finished", "timeout", RunStatus::TimedOut);
        row("finished", "unknown", RunStatus::Done, "WorkflowJob");
        row("terminated", "error", RunStatus::Failed);
        row("terminated", "canceled", RunStatus::Cancelled);
        row("terminated", "timeout", RunStatus::TimedOut);
        row("canceled", "canceled", RunStatus::Cancelled);
        row("expired", "timeout", RunStatus::TimedOut);
        row("expired", "canceled", RunStatus::Rejected, "ApprovalJob");
        row("a word of later", "in_progress", RunStatus::Running);
        row("a word of later", "success", RunStatus::Done);
    }
    void trapTheLifeCycleSaysOverAndTheStateSaysHow()
    {
        QFETCH(const QString, lifecycle);
        QFETCH(const QString, state);
        QFETCH(const QString, type);
        QFETCH(const int, status);
        const QJsonObject job{{u"id"_s, u"j"_s}, {u"lifecycle"_s, lifecycle}, {u"state"_s, state}, {u"_type"_s, type}};
        const auto run = providers::theeye::runOf(job);
        QVERIFY(run);
        QCOMPARE(int(run->status), status);
        QCOMPARE(run->theirStatus, lifecycle + u", "_s + state); // verbatim
    }

    void trapAListLeavesOutWhatCameOfAJob()
    {
        const auto house = calmHouse();
        const QList<syncing::RemoteRun> runs = all(*house);
        QCOMPARE(runs.size(), 5);
        QCOMPARE(runs.at(0).status, RunStatus::AwaitingApproval);
        QCOMPARE(runs.at(1).status, RunStatus::Running);
        const syncing::RemoteRun &done = runs.at(2);
        QCOMPARE(done.status, RunStatus::Done);
        QCOMPARE(done.exitCode, std::optional(0));
        QCOMPARE(done.automationRemoteId, u"one"_s);
        QCOMPARE(done.requestedBy, u"kim"_s);
        QVERIFY(done.fleeting && done.hasLog); // five of a task are kept there
        QCOMPARE(*done.finishedAt - *done.startedAt, base::Millis(1000));
        QCOMPARE(reads(*house), 3); // those that are over
        QCOMPARE(all(*house).at(2).result, done.result);
        QCOMPARE(reads(*house), 3);
        house->remote.changeJob(u"job-4"_s, {{u"lifecycle"_s, u"finished"_s}, {u"state"_s, u"failure"_s}});
        QCOMPARE(all(*house).at(1).status, RunStatus::Failed);
        QCOMPARE(reads(*house), 4);
    }

    void trapAJobIsForgottenWhileItIsRead()
    {
        const auto house = calmHouse();
        house->server().fault("GET", "/acme/job/{}", Fault::NotFound, 1);
        house->server().fault("GET", "/acme/job/{}", Fault::Forbidden, 1);
        const QList<syncing::RemoteRun> runs = all(*house);
        QCOMPARE(runs.size(), 5);
        for (qsizetype i = 2; i < 5; ++i) {
            QCOMPARE(runs.at(i).status, RunStatus::Done);
        }
        const auto broken = calmHouse();
        broken->server().fault("GET", "/acme/job/{}", Fault::ServerError); // it is asked for again later
        QCOMPARE(answerOf(broken->account().runs({})).error().code, Unavailable);
    }

    void trapOutputIsJsonWithinAList()
    {
        const auto house = calmHouse();
        QCOMPARE(answerOf(house->account().readRun(u"job-1"_s))->result,
                 QJsonValue(QJsonArray{42, QJsonObject{{u"n"_s, 1}}, u"plain"_s}));
    }

    void trapTheLogComesAtTheEnd()
    {
        const auto house = calmHouse();
        const auto early = answerOf(house->account().log(u"job-4"_s, {}));
        QVERIFY(early && early->bytes.isEmpty() && !early->complete);
        const QString key = house->remote.job(u"job-4"_s).value("secret"_L1).toString();
        house->remote.changeJob(u"job-4"_s, {{u"lifecycle"_s, u"finished"_s},
                                             {u"state"_s, u"success"_s},
                                             {u"result"_s, QJsonObject{{u"log"_s, u"a\nkey="_s + key + u"\n"_s}}}});
        const auto whole = answerOf(house->account().log(u"job-4"_s, {}));
        QCOMPARE(whole->bytes, "a\nkey=********\n"_ba);
        QVERIFY(whole->complete);
        QCOMPARE(answerOf(house->account().log(u"job-4"_s, whole->next))->bytes, QByteArray());
    }

    void trapJobsComeWithTheirOwnKey()
    {
        const auto house = calmHouse();
        QByteArray everything;
        for (const QString &action : {u"job"_s, u"running"_s}) {
            const auto shown = answerOf(house->account().act(action, {{u"id"_s, u"job-4"_s}}));
            QVERIFY(shown);
            everything += QJsonDocument(QJsonArray{*shown}).toJson();
        }
        const auto pending = answerOf(house->account().approvals());
        everything += QJsonDocument(pending->first().details).toJson();
        QVERIFY(everything.contains("job-4"));
        QVERIFY(!everything.contains("job-key") && !everything.contains("hidden")); // its environment neither
    }

    void trapValuesAreLookedUpByOrder()
    {
        const auto house = calmHouse();
        const auto run = answerOf(house->account().run({.remoteId = u"one"_s, .arguments = rightValues}));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(run->status, RunStatus::Queued);
        QCOMPARE(house->server().asked.last().json().value("task_arguments"_L1).toArray(),
                 (QJsonArray{QJsonValue(), u"prd"_s, u"full"_s}));
    }

    void trapAPlainListIsAnsweredWith200AndADeadJob()
    {
        const auto house = calmHouse();
        const QJsonObject body{{u"task_arguments"_s, QJsonArray{u"prd"_s, u"full"_s}}};
        const auto run = answerOf(house->account().run({.remoteId = u"one"_s, .body = body}));
        QVERIFY(run);
        QCOMPARE(run->status, RunStatus::Failed);
        QVERIFY2(run->errorMessage.contains("InvalidTaskArguments"_L1), qPrintable(run->errorMessage));
    }

    void tooFewValuesAndStrangeOnesAreNamed()
    {
        const auto house = calmHouse();
        const auto strange = answerOf(house->account().run({.remoteId = u"one"_s, .arguments = {{u"Tide"_s, u"x"_s}}}));
        QCOMPARE(strange.error().field, u"arguments.Tide"_s);
        QCOMPARE(house->server().count("POST", "/acme/task/{}/job"), 0);
        const QJsonObject body{{u"task_arguments"_s, QJsonArray{u"prd"_s}}};
        QCOMPARE(answerOf(house->account().run({.remoteId = u"one"_s, .body = body})).error().code, Invalid);
        QCOMPARE(answerOf(house->account().run({.remoteId = u"one"_s, .body = 7})).error().field, u"body"_s);
        QCOMPARE(answerOf(house->account().run({.remoteId = u"none"_s})).error().code, NotFound);
    }

    void trapAWorkflowIsCancelledByItsOwnAddress()
    {
        const auto house = calmHouse();
        const auto run = answerOf(house->account().run({.remoteId = u"workflow:flow"_s, .arguments = rightValues}));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(run->automationRemoteId, u"workflow:flow"_s);
        const auto listed = answerOf(house->account().runs({.automationRemoteId = u"workflow:flow"_s}));
        QCOMPARE(listed->items.size(), 1);
        QVERIFY(answerOf(house->account().cancel(run->remoteId)));
        QCOMPARE(house->server().count("PUT", "/workflows/{}/job/{}/cancel"), 1);
        QCOMPARE(answerOf(house->account().readRun(run->remoteId))->status, RunStatus::Cancelled);
    }

    void trapCancellingIs204WhateverThereWasToCancel()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().cancel(u"job-4"_s)));
        QCOMPARE(answerOf(house->account().readRun(u"job-4"_s))->status, RunStatus::Cancelled);
        const auto over = answerOf(house->account().cancel(u"job-1"_s));
        QCOMPARE(over.error().code, Conflict);
        QCOMPARE(house->server().count("PUT", "/acme/job/{}/cancel"), 1);
        const QString held = house->remote.addJob(u"one"_s, u"ready"_s, u"in_progress"_s);
        QVERIFY(answerOf(house->account().cancel(held)));
        QCOMPARE(house->remote.job(held).value("lifecycle"_L1).toString(), u"canceled"_s);
        const QString firm =
            house->remote.addJob(u"one"_s, u"started"_s, u"in_progress"_s, {{u"cancellable"_s, false}});
        QCOMPARE(answerOf(house->account().cancel(firm)).error().code, Unsupported);
        QCOMPARE(answerOf(house->account().cancel(u"none"_s)).error().code, NotFound);
    }

    void trapAJobEndsWhileItIsCancelled()
    {
        const auto house = calmHouse();
        house->server().route("PUT", "/acme/job/{}/cancel", [&house](const test::Asked &asked) {
            house->remote.changeJob(asked.parts.first(), {{u"lifecycle"_s, u"finished"_s}, {u"state"_s, u"success"_s}});
            return test::Told{.status = 204, .body = {}, .type = {}};
        });
        QCOMPARE(answerOf(house->account().cancel(u"job-4"_s)).error().code, Conflict);
    }

    void trapAJobThatIsNotReportedOfIsCancelledByTheServer()
    {
        const auto house = calmHouse();
        const QString id = house->remote.addJob(u"one"_s, u"terminated"_s, u"canceled"_s);
        QVERIFY(answerOf(house->account().readRun(id))->reason.contains("did not report"_L1));
    }

    void requestsForApprovalStandInTheList()
    {
        const auto house = calmHouse();
        const auto pending = answerOf(house->account().approvals());
        QVERIFY2(pending, pending ? "" : qPrintable(pending.error().message()));
        QCOMPARE(pending->size(), 1);
        const syncing::RemoteApproval &one = pending->first();
        QCOMPARE(one.remoteId, u"job-5"_s);
        QCOMPARE(one.runRemoteId, u"job-5"_s);
        QCOMPARE(one.automationRemoteId, u"ask"_s);
        QCOMPARE(one.title, u"May it?"_s);
        QCOMPARE(one.requestedBy, u"kim"_s);
        QCOMPARE(one.status, domain::ApprovalStatus::Pending);
        QCOMPARE(one.details.value("approvers"_L1).toArray(), QJsonArray{u"u1"_s});
    }

    void trapTheFirstDecisionCounts()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().decide(u"job-5"_s, domain::Judgement::Approve, u"fine"_s)));
        QCOMPARE(answerOf(house->account().readRun(u"job-5"_s))->status, RunStatus::Done);
        QVERIFY(answerOf(house->account().approvals())->isEmpty());
        QCOMPARE(answerOf(house->account().decide(u"job-5"_s, domain::Judgement::Reject, {})).error().code, Conflict);
        const QString next =
            house->remote.addJob(u"ask"_s, u"onhold"_s, u"in_progress"_s, {{u"approvers"_s, QJsonArray{u"u1"_s}}});
        QVERIFY(answerOf(house->account().decide(next, domain::Judgement::Reject, {})));
        QCOMPARE(answerOf(house->account().readRun(next))->status, RunStatus::Rejected);
        QCOMPARE(answerOf(house->account().decide(u"job-4"_s, domain::Judgement::Approve, {})).error().code, Invalid);
    }

    void trapOnlyThoseWhoAreListedMayDecide()
    {
        const auto house = calmHouse();
        house->remote.userId = u"bot"_s; // as of an integration token
        const auto refused = answerOf(house->account().decide(u"job-5"_s, domain::Judgement::Approve, {}));
        QCOMPARE(refused.error().code, Denied);
        QCOMPARE(refused.error().field, QString()); // the login is fine
        QVERIFY(refused.error().detail.contains("only those whom the task lists"_L1));
    }

    void trapAListHasNoSecondPart()
    {
        const auto house = calmHouse();
        const auto first = answerOf(house->account().runs({.automationRemoteId = {}, .cursor = {}, .atMost = 2}));
        QCOMPARE(first->items.size(), 2);
        const test::Asked asked = *std::find_if(house->server().asked.begin(), house->server().asked.end(),
                                                [](const test::Asked &one) { return one.path == "/acme/job"; });
        QCOMPARE(asked.value(u"limit"_s), u"3"_s);
        QCOMPARE(asked.value(u"sort[creation_date]"_s), u"-1"_s);
        const auto second =
            answerOf(house->account().runs({.automationRemoteId = {}, .cursor = first->next, .atMost = 3}));
        QCOMPARE(second->items.size(), 3);
        QVERIFY(second->next.isEmpty());
        QCOMPARE(second->items.last().remoteId, u"job-1"_s);
    }

    void trapJobsThatAreOverAreRemovedByTheirTask()
    {
        const auto house = calmHouse();
        const auto emptied = answerOf(house->account().act(u"empty-queue"_s, {{u"id"_s, u"one"_s}}));
        QCOMPARE(emptied->toObject().value("deletedCount"_L1).toInt(), 3);
        QCOMPARE(all(*house).size(), 2);
    }
};

REGISTER_TEST(TheEyeJobsTest);
#include "test_theeyejobs.moc"
