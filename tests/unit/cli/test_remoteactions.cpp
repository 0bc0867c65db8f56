// SPDX-License-Identifier: Apache-2.0
// Actions of remote systems on the command line, and where their answers go.
#include "app/cli/net/httpclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray actions = R"([{"name":"get","label":"Get","fields":[{"name":"id","type":"text"}]}])";

test::ScriptedServer::Script answering(const QByteArray &answer)
{
    return [answer](const test::Request &request) {
        return test::json(200, request.method == "GET" ? actions : "{\"answer\":" + answer + '}');
    };
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("it can't be read");
}

} // namespace

class RemoteActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerGoesIntoAFileAsItIs()
    {
        test::ScriptedServer server(answering(R"({"content":"AP/+DQo=","encoding":"base64","size":5})"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.bin"_s);
        const QStringList command{u"remote"_s, u"far"_s, u"get"_s, u"--set"_s, u"id=1"_s, u"--output"_s, path};
        const test::Outcome saved = test::runCommand(server, command);
        QVERIFY2(saved.status == 0, saved.err);
        QCOMPARE(saved.out, "saved " + path.toUtf8() + ", 5 bytes\n");
        QCOMPARE(contentOf(path), QByteArray("\0\xff\xfe\r\n", 5));
        QCOMPARE(server.requests().last().body, "{\"id\":\"1\"}");
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.bin"_s});

        const test::Outcome out = test::runCommand(server, {u"remote"_s, u"far"_s, u"get"_s, u"--output"_s, u"-"_s});
        QCOMPARE(out.out, QByteArray("\0\xff\xfe\r\n", 5));
    }

    void aFileIsReplacedOnlyByForce()
    {
        test::ScriptedServer server(answering(R"({"content":"new","encoding":"utf-8"})"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
        file.close();
        QStringList command{u"remote"_s, u"far"_s, u"get"_s, u"--output"_s, path};
        const test::Outcome refused = test::runCommand(server, command);
        QCOMPARE(refused.status, 5);
        QVERIFY2(refused.err.contains("--force"), refused.err);
        QCOMPARE(contentOf(path), "old");
        QVERIFY(server.requests().isEmpty()); // nothing was done there
        const test::Outcome replaced = test::runCommand(server, command << u"--force"_s << u"--json"_s);
        QVERIFY2(replaced.status == 0, replaced.err);
        QCOMPARE(contentOf(path), "new");
        QVERIFY2(replaced.out.contains("\"bytes\": 3"), replaced.out);
    }

    void whoWaitsForLongIsTold()
    {
        test::ScriptedServer server([](const test::Request &request) {
            return request.method == "GET" ? test::json(200, actions) : test::Reply{};
        });
        const test::Files files;
        const test::FakeClock clock(base::fromMillis(0));
        cli::Command command(test::invocation({u"remote"_s, u"far"_s, u"get"_s}),
                             store::Endpoint{server.url(), "secret-token", 1}, cli::Engine::Running, clock,
                             files.streams());
        QSignalSpy finished(&command, &cli::Command::finished);
        command.start();
        QTRY_VERIFY_WITH_TIMEOUT(files.err().contains("Ctrl+C"), 20'000);
        QVERIFY(finished.isEmpty());
        server.push(test::json(200, R"({"answer":{"n":1}})").bytes);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().toInt(), 0);
        QVERIFY2(files.out().contains('1'), files.out());
    }

    void aRequestMayHaveADeadlineOfItsOwn()
    {
        test::ScriptedServer server([](const test::Request &) {
            return test::Reply{"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[", false};
        });
        cli::HttpClient http(store::Endpoint{server.url(), "t", 1});
        http.setDeadline(std::chrono::milliseconds(50));
        std::optional<base::ErrorCode> usual;
        std::optional<QByteArray> own;
        cli::ApiRequest request;
        request.path = "/api/automations";
        http.send(request, [&usual](const base::Result<QByteArray> &answer) { usual = answer.error().code; });
        request.deadline = std::chrono::hours(1);
        http.send(request, [&own](const base::Result<QByteArray> &answer) { own = answer.value_or("cut off"); });
        QTRY_VERIFY(usual.has_value() && server.requests().size() == 2);
        QVERIFY(!own);
        server.push("]");
        QTRY_VERIFY(own.has_value());
        QCOMPARE(*own, "[]");
    }

    void whatCantBeWrittenIsSaid()
    {
        test::ScriptedServer server(answering(R"("a log\n")"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"no/such/folder"_s);
        const test::Outcome lost = test::runCommand(server, {u"remote"_s, u"far"_s, u"get"_s, u"--output"_s, path});
        QCOMPARE(lost.status, 6);
        QVERIFY2(lost.err.contains(path.toUtf8()), lost.err);
        QCOMPARE(test::runCommand(server, {u"remote"_s, u"far"_s, u"--output"_s, path}).status, 2);
        QCOMPARE(test::runCommand(server, {u"remote"_s, u"far"_s, u"get"_s, u"--force"_s}).status, 2);
    }
};

REGISTER_TEST(RemoteActionsTest);
#include "test_remoteactions.moc"
