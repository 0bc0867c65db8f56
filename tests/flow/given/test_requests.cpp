// SPDX-License-Identifier: Apache-2.0
// What of a request reaches the run that it asked for: as arguments, on standard input, as a file, as an event.
#include "tests/flow/given/bundleruns.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

class RequestsTest : public test::BundleRuns
{
    Q_OBJECT

private Q_SLOTS:
    void aScriptReadsItsRequest()
    {
        test::EngineHouse house;
        house.start();
        const domain::Automation automation = house.add(
            u"echo \"$1\"; cat; echo; cat \"$SIGNALBOX_REQUEST\"; echo; stat -c %a \"$SIGNALBOX_REQUEST\""_s, hooked);
        const domain::Run run = finished(house, deliver(house, automation).run);
        QCOMPARE(domain::statusWord(run.status), u"done"_s);
        const QList<QByteArray> lines = house.log(run.id).split('\n');
        QCOMPARE(lines.at(0), "main"_ba);
        QCOMPARE(lines.at(1), body);
        const QJsonObject told = QJsonDocument::fromJson(lines.at(2)).object();
        QCOMPARE(told.value("body"_L1).toObject().value("branch"_L1).toString(), u"main"_s);
        QCOMPARE(told.value("headers"_L1).toObject().value("x-source"_L1).toString(), u"test"_s);
        QCOMPARE(told.value("queryParameters"_L1).toObject().value("q"_L1).toString(), u"1"_s);
        QCOMPARE(lines.at(3), "600"_ba);
    }

    void aRunByHandHasNone()
    {
        test::EngineHouse house;
        house.start();
        const domain::Automation automation = house.add(u"echo \"[${SIGNALBOX_REQUEST-none}]\"; cat"_s, hooked);
        domain::Run asked;
        asked.automationId = automation.id;
        QCOMPARE(house.log(again(house, asked).id), "[none]\n"_ba);
    }

    void aRunOnceMoreHasTheSame()
    {
        test::EngineHouse house;
        house.start();
        const domain::Automation automation = house.add(u"cat"_s, hooked);
        const domain::Run first = finished(house, deliver(house, automation).run);
        const auto more = test::await(house.store->runs().again(first.id, u"tester"_s));
        QVERIFY(more);
        QCOMPARE(house.log(finished(house, more->id).id), body + '\n');
    }

    void aBundleGetsItAsItsEvent()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty()) {
            QSKIP("there is no Node on this machine");
        }
        test::EngineHouse house;
        house.start();
        const domain::Automation automation = add(house, packed(test::handler(u"return event.request"_s)), hooked);
        const QJsonObject request = finished(house, deliver(house, automation).run).result.toObject();
        QCOMPARE(request.value("body"_L1).toObject().value("branch"_L1).toString(), u"main"_s);
        QCOMPARE(request.value("headers"_L1).toObject().value("x-source"_L1).toString(), u"test"_s);
    }

private:
    static void hooked(domain::Automation &automation)
    {
        domain::Argument branch;
        branch.name = u"branch"_s;
        automation.arguments = {branch};
        automation.triggers = {domain::Webhook{}};
    }

    store::Delivery deliver(test::EngineHouse &house, const domain::Automation &automation)
    {
        const auto token = test::await(house.store->webhooks().token(automation.id));
        store::IncomingHook hook{.automation = automation.id, .token = token->token.toLatin1(), .senderId = {}};
        hook.request = {.type = domain::BodyType::Json,
                        .headers = {{u"x-source"_s, u"test"_s}},
                        .query = {{u"q"_s, u"1"_s}},
                        .body = body};
        hook.arguments = domain::argumentsIn(*domain::bodyValue(hook.request), automation.arguments);
        const auto answer = test::await(house.store->webhooks().deliver(hook));
        return answer ? answer->delivery : store::Delivery();
    }

    const QByteArray body = "{\"branch\":\"main\",\"n\":1}";
};

REGISTER_TEST(RequestsTest);

#include "test_requests.moc"
