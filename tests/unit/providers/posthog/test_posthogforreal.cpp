// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/entries.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/posthog/posthogstory.h"

using namespace Qt::StringLiterals;
using test::Fault;
using test::PosthogAge;
using test::PosthogDouble;
using test::PosthogStory;

namespace {

const QString title = u"Rotate staging credentials"_s;

QJsonObject entry(const QString &message)
{
    return providers::posthog::consoleEntry({}, u"info"_s, message, u"2026-10-25T10:16:01Z"_s);
}

/// The run there that came last.
QString newest(const PosthogStory &story)
{
    return story.remote.runs.value(u"t1"_s).first()["id"_L1].toString();
}

/// A connection to a project with two tasks, of which one was run before.
bool connects(PosthogStory &story)
{
    story.remote.addTask(u"t0"_s, u"Never run"_s);
    story.remote.addTask(u"t1"_s, title);
    const QJsonObject wanted{{u"name"_s, u"Tasks"_s},
                             {u"provider"_s, u"posthog"_s},
                             {u"base_url"_s, story.remote.server.url().toString()},
                             {u"settings"_s, QJsonObject{{u"project_id"_s, u"7"_s}}},
                             {u"credential"_s, QJsonObject{{u"token"_s, u"phx_good"_s}}}};
    const QJsonValue tried = story.ask("POST", u"/api/connections/test"_s, wanted);
    return tried["role"_L1].toString() == "task:read, task:write"_L1 &&
           story.ask("POST", u"/api/connections"_s, wanted).isObject() &&
           story.comes([&] { return story.connection().value("state"_L1).toString() == "online"_L1; });
}

bool edits(PosthogStory &story)
{
    const QString id = story.automation(title).value("id"_L1).toString();
    return story.ask("PUT", u"/api/automations/"_s + id, {{u"description"_s, u"In other words"_s}}).isObject() &&
           story.comes(
               [&] { return story.remote.tasks.first().value("description"_L1).toString() == "In other words"_L1; });
}

/// Its id here; empty where it did not come to that.
QString runs(PosthogStory &story)
{
    const QString id = story.automation(title).value("id"_L1).toString();
    const QString run = story.ask("POST", u"/api/automations/%1/run"_s.arg(id))["id"_L1].toString();
    const qsizetype before = story.remote.runs.value(u"t1"_s).size();
    const bool came = story.handOver(run) &&
                      story.comes([&] { return story.remote.runs.value(u"t1"_s).size() > before; }) &&
                      story.comes([&] { return !story.run(run).value("remote_id"_L1).toString().isEmpty(); });
    return came ? run : QString();
}

bool stands(PosthogStory &story, const QString &run, const QString &status)
{
    return story.comes([&] { return story.run(run).value("status"_L1).toString() == status; });
}

QJsonObject question()
{
    const auto option = [](const QString &id, const QString &kind) {
        return QJsonObject{{u"optionId"_s, id}, {u"kind"_s, kind}};
    };
    return {{u"type"_s, u"permission_request"_s},
            {u"requestId"_s, u"q1"_s},
            {u"toolCall"_s, QJsonObject{{u"title"_s, u"git push"_s}}},
            {u"options"_s, QJsonArray{option(u"yes"_s, u"allow_once"_s), option(u"no"_s, u"reject_once"_s)}}};
}

void addBoth()
{
    QTest::addColumn<bool>("early");
    QTest::newRow("later") << false;
    QTest::newRow("early") << true;
}

PosthogAge ageOf(bool early)
{
    return early ? PosthogAge::Early : PosthogAge::Later;
}

} // namespace

