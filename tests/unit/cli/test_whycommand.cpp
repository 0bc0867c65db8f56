// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using test::json;
using test::Request;
using test::runCommand;
using test::ScriptedServer;

namespace {

QJsonObject step(const QString &kind, const QString &outcome, const QString &text)
{
    return {{u"step"_s, kind}, {u"outcome"_s, outcome}, {u"text"_s, text}, {u"evidence"_s, QJsonObject()}};
}

QByteArray skipped()
{
    const QJsonArray steps{step(u"planned"_s, u"ok"_s, u"Its schedule \"0 3 * * *\" planned it."_s),
                           step(u"paused"_s, u"stop"_s, u"kim paused it.\x1b[31m"_s)};
    const QJsonObject subject{
        {u"automation_id"_s, u"auto_1"_s}, {u"name"_s, u"NAS Backup"_s}, {u"run_id"_s, u"run_7"_s}};
    return QJsonDocument(QJsonObject{{u"subject"_s, subject},
                                     {u"at"_s, u"2026-10-22T01:00:00.000Z"_s},
                                     {u"verdict"_s, u"skipped"_s},
                                     {u"text"_s, u"It was skipped."_s},
                                     {u"steps"_s, steps},
                                     {u"previous_slot"_s, u"2026-10-21T01:00:00.000Z"_s},
                                     {u"next_slot"_s, QJsonValue::Null}})
        .toJson();
}

} // namespace

class WhyCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void cleanupTestCase() { qunsetenv("TZ"); }

    void theChainIsALineAStep()
    {
        ScriptedServer server([](const Request &) { return json(200, skipped()); });
        const auto got = runCommand(server, {u"why"_s, u"auto_1"_s, u"--at"_s, u"2026-10-22T03:00:00+02:00"_s});
        QCOMPARE(got.status, 0);
        QCOMPARE(server.lines(), QList<QByteArray>{"GET /api/why/auto_1?at=2026-10-22T03%3A00%3A00%2B02%3A00"});
        QCOMPARE(got.out, QByteArray("NAS Backup, 2026-10-22T03:00:00+02:00, run_7: It was skipped.\n"
                                     "  ok    Its schedule \"0 3 * * *\" planned it.\n"
                                     "  stop  kim paused it.\\x1b[31m\n"
                                     "previous slot  2026-10-21T03:00:00+02:00\n"));
    }

    void jsonIsTheAnswerItself()
    {
        ScriptedServer server([](const Request &) { return json(200, skipped()); });
        const auto got = runCommand(server, {u"why"_s, u"run_7"_s, u"--json"_s});
        QCOMPARE(server.lines(), QList<QByteArray>{"GET /api/why/run_7"});
        QCOMPARE(QJsonDocument::fromJson(got.out).object(), QJsonDocument::fromJson(skipped()).object());
    }

    void whatIsWrongEndsWithItsStatus()
    {
        ScriptedServer server([](const Request &r) {
            return r.target.contains("at=")
                       ? json(
                             400,
                             R"({"detail":"at must be a time such as 2026-10-22T03:00","code":"invalid","field":"at"})")
                       : json(404, R"({"detail":"there is no automation auto_x","code":"not_found","field":null})");
        });
        QCOMPARE(runCommand(server, {u"why"_s, u"auto_x"_s}).status, 3);
        const auto bad = runCommand(server, {u"why"_s, u"auto_x"_s, u"--at"_s, u"soon"_s});
        QCOMPARE(bad.status, 2);
        QVERIFY2(bad.err.contains("2026-10-22T03:00") && bad.err.contains("at"), bad.err.constData());
        const qsizetype asked = server.requests().size();
        QCOMPARE(runCommand(server, {u"why"_s, u".."_s}).status, 3);
        QCOMPARE(server.requests().size(), asked);
    }
};

REGISTER_TEST(WhyCommandTest);
#include "test_whycommand.moc"
