// SPDX-License-Identifier: Apache-2.0
// Arguments of runs and secrets on the command line.
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using test::json;
using test::Request;
using test::runCommand;
using test::ScriptedServer;

class CliInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsGoAsTheyAre()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"run_id":"run_1"})"); });
        const auto got = runCommand(server, {u"run"_s, u"auto_1"_s, u"--arg"_s, u"a b=-x=@y\n\"ü"_s, u"--arg=c="_s});
        QCOMPARE(got.status, 0);
        const QJsonObject expected{{u"a b"_s, u"-x=@y\n\"ü"_s}, {u"c"_s, u""_s}};
        const QJsonObject body = QJsonDocument::fromJson(server.requests().first().body).object();
        QCOMPARE(body, (QJsonObject{{u"arguments"_s, expected}}));
        QCOMPARE(runCommand(server, {u"run"_s, u"auto_1"_s}).status, 0);
        QCOMPARE(server.requests().last().body, "");
    }

    void wrongArgumentsAreUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no value") << QStringList{u"--arg"_s, u"a"_s};
        QTest::newRow("no name") << QStringList{u"--arg"_s, u"=a"_s};
        QTest::newRow("twice") << QStringList{u"--arg"_s, u"a=1"_s, u"--arg"_s, u"a=2"_s};
    }

    void wrongArgumentsAreUsage()
    {
        QFETCH(QStringList, words);
        ScriptedServer server([](const Request &) { return json(200, "{}"); });
        const auto got = runCommand(server, QStringList{u"run"_s, u"auto_1"_s} + words);
        QCOMPARE(got.status, 2);
        QVERIFY(!got.err.isEmpty());
        QVERIFY(server.requests().isEmpty());
    }

    void whatTheEngineRefusesIsUsageToo()
    {
        ScriptedServer server([](const Request &) {
            return json(400, R"({"detail":"host is required","code":"invalid","field":"arguments.host"})");
        });
        const auto got = runCommand(server, {u"run"_s, u"auto_1"_s});
        QCOMPARE(got.status, 2);
        QVERIFY2(got.err.contains("host is required"), got.err.constData());
    }

    void aSecretIsReadFromStandardInput_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("value"); // empty: refused
        QTest::newRow("plain") << "p4ss \"w"_ba << u"p4ss \"w"_s;
        QTest::newRow("a line") << "p4ss\n"_ba << u"p4ss"_s;
        QTest::newRow("a line of another system") << "p4ss\r\n"_ba << u"p4ss"_s;
        QTest::newRow("a key of lines") << "begin\nend\n"_ba << u"begin\nend\n"_s;
        QTest::newRow("nothing") << ""_ba << QString();
        QTest::newRow("an empty line") << "\n"_ba << QString();
        QTest::newRow("no text") << "\xff\xfe"_ba << QString();
        QTest::newRow("a zero byte") << QByteArray("a\0b", 3) << QString();
    }

    void aSecretIsReadFromStandardInput()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, value);
        ScriptedServer server([](const Request &) { return json(200, R"({"name":"api","masked":true})"); });
        const auto got = runCommand(server, {u"secret"_s, u"set"_s, u"api"_s}, input);
        QCOMPARE(got.status, value.isEmpty() ? 2 : 0);
        QCOMPARE(server.lines(), value.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{"PUT /api/secrets/api"});
        if (!value.isEmpty()) {
            QCOMPARE(QJsonDocument::fromJson(server.requests().first().body).object(),
                     (QJsonObject{{u"value"_s, value}}));
            QCOMPARE(got.out, "set api\n");
            QCOMPARE(got.err, "");
        }
    }

    void aSecretTooShortToBeMaskedIsTold()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"name":"api","masked":false})"); });
        const auto got = runCommand(server, {u"secret"_s, u"set"_s, u"api"_s}, "abc");
        QCOMPARE(got.status, 0);
        QVERIFY(got.err.contains("too short"));
    }

    void secretsAreListedAndDeleted()
    {
        ScriptedServer server([](const Request &request) {
            return request.method == "DELETE"
                       ? json(200, R"({"status":"deleted"})")
                       : json(200, R"([{"name":"api","written_at":"2026-10-22T01:00:00.000Z","written_by":"ann","uses":
                           [{"automation_id":"auto_1","automation_name":"Backup","fields":["env.A","env.B"]}]},
                           {"name":"pw","written_at":null,"written_by":"","uses":[]}])");
        });
        const auto listed = runCommand(server, {u"secret"_s, u"list"_s});
        QCOMPARE(listed.status, 0);
        QVERIFY2(listed.out.contains("Backup (env.A, env.B)"), listed.out.constData());
        QVERIFY(listed.out.contains("never"));
        const auto gone = runCommand(server, {u"secret"_s, u"delete"_s, u"api"_s});
        QCOMPARE(gone.out, "deleted api\n");
        QCOMPARE(server.lines(), (QList<QByteArray>{"GET /api/secrets", "DELETE /api/secrets/api"}));
    }
};

REGISTER_TEST(CliInputTest);
#include "test_input.moc"