/// This program with a connection to PostHog, from the first look to the way back after a break.
class PosthogForRealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksAreConnectedListedAndEdited_data() { addBoth(); }
    void tasksAreConnectedListedAndEdited()
    {
        QFETCH(const bool, early);
        PosthogStory story(ageOf(early));
        QVERIFY2(connects(story), qPrintable(story.error.message()));
        const QJsonObject task = story.automation(title);
        QCOMPARE(task.value("type"_L1).toString(), u"posthog_task"_s);
        QCOMPARE(task.value("remote_id"_L1).toString(), u"t1"_s);
        QVERIFY(!story.automation(u"Never run"_s).isEmpty());
        QCOMPARE(story.connection().value("remote_version"_L1).toString(),
                 early ? u"Tasks, of early 2026"_s : u"Tasks"_s);
        QVERIFY2(edits(story), qPrintable(story.error.message()));
        // And the other way round.
        story.remote.tasks.first().insert("title"_L1, u"Rotate all of them"_s);
        QVERIFY(story.comes([&] { return !story.automation(u"Rotate all of them"_s).isEmpty(); }));
        QCOMPARE(story.automation(u"Rotate all of them"_s).value("description"_L1).toString(), u"In other words"_s);
    }

    void aRunIsStartedWatchedAndRead_data() { addBoth(); }
    void aRunIsStartedWatchedAndRead()
    {
        QFETCH(const bool, early);
        PosthogStory story(ageOf(early));
        QVERIFY(connects(story));
        const QString run = runs(story);
        QVERIFY2(!run.isEmpty(), qPrintable(story.error.message()));
        const QString there = newest(story);
        QCOMPARE(story.run(run).value("remote_id"_L1).toString(), u"t1/"_s + there);
        story.remote.setRun(u"t1"_s, there, {{u"status"_s, u"in_progress"_s}});
        QVERIFY(stands(story, run, u"running"_s));
        QCOMPARE(story.run(run).value("stage"_L1).toString(), u"in_progress · build"_s);
        QCOMPARE(story.run(run).value("branch"_L1).toString(), u"ops/rotate-12"_s);
        story.remote.write(there, entry(u"step 1 done"_s));
        QVERIFY(story.comes([&] { return story.log(run).contains("step 1 done"); }));
        story.remote.write(there, entry(u"step 2 done"_s));
        QVERIFY(story.comes([&] { return story.log(run).contains("step 2 done"); }));
        story.remote.setRun(u"t1"_s, there,
                            {{u"status"_s, u"completed"_s},
                             {u"completed_at"_s, u"2026-10-25T01:00:00Z"_s},
                             {u"output"_s, QJsonObject{{u"pr_url"_s, u"https://example.org"_s}}}});
        QVERIFY(stands(story, run, u"done"_s));
        QCOMPARE(story.run(run).value("result"_L1)["pr_url"_L1].toString(), u"https://example.org"_s);
        QVERIFY(story.comes([&] { return story.log(run).count('\n') >= 2; }));
        QCOMPARE(story.log(run).count("step 1 done"), 1);
    }

    void whatAnAgentAsksStandsInTheQueueAndIsAnswered()
    {
        PosthogStory story;
        QVERIFY(connects(story));
        const QString run = runs(story);
        story.remote.setRun(u"t1"_s, newest(story), {{u"status"_s, u"in_progress"_s}});
        QVERIFY(stands(story, run, u"running"_s));
        story.remote.streamHead = "id: 1-0\ndata: " + QJsonDocument(question()).toJson(QJsonDocument::Compact) + "\n\n";
        story.remote.server.closeStreams();
        QJsonObject request;
        QVERIFY(story.comes([&] {
            request = story.get(u"/api/approvals"_s)[0].toObject();
            return !request.isEmpty();
        }));
        QCOMPARE(request.value("title"_L1).toString(), u"git push"_s);
        QCOMPARE(request.value("run_id"_L1).toString(), run);
        QVERIFY2(story.ask("POST", u"/api/approvals/%1/approve"_s.arg(request.value("id"_L1).toString())).isObject(),
                 qPrintable(story.error.message()));
        QVERIFY(story.comes([&] { return !story.remote.commands.isEmpty(); }));
        QCOMPARE(story.remote.commands.first().value("params"_L1)["optionId"_L1].toString(), u"yes"_s);
    }

    void errorsAreMetWhereTheyCanBeSeen_data() { addBoth(); }
    void errorsAreMetWhereTheyCanBeSeen()
    {
        QFETCH(const bool, early);
        PosthogStory story(ageOf(early));
        QVERIFY(connects(story));
        const QString run = runs(story);
        story.remote.setRun(u"t1"_s, newest(story),
                            {{u"status"_s, u"failed"_s},
                             {u"completed_at"_s, u"2026-10-25T01:00:00Z"_s},
                             {u"error_message"_s, u"the sandbox died"_s}});
        QVERIFY(stands(story, run, u"failed"_s));
        QCOMPARE(story.run(run).value("error_message"_L1).toString(), u"the sandbox died"_s);
        // A change that the server refuses waits with its reason.
        const QString id = story.automation(title).value("id"_L1).toString();
        const QJsonObject params{{u"repository"_s, u"infra"_s}, {u"origin_product"_s, u"user_created"_s}};
        QVERIFY(story.ask("PUT", u"/api/automations/"_s + id, {{u"params"_s, params}}).isObject());
        QVERIFY(story.comes(
            [&] { return story.get(u"/api/outbox"_s)[0]["waits_for"_L1].toString().contains(u"acme/infra"_s); }));
        // A key that lost its right says which one.
        story.remote.scopes = {u"task:read"_s};
        const QJsonValue refused = story.ask("POST", u"/api/connections/Tasks/actions/run"_s, {{u"task"_s, u"t1"_s}});
        QVERIFY(refused.isUndefined());
        QVERIFY2(story.error.detail.contains(u"task:write"_s), qPrintable(story.error.detail));
    }

    void aBreakIsOutlived_data() { addBoth(); }
    void aBreakIsOutlived()
    {
        QFETCH(const bool, early);
        PosthogStory story(ageOf(early));
        QVERIFY(connects(story));
        for (const QByteArray &path : {""_ba, "{}/"_ba, "{}/runs/"_ba, "{}/runs/{}/"_ba, "{}/run/"_ba}) {
            story.remote.server.fault("*", PosthogDouble::at(path), Fault::Reset);
        }
        QVERIFY(story.comes([&] { return story.connection().value("state"_L1).toString() == "offline"_L1; }));
        // What was seen is still here, and what is done meanwhile waits.
        const QString id = story.automation(title).value("id"_L1).toString();
        QVERIFY(story.ask("PUT", u"/api/automations/"_s + id, {{u"description"_s, u"Written offline"_s}}).isObject());
        QCOMPARE(story.automation(title).value("description"_L1).toString(), u"Written offline"_s);
        QVERIFY(story.get(u"/api/outbox"_s).toArray().size() == 1);
        story.remote.server.heal();
        QVERIFY(story.comes([&] { return story.connection().value("state"_L1).toString() == "online"_L1; }));
        QVERIFY(story.comes(
            [&] { return story.remote.tasks.first().value("description"_L1).toString() == "Written offline"_L1; }));
        QVERIFY(story.comes([&] { return story.get(u"/api/outbox"_s).toArray().isEmpty(); }));
    }
};

REGISTER_TEST(PosthogForRealTest);
#include "test_posthogforreal.moc"
