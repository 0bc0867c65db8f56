// SPDX-License-Identifier: Apache-2.0
// Import, export, templates and backups on the command line.
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TransferCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCrontabIsPlannedHereAndMadeThere()
    {
        test::ScriptedServer server([](const test::Request &) {
            return test::json(200, "{\"imported\":1,\"automations\":[{\"id\":\"auto_1\",\"name\":\"x\"}]}");
        });
        const QByteArray text = "CRON_TZ=Europe/Berlin\nMAILTO=a@b\n# nightly\n0,30 2 * * * true\nwhat is this line\n";
        const auto dry = test::runCommand(server, {u"import"_s, u"-"_s, u"--dry-run"_s}, text);
        QVERIFY2(dry.status == 0, dry.err.constData());
        QCOMPARE(dry.out, QByteArray("would import nightly\n"));
        QVERIFY2(dry.err.contains("only the original fires"), dry.err.constData());
        QVERIFY2(dry.err.contains("line 5: not imported"), dry.err.constData());
        QVERIFY2(dry.err.contains("not carried over: MAILTO"), dry.err.constData());
        QVERIFY(server.requests().isEmpty());
        const auto made = test::runCommand(server, {u"import"_s, u"-"_s, u"--format"_s, u"crontab"_s}, text);
        QCOMPARE(made.out, QByteArray("imported auto_1 nightly; it is paused\n"));
        QCOMPARE(server.lines(), QList<QByteArray>{"POST /api/automations/import"});
        const QJsonObject sent = QJsonDocument::fromJson(server.requests().first().body).array().at(0).toObject();
        QCOMPARE(sent.value(u"paused"_s), QJsonValue(true));
        const auto told = test::runCommand(server, {u"import"_s, u"-"_s, u"--json"_s}, text);
        const QJsonObject item = QJsonDocument::fromJson(told.out).array().at(0).toObject();
        QCOMPARE(item.value(u"fires"_s).toObject().value(u"count"_s).toInt(), 10);
    }
    void ourOwnFormatRefersToWhatIsThere()
    {
        test::ScriptedServer server([](const test::Request &request) {
            return request.method == "GET"
                       ? test::json(200, "[{\"id\":\"auto_here\"}]")
                       : test::json(200, "{\"imported\":2,\"automations\":[{\"id\":\"auto_1\"},{\"id\":\"auto_2\"}]}");
        });
        const QByteArray text =
            "[{\"name\":\"a\",\"type\":\"script\",\"params\":{\"command\":\"true\"},\"triggers\":[{\"type\":\"after\","
            "\"automation_id\":\"auto_here\"}]},{\"name\":\"b\",\"type\":\"script\",\"params\":{\"command\":\"true\"},"
            "\"triggers\":[{\"type\":\"after\",\"automation_id\":\"auto_gone\"}]}]";
        const auto made = test::runCommand(server, {u"import"_s, u"-"_s}, text);
        QVERIFY2(made.status == 0, made.err.constData());
        QVERIFY2(made.err.contains("auto_gone") && !made.err.contains("auto_here"), made.err.constData());
        const QJsonArray sent = QJsonDocument::fromJson(server.requests().last().body).array();
        QCOMPARE(sent.at(0).toObject().value(u"triggers"_s).toArray().size(), 1);
        QCOMPARE(sent.at(1).toObject().value(u"triggers"_s).toArray().size(), 0);
    }
    void exportsInThreeFormats()
    {
        test::ScriptedServer server([](const test::Request &) {
            return test::json(
                200, "[{\"id\":\"auto_1\",\"name\":\"Nightly\",\"type\":\"script\",\"version\":3,\"last_run\":null,"
                     "\"params\":{\"command\":\"true\"},\"triggers\":[{\"type\":\"schedule\",\"cron\":\"0 3 * * "
                     "*\",\"timezone\":\"UTC\"}]},{\"id\":\"auto_2\",\"name\":\"Page\",\"type\":\"http\",\"params\":{"
                     "\"url\":\"http://a/\"},\"triggers\":[]}]");
        });
        const auto json = test::runCommand(server, {u"export"_s});
        QCOMPARE(QJsonDocument::fromJson(json.out).array().size(), 2);
        QVERIFY(!json.out.contains("version"));
        const QTemporaryDir folder;
        const auto crontab =
            test::runCommand(server, {u"export"_s, folder.filePath(u"c"_s), u"--format"_s, u"crontab"_s});
        QCOMPARE(crontab.status, 0);
        QVERIFY(crontab.err.contains("not exported: auto_2 Page"));
        QFile written(folder.filePath(u"c"_s));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray lines = written.readAll();
        QVERIFY2(lines.contains("CRON_TZ=UTC\n0 3 * * * true\n"), lines.constData());
        QVERIFY2(!lines.contains("Difference"), lines.constData());
        const auto units = test::runCommand(server, {u"export"_s, u"--format"_s, u"systemd"_s});
        QVERIFY2(units.out.contains("OnCalendar=*-*-* 03:00:00 UTC\n"), units.out.constData());
        QCOMPARE(test::runCommand(server, {u"export"_s, u"--format"_s, u"noba"_s}).status, 2);
    }
    void templatesAreListedAndApplied()
    {
        test::ScriptedServer server([](const test::Request &request) {
            return request.method == "GET"
                       ? test::json(200, "[{\"id\":\"disk\",\"name\":\"Disk\",\"type\":\"script\",\"schedule\":\"0 3 * "
                                         "* *\",\"fields\":[{\"name\":\"most\"}],\"needs\":[\"df\"]}]")
                       : test::json(201, "{\"id\":\"auto_1\",\"name\":\"Mine\",\"status\":\"created\"}");
        });
        const auto list = test::runCommand(server, {u"templates"_s});
        QVERIFY2(list.out.contains("disk") && list.out.contains("most"), list.out.constData());
        const auto made = test::runCommand(
            server, {u"template"_s, u"apply"_s, u"disk"_s, u"--name"_s, u"Mine"_s, u"--set"_s, u"most=9=9"_s});
        QCOMPARE(made.out, QByteArray("created auto_1 Mine\n"));
        const QJsonObject sent = QJsonDocument::fromJson(server.requests().last().body).object();
        QCOMPARE(sent.value(u"values"_s).toObject().value(u"most"_s).toString(), u"9=9"_s);
        QCOMPARE(test::runCommand(server, {u"template"_s, u"apply"_s, u"disk"_s, u"--set"_s, u"x"_s}).status, 2);
    }
    void backupsNeedAWorkspace()
    {
        const QTemporaryDir folder;
        const auto none = test::runHere({u"backup"_s, folder.filePath(u"b"_s), u"--store"_s, folder.path()});
        QCOMPARE(none.status, 3);
        QFile file(folder.filePath(u"text"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no backup") == 9);
        file.close();
        const auto bad = test::runHere({u"restore-backup"_s, file.fileName(), u"--store"_s, folder.path()});
        QVERIFY2(bad.status != 0 && bad.err.contains("not a backup"), bad.err.constData());
    }
};

REGISTER_TEST(TransferCommandsTest);
#include "test_transfercommands.moc"
