// SPDX-License-Identifier: Apache-2.0
#include "app/cli/net/httpclient.h"
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using test::json;
using test::Reply;
using test::Request;
using test::runCommand;
using test::ScriptedServer;

namespace {

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray automations()
{
    const QJsonObject nas{{u"id"_s, u"auto_1"_s},
                          {u"name"_s, u"NAS Backup"_s},
                          {u"type"_s, u"script"_s},
                          {u"schedule"_s, u"0 3 * * *"_s},
                          {u"paused"_s, false},
                          {u"last_run"_s, 1718000000},
                          {u"last_status"_s, u"done"_s},
                          {u"next_run"_s, u"2026-10-22T01:00:00.000Z"_s},
                          {u"tags"_s, QJsonArray{u"nightly"_s}}};
    const QJsonObject other{
        {u"id"_s, u"auto_2"_s}, {u"name"_s, u"Other"_s}, {u"type"_s, u"http"_s}, {u"paused"_s, true}};
    return QJsonDocument(QJsonArray{nas, other}).toJson();
}

} // namespace

class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void cleanupTestCase() { qunsetenv("TZ"); }

    void listIsATableOfLocalTimes()
    {
        ScriptedServer server([](const Request &) { return json(200, automations()); });
        const auto got = runCommand(server, {u"list"_s});
        QCOMPARE(got.status, 0);
        QCOMPARE(server.lines(), QList<QByteArray>{"GET /api/automations"});
        QCOMPARE(server.requests().first().headers.value("authorization"), QByteArray("Bearer secret-token"));
        QVERIFY(!server.requests().first().headers.contains("cookie"));
        const QList<QByteArray> lines = got.out.split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines.at(1).contains("2024-06-10T08:13:20+02:00"), got.out.constData());
        QVERIFY2(lines.at(1).endsWith("2026-10-22T03:00:00+02:00"), got.out.constData());
        QVERIFY(lines.at(2).contains("paused"));
        QVERIFY(!got.out.contains('\x1b'));
        QVERIFY(got.err.isEmpty());
    }

    void listFiltersByTextAnywhere()
    {
        ScriptedServer server([](const Request &) { return json(200, automations()); });
        for (const QString &text : {u"nas b"_s, u"NIGHT"_s, u"auto_1"_s, u"script"_s}) {
            const auto got = runCommand(server, {u"list"_s, u"--json"_s, u"--filter"_s, text});
            const QJsonArray shown = QJsonDocument::fromJson(got.out).array();
            QCOMPARE(shown.size(), 1);
            QCOMPARE(shown.first().toObject().value("id"_L1).toString(), u"auto_1"_s);
        }
        QCOMPARE(runCommand(server, {u"list"_s, u"--json"_s, u"--filter"_s, u"none"_s}).out, QByteArray("[]\n"));
    }

    void showAsksForTheRightThing()
    {
        ScriptedServer server([](const Request &r) {
            return r.target.contains("missing") ? json(404, R"({"detail":"there is no missing","code":"not_found"})")
                                                : json(200, R"({"id":"x","name":"N"})");
        });
        QCOMPARE(object(runCommand(server, {u"show"_s, u"auto_1"_s, u"--json"_s}).out).value("name"_L1).toString(),
                 u"N"_s);
        QCOMPARE(runCommand(server, {u"show"_s, u"run_1"_s}).out, QByteArray("id    x\nname  N\n"));
        QCOMPARE(runCommand(server, {u"show"_s, u"a/b?c d"_s}).status, 0);
        QCOMPARE(server.lines(), (QList<QByteArray>{"GET /api/automations/auto_1", "GET /api/automations/runs/run_1",
                                                    "GET /api/automations/a%2Fb%3Fc%20d"}));
        const auto missing = runCommand(server, {u"show"_s, u"missing"_s});
        QCOMPARE(missing.status, 3);
        QVERIFY(missing.err.contains("there is no missing"));
        QVERIFY(missing.out.isEmpty());
    }

    void theStepsOfARunAreATable()
    {
        ScriptedServer server([](const Request &) {
            return json(
                200, "{\"id\":\"run_1\",\"steps\":[{\"id\":\"build\",\"automation_name\":\"Image\",\"status\":\"done\","
                     "\"attempt\":2,\"run_id\":\"run_2\",\"reason\":\"\"},{\"id\":\"test\","
                     "\"automation_id\":\"auto_2\",\"automation_name\":null,\"status\":\"waiting\","
                     "\"attempt\":null,\"run_id\":null}]}");
        });
        const QByteArray out = runCommand(server, {u"show"_s, u"run_1"_s}).out;
        QVERIFY2(out.startsWith("id  run_1\n\nSTEP   AUTOMATION  STATUS"), out.constData());
        QVERIFY2(out.contains("\nbuild  Image       done     2"), out.constData());
        QVERIFY2(out.contains("\ntest   auto_2      waiting  -"), out.constData());
        QCOMPARE(
            object(runCommand(server, {u"show"_s, u"run_1"_s, u"--json"_s}).out).value("steps"_L1).toArray().size(), 2);
    }

    void wordsOfTheApiAreNoIds()
    {
        ScriptedServer server([](const Request &) { return json(200, "[]"); });
        for (const QString &word : {u"runs"_s, u".."_s, u"export"_s}) {
            QCOMPARE(runCommand(server, {u"delete"_s, word}).status, 3);
            QCOMPARE(runCommand(server, {u"show"_s, word}).status, 3);
        }
        QVERIFY(server.requests().isEmpty());
    }

    void createSendsOneObject()
    {
        ScriptedServer server([](const Request &) {
            return json(201, R"({"id":"auto_9","status":"created","name":"New","type":"script"})");
        });
        const QByteArray input = R"({"name":"New","type":"script"})";
        QCOMPARE(runCommand(server, {u"create"_s, u"-"_s}, input).out, QByteArray("created auto_9 New\n"));
        const QJsonObject made = object(runCommand(server, {u"create"_s, u"-"_s, u"--json"_s}, input).out);
        QCOMPARE(made.value("id"_L1).toString(), u"auto_9"_s);
        QVERIFY(!made.contains("status"_L1));
        QCOMPARE(server.requests().first().method, QByteArray("POST"));
        QCOMPARE(server.requests().first().headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(object(server.requests().first().body), object(input));
    }

    void createSendsAnArrayAtOnce()
    {
        ScriptedServer server([](const Request &r) {
            QJsonArray made;
            for (const QJsonValue one : QJsonDocument::fromJson(r.body).array()) {
                const QString name = one.toObject().value("name"_L1).toString();
                made.append(QJsonObject{{u"id"_s, u"auto_"_s + name}, {u"name"_s, name}, {u"status"_s, u"created"_s}});
            }
            return json(201, QJsonDocument(made).toJson());
        });
        const QByteArray input = R"([{"name":"a"},{"name":"b"}])";
        QCOMPARE(runCommand(server, {u"create"_s, u"-"_s}, input).out,
                 QByteArray("created auto_a a\ncreated auto_b b\n"));
        const auto all = runCommand(server, {u"create"_s, u"-"_s, u"--json"_s}, input);
        QCOMPARE(all.out,
                 QByteArray("[\n{\"id\":\"auto_a\",\"name\":\"a\"},\n{\"id\":\"auto_b\",\"name\":\"b\"}\n]\n"));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(runCommand(server, {u"create"_s, u"-"_s, u"--json"_s}, "[]").out, QByteArray("[]\n"));
        QCOMPARE(server.requests().size(), 2);
    }

    void largeArraysGoInPortionsAndTellHowFarTheyGot()
    {
        ScriptedServer server([](const Request &r) {
            const QJsonArray given = QJsonDocument::fromJson(r.body).array();
            QJsonArray made;
            for (qsizetype i = 0; i < given.size(); ++i) {
                if (given.at(i).toObject().value("name"_L1).toString().isEmpty()) {
                    return json(400, R"({"detail":"name must not be empty","field":"[)" + QByteArray::number(i) +
                                         R"(].name"})");
                }
                made.append(QJsonObject{{u"id"_s, u"x"_s}, {u"name"_s, u"n"_s}});
            }
            return json(201, QJsonDocument(made).toJson());
        });
        QJsonArray many;
        for (int i = 0; i < 5000; ++i) {
            many.append(QJsonObject{{u"name"_s, i == 4500 ? QString() : QString(400, u'n')}});
        }
        const auto some = runCommand(server, {u"create"_s, u"-"_s}, QJsonDocument(many).toJson());
        QCOMPARE(some.status, 2);
        QVERIFY(server.requests().size() > 1);
        for (const Request &request : server.requests()) {
            QVERIFY(request.body.size() < 1024 * 1024);
        }
        const qsizetype made = some.out.count('\n');
        QVERIFY(made > 0 && made < 4500);
        QVERIFY2(some.err.contains(QByteArray::number(made) + " of 5000 were created"), some.err.constData());
        QVERIFY2(some.err.contains("field [4500].name"), some.err.constData());
    }

    void badInputNeverReachesTheEngine()
    {
        ScriptedServer server([](const Request &) { return json(200, "{}"); });
        for (const QByteArray &input : {QByteArray("{"), QByteArray(), QByteArray("[1]"), QByteArray("7")}) {
            QCOMPARE(runCommand(server, {u"create"_s, u"-"_s}, input).status, 2);
        }
        QCOMPARE(runCommand(server, {u"edit"_s, u"auto_1"_s, u"-"_s}, "[]").status, 2);
        QCOMPARE(runCommand(server, {u"create"_s, u"/no/such"_s}).status, 2);
        QCOMPARE(runCommand(server, {u"runs"_s, u"--status"_s, u"dnoe"_s}).status, 2);
        QCOMPARE(runCommand(server, {u"logs"_s, u"run_1"_s, u"--grep"_s, u"("_s}).status, 2);
        QCOMPARE(runCommand(server, {u"logs"_s, u"run_1"_s, u"--plain"_s, u"-f"_s}).status, 2);
        QVERIFY(server.requests().isEmpty());
    }

    void editPutsAndShowsWhatBecameOfIt()
    {
        ScriptedServer server([](const Request &r) {
            if (r.method == "PUT") {
                return object(r.body).value("version"_L1).toInt() == 1
                           ? json(409,
                                  R"({"detail":"version 2 is the current one","code":"conflict","field":"version"})")
                           : json(200, R"({"status":"updated"})");
            }
            return json(200, R"({"id":"auto_1","name":"Renamed"})");
        });
        QCOMPARE(runCommand(server, {u"edit"_s, u"auto_1"_s, u"-"_s}, R"({"name":"Renamed"})").out,
                 QByteArray("updated auto_1\n"));
        const auto shown = runCommand(server, {u"edit"_s, u"auto_1"_s, u"-"_s, u"--json"_s}, R"({"name":"Renamed"})");
        QCOMPARE(object(shown.out).value("name"_L1).toString(), u"Renamed"_s);
        const auto stale = runCommand(server, {u"edit"_s, u"auto_1"_s, u"-"_s}, R"({"version":1})");
        QCOMPARE(stale.status, 5);
        QVERIFY(stale.err.contains("version 2 is the current one"));
    }

    void ordersGoToTheirRoutes()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"status":"ok"})"); });
        QCOMPARE(runCommand(server, {u"delete"_s, u"auto_1"_s}).out, QByteArray("deleted auto_1\n"));
        QCOMPARE(runCommand(server, {u"pause"_s, u"auto_1"_s}).out, QByteArray("paused auto_1\n"));
        QCOMPARE(runCommand(server, {u"resume"_s, u"auto_1"_s}).out, QByteArray("resumed auto_1\n"));
        QCOMPARE(runCommand(server, {u"cancel"_s, u"run_1"_s}).out, QByteArray("cancelled run_1\n"));
        QCOMPARE(server.lines(),
                 (QList<QByteArray>{"DELETE /api/automations/auto_1", "POST /api/automations/auto_1/pause",
                                    "POST /api/automations/auto_1/resume", "POST /api/automations/runs/run_1/cancel"}));
        for (const Request &request : server.requests()) {
            QVERIFY(request.body.isEmpty());
        }
    }

    void everythingIsPausedByAWordOfItsOwn()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"paused":true})"); });
        QCOMPARE(runCommand(server, {u"pause"_s, u"--all"_s}).out, QByteArray("paused everything\n"));
        QCOMPARE(runCommand(server, {u"resume"_s, u"--all"_s}).out, QByteArray("resumed everything\n"));
        QVERIFY(object(runCommand(server, {u"pause"_s, u"--all"_s, u"--json"_s}).out).value("paused"_L1).toBool());
        QCOMPARE(server.lines(), (QList<QByteArray>{"POST /api/pause", "POST /api/resume", "POST /api/pause"}));
        QCOMPARE(runCommand(server, {u"pause"_s}).status, 2);
        QCOMPARE(runCommand(server, {u"resume"_s, u"auto_1"_s, u"--all"_s}).status, 2);
        QCOMPARE(server.lines().size(), 3);
    }

    void decisionsAreMadeOneRunAfterTheOther()
    {
        ScriptedServer server([](const Request &r) {
            return r.target.contains("run_3") ? json(409, R"({"detail":"run_3 is done","code":"conflict"})")
                                              : json(200, R"({"status":"queued"})");
        });
        QCOMPARE(runCommand(server, {u"release"_s, u"run_1"_s, u"run_2"_s}).out,
                 QByteArray("released run_1\nreleased run_2\n"));
        const auto dismissed = runCommand(server, {u"dismiss"_s, u"run_1"_s, u"run_2"_s, u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(dismissed.out).array().size(), 2);
        QCOMPARE(server.lines(), (QList<QByteArray>{"POST /api/automations/runs/run_1/release",
                                                    "POST /api/automations/runs/run_2/release",
                                                    "POST /api/automations/runs/run_1/dismiss",
                                                    "POST /api/automations/runs/run_2/dismiss"}));
        const auto refused = runCommand(server, {u"release"_s, u"run_1"_s, u"run_3"_s, u"run_4"_s});
        QCOMPARE(refused.status, 5);
        QCOMPARE(refused.out, QByteArray("released run_1\n"));
        QVERIFY(!server.lines().contains("POST /api/automations/runs/run_4/release"));
    }

    void theAuditIsATable()
    {
        ScriptedServer server([](const Request &) {
            return json(
                200,
                R"([{"seq":2,"at":"2026-01-02T00:00:00.000Z","by":"ann","action":"pause","subject":"*","detail":""}])");
        });
        const auto got = runCommand(server, {u"audit"_s, u"--since"_s, u"2026-01-01T00:00:00+01:00"_s});
        QCOMPARE(server.lines(), QList<QByteArray>{"GET /api/audit?limit=100&since=2026-01-01T00%3A00%3A00%2B01%3A00"});
        QVERIFY2(got.out.contains("2026-01-02T01:00:00+01:00  ann  pause  *"), got.out.constData());
    }

    void historyIsNewestFirstAsTheEngineSays()
    {
        ScriptedServer server([](const Request &) {
            return json(
                200,
                R"([{"version":2,"name":"B","updated_by":"ann","updated_at":"2026-01-02T00:00:00.000Z"},{"version":1,"name":"A"}])");
        });
        const auto got = runCommand(server, {u"history"_s, u"auto_1"_s});
        QVERIFY2(got.out.split('\n').at(1).startsWith("2        2026-01-02T01:00:00+01:00  ann"), got.out.constData());
    }

    void runsArePagedByTheLastId()
    {
        ScriptedServer server([](const Request &r) {
            const bool second = r.target.contains("before=");
            QJsonArray runs;
            for (int i = 0; i < (second ? 500 : 1000); ++i) {
                runs.append(QJsonObject{{u"id"_s, (second ? u"run_b%1"_s : u"run_a%1"_s).arg(i)}});
            }
            return json(200, QJsonDocument(runs).toJson());
        });
        const auto got = runCommand(server, {u"runs"_s, u"--limit"_s, u"1500"_s, u"--json"_s, u"--status"_s,
                                             u"failed"_s, u"--automation"_s, u"auto_1"_s});
        QCOMPARE(QJsonDocument::fromJson(got.out).array().size(), 1500);
        QCOMPARE(server.lines(),
                 (QList<QByteArray>{
                     "GET /api/automations/runs?limit=1000&automation_id=auto_1&status=failed",
                     "GET /api/automations/runs?limit=500&automation_id=auto_1&status=failed&before=run_a999"}));
    }

    void aHundredRunsUnlessAskedForMore()
    {
        ScriptedServer server([](const Request &) { return json(200, "[]"); });
        QCOMPARE(runCommand(server, {u"runs"_s, u"--json"_s}).out, QByteArray("[]\n"));
        QCOMPARE(server.lines(), QList<QByteArray>{"GET /api/automations/runs?limit=100"});
    }

    void doctorsVerdictIsTheExitStatus()
    {
        QByteArray report = R"({"ok":true,"problems":[],"version":"1","store":{"schema":3}})";
        ScriptedServer server([&report](const Request &) { return json(200, report); });
        const auto well = runCommand(server, {u"doctor"_s});
        QCOMPARE(well.status, 0);
        QVERIFY2(well.out.contains("\"schema\":3"), well.out.constData());
        report = R"({"ok":false,"problems":["the log store is damaged"]})";
        const auto ill = runCommand(server, {u"doctor"_s});
        QCOMPARE(ill.status, 1);
        QVERIFY(ill.err.contains("the log store is damaged"));
        QCOMPARE(runCommand(server, {u"doctor"_s, u"--json"_s}).status, 1);
    }

    void deniedAndUnavailable()
    {
        int status = 401;
        ScriptedServer server([&status](const Request &) { return json(status, R"({"detail":"no","code":"x"})"); });
        QCOMPARE(runCommand(server, {u"list"_s}).status, 4);
        status = 503;
        QCOMPARE(runCommand(server, {u"list"_s}).status, 6);
        status = 302;
        QCOMPARE(runCommand(server, {u"list"_s}).status, 6);
        QCOMPARE(server.requests().size(), 3);
        server.close();
        const auto gone = runCommand(server, {u"list"_s});
        QCOMPARE(gone.status, 6);
        QVERIFY2(gone.err.contains("nobody answers"), gone.err.constData());
    }

    void halfAndStrangeAnswersAreUnavailable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"id\":");
        QTest::newRow("half a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n[");
        QTest::newRow("not JSON") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9\r\n\r\n");
        QTest::newRow("too large") << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(33 * 1024 * 1024, ' ');
    }

    void halfAndStrangeAnswersAreUnavailable()
    {
        QFETCH(QByteArray, bytes);
        ScriptedServer server([&bytes](const Request &) { return Reply{bytes, true}; });
        const auto got = runCommand(server, {u"list"_s});
        QCOMPARE(got.status, 6);
        QVERIFY(got.out.isEmpty());
        QVERIFY(!got.err.isEmpty());
    }

    void ordersAreNeverGivenTwice()
    {
        ScriptedServer server([](const Request &) { return Reply{{}, true}; });
        QCOMPARE(runCommand(server, {u"run"_s, u"auto_1"_s}).status, 6);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(runCommand(server, {u"create"_s, u"-"_s}, R"({"name":"a"})").status, 6);
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(runCommand(server, {u"delete"_s, u"auto_1"_s}).status, 6);
        QCOMPARE(server.requests().size(), 3);
    }

    void anAnswerHasADeadline()
    {
        ScriptedServer server([](const Request &) {
            return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[", false};
        });
        cli::HttpClient http(store::Endpoint{server.url(), "t", 1});
        http.setDeadline(std::chrono::milliseconds(50));
        std::optional<base::ErrorCode> code;
        cli::ApiRequest request;
        request.path = "/api/automations";
        http.send(request, [&code](const base::Result<QByteArray> &answer) { code = answer.error().code; });
        QTRY_VERIFY(code.has_value());
        QCOMPARE(*code, base::ErrorCode::Timeout);
    }
};

REGISTER_TEST(CommandsTest);
#include "test_commands.moc"
