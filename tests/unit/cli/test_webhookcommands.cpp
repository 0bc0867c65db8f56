// SPDX-License-Identifier: Apache-2.0
// Commands about webhooks.
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

class WebhookCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsShownAndChanged()
    {
        ScriptedServer server([](const Request &) {
            return json(200, "{\"automation_id\":\"auto_1\",\"token\":\"abc\",\"url\":\"http://127.0.0.1:1/x/abc\"}");
        });
        const auto shown = runCommand(server, {u"webhook"_s, u"show"_s, u"auto_1"_s});
        QCOMPARE(shown.status, 0);
        QVERIFY(shown.out.contains("http://127.0.0.1:1/x/abc"));
        QCOMPARE(server.lines().last(), "GET /api/automations/auto_1/webhook"_ba);
        const auto rotated = runCommand(server, {u"webhook"_s, u"rotate"_s, u"auto_1"_s, u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(rotated.out).object().value("token"_L1).toString(), u"abc"_s);
        QCOMPARE(server.lines().last(), "POST /api/automations/auto_1/webhook/rotate"_ba);
        QCOMPARE(runCommand(server, {u"webhook"_s, u"rotate"_s, u"webhook"_s}).status, 3);
    }

    void deliveriesAreListedAndDoneAgain()
    {
        ScriptedServer server([](const Request &request) {
            return request.method == "GET"
                       ? json(200, "[{\"id\":\"dlv_1\",\"received_at\":\"2026-11-23T06:00:00.000Z\",\"bytes\":7,"
                                   "\"outcome\":\"refused\",\"detail\":\"paused\",\"run_id\":null}]")
                       : json(202, "{\"id\":\"dlv_2\",\"run_id\":\"run_2\"}");
        });
        const auto listed = runCommand(server, {u"webhook"_s, u"deliveries"_s, u"auto_1"_s, u"--limit"_s, u"5"_s});
        QVERIFY(listed.out.contains("dlv_1") && listed.out.contains("refused") && listed.out.contains("paused"));
        QCOMPARE(server.lines().last(), "GET /api/automations/auto_1/webhook/deliveries?limit=5"_ba);
        const auto again = runCommand(server, {u"webhook"_s, u"replay"_s, u"auto_1"_s, u"dlv_1"_s});
        QCOMPARE(again.out, "run_2\n"_ba);
        QCOMPARE(server.lines().last(), "POST /api/automations/auto_1/webhook/deliveries/dlv_1/replay"_ba);
    }
};

REGISTER_TEST(WebhookCommandsTest);

#include "test_webhookcommands.moc"
