// SPDX-License-Identifier: Apache-2.0
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

const QByteArray twoSlots = R"({"from":"2026-10-24T00:00:00.000Z","to":"2026-10-31T00:00:00.000Z",
"until":"2026-10-25T12:00:00.000Z","more":true,"everything_paused":false,"unreadable":["auto_9"],"slots":[
{"automation_id":"auto_1","automation_name":"NAS Backup","planned_for":"2026-10-24T07:00:00.000Z",
"timezone":"America/New_York","zone_time":"2026-10-24T03:00:00.000-04:00","decision":"wait","reason":"machine_limit",
"expected_start":"2026-10-24T07:00:20.000Z","expected_end":"2026-10-24T07:00:30.000Z","duration_known":false},
{"automation_id":"auto_2","automation_name":"Other","planned_for":"2026-10-25T07:00:00.000Z","timezone":null,
"zone_time":"2026-10-25T08:00:00.000+01:00","decision":"skip","reason":"window","window":"Patch day",
"expected_start":null,"expected_end":null,"duration_known":true}]})";

} // namespace

class ForecastCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void cleanupTestCase() { qunsetenv("TZ"); }

    void slotsAreATableInWords()
    {
        ScriptedServer server([](const Request &) { return json(200, twoSlots); });
        const auto got = runCommand(server, {u"forecast"_s});
        QCOMPARE(got.status, 0);
        QCOMPARE(server.lines(), QList<QByteArray>{"GET /api/forecast"});
        const QStringList lines = QString::fromUtf8(got.out).split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(
            lines.at(1).simplified(),
            u"2026-10-24T09:00:00+02:00 2026-10-24 03:00:00 America/New_York NAS Backup waits, then runs "
            "2026-10-24T09:00:20+02:00 2026-10-24T09:00:30+02:00 (a guess) all places on this machine are taken"_s);
        QCOMPARE(lines.at(2).simplified(),
                 u"2026-10-25T08:00:00+01:00 - Other is skipped - - a maintenance window: Patch day"_s);
        QVERIFY(got.err.contains("more slots from 2026-10-25T13:00:00+01:00 on"));
        QVERIFY(got.err.contains("auto_9"));
    }

    void jsonIsALineASlot()
    {
        ScriptedServer server([](const Request &) { return json(200, twoSlots); });
        const auto got = runCommand(server, {u"forecast"_s, u"--json"_s});
        QCOMPARE(got.out.count('\n'), 4);
        const QJsonArray slots = QJsonDocument::fromJson(got.out).array();
        QCOMPARE(slots.size(), 2);
        QCOMPARE(slots.at(0).toObject().value("local_time"_L1), u"2026-10-24T09:00:00+02:00"_s);
        QCOMPARE(slots.at(0).toObject().value("decision"_L1), u"wait"_s);
        QVERIFY(!got.err.isEmpty());
    }

    void optionsBecomeTheQuery()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"slots":[]})"); });
        const auto got =
            runCommand(server, {u"forecast"_s, u"--days"_s, u"30"_s, u"--automation"_s, u"auto_1"_s, u"--json"_s});
        QCOMPARE(got.out, QByteArray("[]\n"));
        QCOMPARE(server.lines(), QList<QByteArray>{"GET /api/forecast?days=30&automation_id=auto_1"});
    }

    void refusalsAreTold()
    {
        ScriptedServer server([](const Request &) {
            return json(400,
                        R"({"detail":"days must be a whole number from 1 to 366","code":"invalid","field":"days"})");
        });
        const auto got = runCommand(server, {u"forecast"_s, u"--days"_s, u"400"_s});
        QCOMPARE(got.status, 2);
        QVERIFY(got.err.contains("1 to 366"));
    }
};

REGISTER_TEST(ForecastCommandTest);
#include "test_forecast.moc"
