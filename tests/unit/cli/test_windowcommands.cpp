// SPDX-License-Identifier: Apache-2.0
// Commands about maintenance windows.
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

namespace {

QString fileWith(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(u"window.json"_s));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

QJsonObject bodyOf(const ScriptedServer &server)
{
    return QJsonDocument::fromJson(server.requests().last().body).object();
}

} // namespace

class WindowCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsAreListed()
    {
        ScriptedServer server([](const Request &) {
            return json(200, "[{\"id\":\"window_1\",\"name\":\"Reboot\",\"autonomy_override\":\"disabled\","
                             "\"scope\":[\"tag:db\",\"auto_1\"],\"recurring\":\"0 3 * * 0\",\"open\":false,"
                             "\"next_start\":null}]");
        });
        const auto table = runCommand(server, {u"windows"_s});
        QCOMPARE(table.status, 0);
        QVERIFY(table.out.contains("window_1"));
        QVERIFY(table.out.contains("tag:db auto_1"));
        QCOMPARE(QJsonDocument::fromJson(runCommand(server, {u"windows"_s, u"--json"_s}).out).array().size(), 1);
        QCOMPARE(server.lines().first(), "GET /api/maintenance"_ba);
    }

    void aWindowIsMadeAndEditedFromAFile()
    {
        const QTemporaryDir folder;
        const QString file = fileWith(folder, "{\"name\":\"Reboot\"}");
        ScriptedServer server([](const Request &) { return json(201, R"({"id":"window_1","status":"created"})"); });
        const auto made = runCommand(server, {u"window"_s, u"create"_s, file});
        QCOMPARE(made.status, 0);
        QCOMPARE(made.out, "created window_1\n"_ba);
        QCOMPARE(bodyOf(server), (QJsonObject{{u"name"_s, u"Reboot"_s}}));
        const auto printed = runCommand(server, {u"window"_s, u"create"_s, file, u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(printed.out).object(), (QJsonObject{{u"id"_s, u"window_1"_s}}));
        QCOMPARE(runCommand(server, {u"window"_s, u"edit"_s, u"window_1"_s, file}).status, 0);
        QCOMPARE(server.lines().last(), "PUT /api/maintenance/window_1"_ba);
        QCOMPARE(runCommand(server, {u"window"_s, u"create"_s, u"/nowhere"_s}).status, 2);
    }

    void eventsOfACalendarBecomeWindows()
    {
        const QTemporaryDir folder;
        const QString file =
            fileWith(folder, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Christmas\r\nDTSTART;VALUE=DATE:20261225\r\n"
                             "RRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Odd\r\nEND:VEVENT\r\n"
                             "END:VCALENDAR\r\n");
        ScriptedServer server([](const Request &) { return json(201, R"([{"id":"window_1","status":"created"}])"); });
        const auto made = runCommand(server, {u"window"_s, u"create"_s, file});
        QCOMPARE(made.out, "created window_1\n"_ba);
        QVERIFY(made.err.contains("left out: Odd"));
        const QJsonArray sent = QJsonDocument::fromJson(server.requests().last().body).array();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().toObject().value("recurring"_L1).toString(), u"0 0 25 12 *"_s);
    }

    void aWindowIsOpenedClosedExtendedAndRemoved()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"id":"window_1","status":"done"})"); });
        for (const QString &verb : {u"activate"_s, u"deactivate"_s}) {
            QCOMPARE(runCommand(server, {u"window"_s, verb, u"window_1"_s}).out, "done window_1\n"_ba);
        }
        QCOMPARE(runCommand(server, {u"window"_s, u"extend"_s, u"window_1"_s, u"--until"_s, u"2026-10-22T15:30:00Z"_s})
                     .status,
                 0);
        QCOMPARE(bodyOf(server).value("until"_L1).toString(), u"2026-10-22T15:30:00.000Z"_s);
        QCOMPARE(runCommand(server, {u"window"_s, u"delete"_s, u"window_1"_s}).out, "deleted window_1\n"_ba);
        QCOMPARE(
            server.lines(),
            (QList<QByteArray>{"POST /api/maintenance/window_1/activate", "POST /api/maintenance/window_1/deactivate",
                               "POST /api/maintenance/window_1/extend", "DELETE /api/maintenance/window_1"}));
        QCOMPARE(runCommand(server, {u"window"_s, u"extend"_s, u"window_1"_s, u"--until"_s, u"soon"_s}).status, 2);
        QCOMPARE(runCommand(server, {u"window"_s, u"extend"_s, u"window_1"_s}).status, 2);
    }

    void versionsAreListedComparedAndRestored()
    {
        ScriptedServer server([](const Request &request) {
            if (request.target.endsWith("/restore")) {
                return json(200, R"({"id":"window_1","name":"Reboot","version":3,"status":"restored"})");
            }
            return json(200, R"([{"id":"window_1","version":2,"name":"Restart","scope":["tag:db"],"updated_by":"bob",
                "updated_at":"2026-10-22T12:00:00.000Z"},{"id":"window_1","version":1,"name":"Reboot","scope":["*"],
                "updated_by":"ann","updated_at":"2026-10-21T12:00:00.000Z"}])");
        });
        const auto listed = runCommand(server, {u"window"_s, u"history"_s, u"window_1"_s});
        const QList<QByteArray> rows = listed.out.split('\n');
        QVERIFY2(rows.at(1).startsWith("2 ") && rows.at(1).endsWith("bob  Restart  name, scope[0]"), rows.at(1));
        QVERIFY2(rows.at(2).startsWith("1 ") && rows.at(2).contains("ann  Reboot"), rows.at(2));
        const auto changed = runCommand(server, {u"window"_s, u"history"_s, u"window_1"_s, u"--diff"_s, u"2"_s});
        QCOMPARE(changed.out, "name: Reboot → Restart\nscope[0]: * → tag:db\n"_ba);
        QCOMPARE(runCommand(server, {u"window"_s, u"history"_s, u"window_1"_s, u"--diff"_s, u"9"_s}).status, 3);
        QCOMPARE(runCommand(server, {u"window"_s, u"restore"_s, u"window_1"_s, u"1"_s}).out, "restored window_1\n"_ba);
        QCOMPARE(server.lines().last(), "POST /api/maintenance/window_1/restore"_ba);
        QCOMPARE(bodyOf(server), (QJsonObject{{u"version"_s, 1}}));
        const auto wrong = runCommand(server, {u"window"_s, u"restore"_s, u"window_1"_s, u"last"_s});
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.err.contains("window history"), wrong.err);
    }

    void aReasonGoesWithTheRunAndAWarningIsTold()
    {
        ScriptedServer server([](const Request &) {
            return json(200, R"({"run_id":"run_1","status":"queued","warnings":["the window Reboot is open"]})");
        });
        const auto got = runCommand(server, {u"run"_s, u"auto_1"_s, u"--override"_s, u"disk full"_s});
        QCOMPARE(got.status, 0);
        QVERIFY(got.err.contains("warning: the window Reboot is open"));
        QCOMPARE(bodyOf(server), (QJsonObject{{u"override"_s, u"disk full"_s}}));
    }
};

REGISTER_TEST(WindowCommandsTest);
#include "test_windowcommands.moc"
