// SPDX-License-Identifier: Apache-2.0
// Deciding what was changed on both sides: by what was seen, and by nothing else.
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::json;
using test::Request;
using test::runCommand;
using test::ScriptedServer;

namespace {

const QByteArray conflicts = R"([{"automation_id":"auto_1","automation_name":"One","remote_id":"77","what":"fields",
    "fields":[{"field":"description"}],"since":"2026-10-22T03:00:00.000Z","local_version":3,"remote_version":"0a1b"}])";

QJsonObject sent(ScriptedServer &server)
{
    return QJsonDocument::fromJson(server.requests().last().body).object();
}

} // namespace

class ConflictCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStandsThereNowIsWhatItIsDecidedBy()
    {
        ScriptedServer server([](const Request &r) {
            return r.target == "/api/conflicts" ? json(200, conflicts) : json(200, R"({"status":"resolved"})");
        });
        const auto got = runCommand(server, {u"resolve"_s, u"77"_s, u"remote"_s});
        QCOMPARE(got.status, 0);
        QCOMPARE(got.out, "resolved 77\n"_ba);
        QCOMPARE(server.lines(), (QList<QByteArray>{"GET /api/conflicts", "POST /api/conflicts/77/resolve"}));
        QCOMPARE(sent(server), (QJsonObject{{u"side"_s, u"remote"_s},
                                            {u"fields"_s, QJsonObject()},
                                            {u"local_version"_s, 3},
                                            {u"remote_version"_s, u"0a1b"_s}}));
    }

    void whatWasSeenIsSaid()
    {
        ScriptedServer server([](const Request &) {
            return json(409, R"({"detail":"One has changed there since it was looked at","code":"conflict"})");
        });
        const QStringList command{u"resolve"_s, u"auto_1"_s, u"local"_s, u"--seen"_s, u"2:0a1b"_s};
        const auto got = runCommand(server, command);
        QCOMPARE(got.status, 5);
        QVERIFY(got.err.contains("has changed there"));
        QCOMPARE(server.lines(), QList<QByteArray>{"POST /api/conflicts/auto_1/resolve"});
        QCOMPARE(sent(server).value("local_version"_L1).toInt(), 2);
        QCOMPARE(sent(server).value("remote_version"_L1).toString(), u"0a1b"_s);
    }

    void whatCantHaveBeenSeenIsNamed_data()
    {
        QTest::addColumn<QString>("seen");
        for (const char *seen : {"3", "3:", ":0a1b", "x:0a1b", ":"}) {
            QTest::newRow(seen) << QString::fromLatin1(seen);
        }
    }
    void whatCantHaveBeenSeenIsNamed()
    {
        QFETCH(const QString, seen);
        ScriptedServer server([](const Request &) { return json(200, "{}"); });
        const auto got = runCommand(server, {u"resolve"_s, u"auto_1"_s, u"local"_s, u"--seen"_s, seen});
        QCOMPARE(got.status, 2);
        QVERIFY(got.err.contains("--seen"));
        QVERIFY(server.lines().isEmpty());
    }

    void theListSaysWhatToSay()
    {
        ScriptedServer server([](const Request &) { return json(200, conflicts); });
        QVERIFY(runCommand(server, {u"conflicts"_s}).out.contains("3:0a1b"));
    }
};

REGISTER_TEST(ConflictCommandsTest);
#include "test_conflictcommands.moc"
