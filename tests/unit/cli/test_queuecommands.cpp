// SPDX-License-Identifier: Apache-2.0
// Commands about what waits, what failed and what was deleted.
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using test::json;
using test::Request;
using test::runCommand;
using test::ScriptedServer;

class QueueCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQueueIsCleared()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"cancelled":3})"); });
        QCOMPARE(runCommand(server, {u"queue"_s, u"clear"_s}).out, "cancelled 3 runs\n"_ba);
        const auto one = runCommand(server, {u"queue"_s, u"clear"_s, u"--automation"_s, u"auto_1"_s, u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(one.out).object().value("cancelled"_L1).toInt(), 3);
        QCOMPARE(server.lines(),
                 (QList<QByteArray>{"POST /api/queue/clear", "POST /api/queue/clear?automation_id=auto_1"}));
    }

    void aFailureIsAcknowledgedWithANote()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"id":"run_1"})"); });
        const auto got = runCommand(server, {u"acknowledge"_s, u"run_1"_s, u"--note"_s, u"disk replaced"_s});
        QCOMPARE(got.status, 0);
        QCOMPARE(got.out, "acknowledged run_1\n"_ba);
        QCOMPARE(server.lines(), QList<QByteArray>{"POST /api/automations/runs/run_1/acknowledge"});
        QCOMPARE(QJsonDocument::fromJson(server.requests().first().body).object(),
                 (QJsonObject{{u"note"_s, u"disk replaced"_s}}));
    }

    void anAcknowledgementIsTakenBack()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"id":"run_1"})"); });
        QCOMPARE(runCommand(server, {u"acknowledge"_s, u"run_1"_s, u"--undo"_s}).out, "run_1 counts again\n"_ba);
        QCOMPARE(server.lines(), QList<QByteArray>{"DELETE /api/automations/runs/run_1/acknowledge"});
    }

    void theQueueIsListed()
    {
        const QJsonArray queue{QJsonObject{{u"id"_s, u"run_1"_s},
                                           {u"automation_name"_s, u"One"_s},
                                           {u"status"_s, u"queued"_s},
                                           {u"position"_s, 1},
                                           {u"reason"_s, u"waits for the lock nas, held by run_0"_s}},
                               QJsonObject{{u"id"_s, u"run_2"_s},
                                           {u"automation_name"_s, u"Two"_s},
                                           {u"status"_s, u"held"_s},
                                           {u"position"_s, QJsonValue::Null}}};
        ScriptedServer server([&queue](const Request &) { return json(200, QJsonDocument(queue).toJson()); });
        const QList<QByteArray> lines = runCommand(server, {u"queue"_s, u"list"_s}).out.split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[1].startsWith("1 "));
        QVERIFY(lines[1].contains("waits for the lock nas, held by run_0"));
        QVERIFY(lines[2].startsWith("- ") && lines[2].contains("held"));
        runCommand(server, {u"queue"_s, u"list"_s, u"--automation"_s, u"auto_1"_s});
        QCOMPARE(server.lines(), (QList<QByteArray>{"GET /api/queue", "GET /api/queue?automation_id=auto_1"}));
    }

    void runsAreNarrowedByTriggerAndTime()
    {
        ScriptedServer server([](const Request &) { return json(200, "[]"); });
        runCommand(server, {u"runs"_s, u"--trigger"_s, u"file"_s, u"--since"_s, u"2026-10-22T03:00:00Z"_s});
        QVERIFY(server.lines().first().contains("trigger=file"));
        QVERIFY(server.lines().first().contains("since=2026-10-22T03"));
    }

    void whatIsNoFailureIsAConflict()
    {
        ScriptedServer server([](const Request &) {
            return json(409, R"({"detail":"run run_1 is done","code":"conflict","field":""})");
        });
        QCOMPARE(runCommand(server, {u"acknowledge"_s, u"run_1"_s}).status, 5);
    }

    void whatIsWatchedAndMissingIsTold()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"new.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        const auto create = [&](const QString &path) {
            const QJsonArray triggers{QJsonObject{{u"type"_s, u"file"_s}, {u"path"_s, path}}};
            const QJsonObject made{{u"id"_s, u"auto_1"_s}, {u"name"_s, u"One"_s}, {u"triggers"_s, triggers}};
            const QByteArray answer = QJsonDocument(made).toJson();
            ScriptedServer server([&answer](const Request &) { return json(201, answer); });
            return runCommand(server, {u"create"_s, file.fileName()}).err;
        };
        QCOMPARE(create(folder.path()), QByteArray());
        QVERIFY(create(folder.filePath(u"in"_s)).contains("there is nothing at "));
        QVERIFY(create(folder.filePath(u"gone/in"_s)).contains("does not exist yet"));
    }

    void aVersionIsRestored()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"id":"auto_1","version":4})"); });
        QCOMPARE(runCommand(server, {u"restore"_s, u"auto_1"_s, u"2"_s}).out, "restored auto_1 to version 2\n"_ba);
        QCOMPARE(server.lines(), QList<QByteArray>{"POST /api/automations/auto_1/restore"});
        QCOMPARE(runCommand(server, {u"restore"_s, u"auto_1"_s, u"last"_s}).status, 2);
        QCOMPARE(server.lines().size(), 1);
    }
};

REGISTER_TEST(QueueCommandsTest);

#include "test_queuecommands.moc"
