// SPDX-License-Identifier: Apache-2.0
#include "app/cli/net/runfollower.h"
#include "tests/support/fakeclock.h"
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using test::events;
using test::json;
using test::Reply;
using test::Request;
using test::runCommand;
using test::ScriptedServer;

namespace {

constexpr auto twoLines = "id: 0\ndata: one\n\nid: 1\ndata: two\n\n";
constexpr auto endDone = "event: end\ndata: {\"status\":\"done\"}\n\n";

/// Starts run_1 and answers its stream with what `stream` says.
ScriptedServer::Script oneRun(std::function<Reply(const Request &)> stream, QByteArray status = "done")
{
    return [stream = std::move(stream), status = std::move(status)](const Request &r) {
        if (r.method == "POST") {
            return json(200, R"({"run_id":"run_1","status":"queued"})");
        }
        if (r.target.endsWith("/stream")) {
            return stream(r);
        }
        return json(200, R"({"id":"run_1","reason":"exit code 3","status":")" + status + "\"}");
    };
}

} // namespace

class FollowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runPrintsTheIdAndDoesNotWait()
    {
        ScriptedServer server(oneRun([](const Request &) { return Reply{}; }));
        const auto got = runCommand(server, {u"run"_s, u"auto_1"_s});
        QCOMPARE(got.status, 0);
        QCOMPARE(got.out, QByteArray("run_1\n"));
        QCOMPARE(server.lines(), QList<QByteArray>{"POST /api/automations/auto_1/run"});
        const auto object =
            QJsonDocument::fromJson(runCommand(server, {u"run"_s, u"auto_1"_s, u"--json"_s}).out).object();
        QCOMPARE(object.value("id"_L1).toString(), u"run_1"_s);
    }

    void runFollowPrintsLinesAndEndsWithTheOutcome()
    {
        ScriptedServer good(oneRun([](const Request &) { return events(QByteArray(twoLines) + endDone); }));
        const auto done = runCommand(good, {u"run"_s, u"auto_1"_s, u"--follow"_s});
        QCOMPARE(done.out, QByteArray("one\ntwo\n"));
        QCOMPARE(done.status, 0);
        QVERIFY(done.err.contains("started run_1"));

        ScriptedServer bad(
            oneRun([](const Request &) { return events("event: end\ndata: {\"status\":\"failed\"}\n\n"); }, "failed"));
        const auto failed = runCommand(bad, {u"run"_s, u"auto_1"_s, u"--follow"_s});
        QCOMPARE(failed.status, 1);
        QVERIFY2(failed.err.contains("run_1 is failed: exit code 3"), failed.err.constData());
    }

    void runFollowInJsonIsAnObjectALineAndTheRunLast()
    {
        ScriptedServer server(oneRun([](const Request &) { return events(QByteArray(twoLines) + endDone); }));
        const auto got = runCommand(server, {u"run"_s, u"auto_1"_s, u"--follow"_s, u"--json"_s});
        const QList<QByteArray> lines = got.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.first(), QByteArray(R"({"number":0,"text":"one"})"));
        QCOMPARE(QJsonDocument::fromJson(lines.last()).object().value("id"_L1).toString(), u"run_1"_s);
    }

    void runWaitsWithoutPollingAndWithoutLines()
    {
        for (const bool own : {false, true}) {
            ScriptedServer server(oneRun([](const Request &) { return events(QByteArray(twoLines) + endDone); }));
            QStringList words{u"run"_s, u"auto_1"_s};
            if (!own) {
                words.append(u"--wait"_s);
            }
            const auto got = runCommand(server, words, {}, own ? cli::Engine::Own : cli::Engine::Running);
            QCOMPARE(got.status, 0);
            QCOMPARE(got.out, QByteArray("run_1\n"));
            QCOMPARE(server.requests().size(), 3);
        }
    }

    void aDroppedStreamGoesOnWhereItBroke()
    {
        int streams = 0;
        ScriptedServer server(oneRun([&streams](const Request &) {
            return ++streams == 1 ? events("id: 1\ndata: one\n\nid: 2\nda", true)
                                  : events(QByteArray("id: 2\ndata: two\n\n") + endDone);
        }));
        const auto got = runCommand(server, {u"logs"_s, u"run_1"_s, u"-f"_s});
        QCOMPARE(got.out, QByteArray("one\ntwo\n"));
        QCOMPARE(got.status, 0);
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(!server.requests().at(0).headers.contains("last-event-id"));
        QCOMPARE(server.requests().at(1).headers.value("last-event-id"), QByteArray("1"));
        QCOMPARE(server.requests().at(1).headers.value("authorization"), QByteArray("Bearer secret-token"));
    }

    void anEngineThatStaysAwayIsUnavailable()
    {
        ScriptedServer server([](const Request &) { return events(twoLines, true); });
        cli::HttpClient http(store::Endpoint{server.url(), "t", 1});
        cli::RunFollower follower(http, u"run_1"_s);
        follower.setPatience(std::chrono::milliseconds(500));
        QSignalSpy lines(&follower, &cli::RunFollower::line);
        QSignalSpy failed(&follower, &cli::RunFollower::failed);
        connect(&follower, &cli::RunFollower::line, &server, [&server] { server.close(); });
        follower.start();
        QVERIFY(failed.wait(10000));
        QCOMPARE(lines.size(), 2);
        const auto error = failed.first().first().value<base::Error>();
        QCOMPARE(error.code, base::ErrorCode::Unavailable);
        QVERIFY(error.message().contains(u"did not come back"_s));
    }

    void anUnknownRunIsNotTriedAgain()
    {
        ScriptedServer server(
            [](const Request &) { return json(404, R"({"detail":"there is no run_x","code":"not_found"})"); });
        const auto got = runCommand(server, {u"logs"_s, u"run_x"_s, u"-f"_s});
        QCOMPARE(got.status, 3);
        QCOMPARE(server.requests().size(), 1);
    }

    void followedLinesCanBeChosen()
    {
        ScriptedServer server([](const Request &) {
            return events(
                "id: 5\ndata: error a\n\nid: 6\ndata: fine\n\nid: 7\ndata: error b\n\nid: 8\ndata: error c\n\n");
        });
        const auto got = runCommand(server, {u"logs"_s, u"run_1"_s, u"-f"_s, u"--from"_s, u"5"_s, u"--lines"_s, u"2"_s,
                                             u"--grep"_s, u"^err"_s});
        QCOMPARE(got.out, QByteArray("error a\nerror b\n"));
        QCOMPARE(got.status, 0);
        QCOMPARE(server.requests().first().headers.value("last-event-id"), QByteArray("4"));
    }

    void linesPartedAtCarriageReturnsAreWholeAgain()
    {
        ScriptedServer server(
            [](const Request &) { return events(QByteArray("id: 1\ndata: 1%\ndata: 2%\n\n") + endDone); });
        QCOMPARE(runCommand(server, {u"logs"_s, u"run_1"_s, u"-f"_s}).out, QByteArray("1%\r2%\n"));
    }

    void logsAreReadPageByPage()
    {
        const QByteArray first =
            R"({"first":0,"total":3,"next":2,"lines":[{"number":0,"text":"one"},{"number":1,"text":"two"}]})";
        const QByteArray second =
            R"({"first":2,"total":3,"next":null,"lines":[{"number":2,"stream":"err","at":"x","text":"three"}]})";
        ScriptedServer server(
            [&](const Request &r) { return json(200, r.target.contains("from=2") ? second : first); });
        const auto got = runCommand(server, {u"logs"_s, u"run_1"_s});
        QCOMPARE(got.out, QByteArray("one\ntwo\nthree\n"));
        QCOMPARE(server.lines(), (QList<QByteArray>{"GET /api/automations/runs/run_1/log?from=0&lines=2000",
                                                    "GET /api/automations/runs/run_1/log?from=2&lines=2000"}));
        const auto json = runCommand(server, {u"logs"_s, u"run_1"_s, u"--from"_s, u"2"_s, u"--json"_s});
        QCOMPARE(json.out, QByteArray("{\"at\":\"x\",\"number\":2,\"stream\":\"err\",\"text\":\"three\"}\n"));
    }

    void aPageWithoutMatchesIsNotTheEnd()
    {
        ScriptedServer server([](const Request &r) {
            return json(200, r.target.contains("from=50")
                                 ? R"({"total":90,"next":null,"lines":[{"number":60,"text":"hit"}]})"
                                 : R"({"total":90,"next":50,"lines":[]})");
        });
        QCOMPARE(runCommand(server, {u"logs"_s, u"run_1"_s, u"--grep"_s, u"h"_s}).out, QByteArray("hit\n"));
    }

    void anEngineThatTurnsInCirclesIsLeft()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"total":9,"next":0,"lines":[]})"); });
        QCOMPARE(runCommand(server, {u"logs"_s, u"run_1"_s}).status, 0);
        QCOMPARE(server.requests().size(), 1);
    }

    void logsHandTheirLimitsToTheEngine()
    {
        ScriptedServer server([](const Request &) {
            return json(200, R"({"total":90,"next":10,"lines":[{"number":7,"text":"x"},{"number":9,"text":"y"}]})");
        });
        const auto got = runCommand(
            server, {u"logs"_s, u"run_1"_s, u"--from"_s, u"7"_s, u"--lines"_s, u"2"_s, u"--grep"_s, u"a b"_s});
        QCOMPARE(got.out, QByteArray("x\ny\n"));
        QCOMPARE(server.lines(), QList<QByteArray>{"GET /api/automations/runs/run_1/log?from=7&lines=2&grep=a%20b"});
    }

    void plainLogsAreByteForByte()
    {
        QByteArray bytes;
        for (int i = 0; i < 3 * 1024 * 1024; ++i) {
            bytes += static_cast<char>((static_cast<quint32>(i) * 7919U) >> 3);
        }
        ScriptedServer server([&bytes](const Request &) {
            return Reply{"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: " +
                             QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes,
                         false};
        });
        for (const QStringList &words : {QStringList{u"logs"_s, u"run_1"_s, u"--plain"_s},
                                         QStringList{u"logs"_s, u"--json"_s, u"run_1"_s, u"--plain"_s}}) {
            const auto got = runCommand(server, words);
            QCOMPARE(got.status, 0);
            QVERIFY(got.out == bytes);
        }
        QCOMPARE(server.lines().first(), QByteArray("GET /api/automations/runs/run_1/log?plain=1"));
    }

    void plainLogsOfAnUnknownRunPrintNothing()
    {
        ScriptedServer server([](const Request &) { return json(404, R"({"detail":"there is no run_x"})"); });
        const auto got = runCommand(server, {u"logs"_s, u"run_x"_s, u"--plain"_s});
        QCOMPARE(got.status, 3);
        QVERIFY(got.out.isEmpty());
        QVERIFY(got.err.contains("there is no run_x"));
    }

    void aPlainLogThatBreaksOffIsAnError()
    {
        ScriptedServer server([](const Request &) {
            return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", true};
        });
        QCOMPARE(runCommand(server, {u"logs"_s, u"run_x"_s, u"--plain"_s}).status, 6);
    }

    void ctrlCStopsFollowingOnly()
    {
        ScriptedServer server(oneRun([](const Request &) { return events(twoLines); }));
        const test::Files files;
        const test::FakeClock clock(base::fromMillis(0));
        cli::Command command(test::invocation({u"run"_s, u"auto_1"_s, u"--follow"_s}),
                             store::Endpoint{server.url(), "t", 1}, cli::Engine::Running, clock, files.streams());
        QSignalSpy finished(&command, &cli::Command::finished);
        command.start();
        QTRY_VERIFY(server.lines().contains("GET /api/automations/runs/run_1/stream"));
        std::raise(SIGINT);
        QVERIFY(finished.wait(10000));
        QCOMPARE(finished.first().first().toInt(), 1);
        QVERIFY(files.err().contains("run_1 goes on"));
        QVERIFY(!server.lines().contains("POST /api/automations/runs/run_1/cancel"));
    }
};

REGISTER_TEST(FollowTest);
#include "test_follow.moc"
