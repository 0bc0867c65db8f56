// SPDX-License-Identifier: Apache-2.0
// Requests that set off runs: who may, what of them reaches the run, what is refused and what is remembered.
#include "app/domain/hooks/signature.h"
#include "app/server/rates.h"
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;

namespace {

domain::Argument argument(const QString &name, bool required = false)
{
    domain::Argument made;
    made.name = name;
    made.required = required;
    return made;
}

domain::Automation hooked(const QString &secret = {})
{
    domain::Automation automation = test::someAutomation();
    automation.triggers = {domain::Webhook{secret}};
    automation.arguments = {argument(u"branch"_s), argument(u"count"_s)};
    return automation;
}

/// An automation with a webhook, and ways to send to it.
class Hook
{
public:
    explicit Hook(test::House &house, const domain::Automation &automation = hooked())
        : m_house(house), m_automation(house.addAutomation(automation))
    {
        const auto made = await(house.workspace->webhooks().token(m_automation.id));
        token = made ? made->token.toLatin1() : QByteArray();
    }

    test::Reply post(const QByteArray &body, const QByteArray &type = "application/json",
                     const QByteArray &headers = {}) const
    {
        return send({.path = "/api/automations/webhook/" + token, .body = body, .headers = headers, .type = type});
    }
    test::Reply send(test::Ask ask) const
    {
        ask.method = "POST";
        ask.token = {};
        return m_house.ask(ask);
    }
    domain::Run run(const test::Reply &reply) const
    {
        const base::RunId id(reply.object().value("run_id"_L1).toString());
        return await(m_house.workspace->runs().get(id)).value_or(domain::Run{});
    }
    domain::HookRequest request(const test::Reply &reply) const
    {
        const auto request = await(m_house.workspace->webhooks().requestOf(run(reply).id));
        return request && *request ? **request : domain::HookRequest{};
    }
    QList<store::Delivery> deliveries() const
    {
        return await(m_house.workspace->webhooks().deliveries(m_automation.id, 100)).value_or({});
    }
    const base::AutomationId &id() const { return m_automation.id; }
    QByteArray path(const QByteArray &rest) const
    {
        return "/api/automations/" + m_automation.id.text().toLatin1() + rest;
    }

    QByteArray token;

private:
    test::House &m_house;
    domain::Automation m_automation;
};

QByteArray signedHeaders(const QByteArray &key, const QByteArray &id, qint64 at, const QByteArray &body)
{
    const QByteArray stamp = QByteArray::number(at);
    const QByteArray mac =
        QMessageAuthenticationCode::hash(id + '.' + stamp + '.' + body, key, QCryptographicHash::Sha256);
    return "webhook-id: " + id + "\r\nwebhook-timestamp: " + stamp + "\r\nwebhook-signature: v1," + mac.toBase64() +
           "\r\n";
}

} // namespace

class WebhooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup() { m_house.reset(); }

    void aRequestBecomesARun()
    {
        const Hook hook(*m_house);
        const test::Reply reply =
            hook.post("{\"branch\":\"main\",\"count\":3,\"other\":1}", "application/json; charset=utf-8",
                      "X-Source: test\r\nAuthorization: Bearer mine\r\nCookie: a=b\r\n");
        QCOMPARE(reply.status, 202);
        QCOMPARE(reply.object().value("status"_L1).toString(), u"queued"_s);
        const domain::Run run = hook.run(reply);
        QCOMPARE(run.trigger, domain::TriggerKind::Webhook);
        QCOMPARE(run.triggerDetail, reply.object().value("delivery_id"_L1).toString());
        QCOMPARE(run.arguments, (domain::ArgumentValues{{u"branch"_s, u"main"_s}, {u"count"_s, u"3"_s}}));
        const QJsonObject document = domain::requestDocument(hook.request(reply));
        QCOMPARE(document.value("body"_L1).toObject().value("other"_L1).toInt(), 1);
        const QJsonObject headers = document.value("headers"_L1).toObject();
        QCOMPARE(headers.value("x-source"_L1).toString(), u"test"_s);
        QVERIFY(!headers.contains("authorization"_L1) && !headers.contains("cookie"_L1));
        QCOMPARE(hook.deliveries().first().outcome, store::DeliveryOutcome::Accepted);
    }

    void bodiesOfEveryKind_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("branch");
        QTest::addColumn<int>("status");
        const QByteArray json = "application/json";
        const QByteArray form = "application/x-www-form-urlencoded";
        QTest::newRow("form") << form << "branch=a%20b&count=1"_ba << u"a b"_s << 202;
        QTest::newRow("button") << form << "customer=x&task_arguments%5B%5D=arg1&task_arguments[]=arg2"_ba << u"arg1"_s
                                << 202;
        QTest::newRow("by position") << json << "[\"x\",2]"_ba << u"x"_s << 202;
        QTest::newRow("task arguments") << json << "{\"task_arguments\":[\"y\"]}"_ba << u"y"_s << 202;
        QTest::newRow("cloud events") << "application/cloudevents+json"_ba
                                      << "{\"branch\":\"z\"}"_ba << u"z"_s << 202;
        QTest::newRow("text") << "text/plain"_ba
                              << "hello"_ba << QString() << 202;
        QTest::newRow("number") << json << "5"_ba << QString() << 202;
        QTest::newRow("nothing") << json << QByteArray() << QString() << 202;
        QTest::newRow("broken") << json << "{\"branch\":"_ba << QString() << 400;
        QTest::newRow("two values") << json << "1,2"_ba << QString() << 400;
        QTest::newRow("other type") << "application/octet-stream"_ba
                                    << "x"_ba << QString() << 415;
        QTest::newRow("upload") << "multipart/form-data; boundary=x"_ba
                                << "--x--"_ba << QString() << 415;
    }
    void bodiesOfEveryKind()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, branch);
        QFETCH(int, status);
        const Hook hook(*m_house);
        const test::Reply reply = hook.post(body, type);
        QCOMPARE(reply.status, status);
        if (status == 202) {
            QCOMPARE(hook.run(reply).arguments.value(u"branch"_s), branch);
            QCOMPARE(hook.request(reply).body, body);
        }
    }

    void theTokenIsTheGuard()
    {
        const Hook hook(*m_house);
        QVERIFY(hook.token.size() >= 43);
        QVERIFY(!hook.token.contains(hook.id().text().toLatin1()));
        const QByteArray other = "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n";
        QCOMPARE(hook.post("{}", "application/json", other).status, 202);
        QCOMPARE(hook.post("{}", "application/json", "Origin: null\r\n").status, 202);
        QByteArray wrong = hook.token;
        wrong.back() = wrong.back() == '0' ? '1' : '0';
        for (const QByteArray &token : {wrong, hook.id().text().toLatin1(), hook.token.chopped(1), hook.token + '0'}) {
            QCOMPARE(hook.send({.path = "/api/automations/webhook/" + token, .body = "{}"}).status, 404);
        }
        QCOMPARE(m_house->get("/api/automations/webhook/" + hook.token).status, 405);
        // The body of a stranger is not waited for.
        test::Client slow(m_house->port);
        QVERIFY(slow.send(
            "POST /api/automations/webhook/none HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_house->port) +
            "\r\nContent-Type: text/plain\r\nContent-Length: 20000000\r\n\r\n"));
        QCOMPARE(slow.readReply().status, 404);
    }

    void onlyWhoMayEditSeesTheToken()
    {
        const Hook hook(*m_house);
        QVERIFY(m_house->get("/api/automations").body.contains(hook.token));
        QVERIFY(m_house->get(hook.path("")).body.contains(hook.token));
        QVERIFY(m_house->get(hook.path("/webhook")).body.contains(hook.token));
        QVERIFY(!m_house->get(hook.path("/history")).body.contains(hook.token));
        QVERIFY(!m_house->get("/api/audit").body.contains(hook.token));
        const auto viewer = await(m_house->workspace->operators().createToken(
            {.name = u"v"_s, .operatorName = u"kim"_s, .role = domain::Role::User}, u"kim"_s, u"kim"_s));
        const QByteArray low = viewer->secret.toLatin1();
        QVERIFY(!m_house->ask({.path = "/api/automations", .token = low}).body.contains(hook.token));
        QVERIFY(!m_house->ask({.path = hook.path(""), .token = low}).body.contains(hook.token));
        // What was read may be sent back.
        const QJsonObject shown = m_house->get(hook.path("")).object();
        const QByteArray again = QJsonDocument(shown).toJson();
        QCOMPARE(m_house->ask({.method = "PUT", .path = hook.path(""), .body = again}).status, 200);
        QVERIFY(m_house->get(hook.path("")).body.contains(hook.token));
    }

    void aTokenIsChanged()
    {
        Hook hook(*m_house);
        const QByteArray old = hook.token;
        const test::Reply rotated = m_house->ask({.method = "POST", .path = hook.path("/webhook/rotate")});
        QCOMPARE(rotated.status, 200);
        hook.token = rotated.object().value("token"_L1).toString().toLatin1();
        QVERIFY(hook.token != old && hook.token.size() == old.size());
        QCOMPARE(hook.send({.path = "/api/automations/webhook/" + old, .body = "{}"}).status, 404);
        QCOMPARE(hook.post("{}").status, 202);
        // Without the trigger there is none, and with it there is another.
        QCOMPARE(m_house->ask({.method = "PUT", .path = hook.path(""), .body = "{\"triggers\":[]}"}).status, 200);
        QCOMPARE(hook.post("{}").status, 404);
        QCOMPARE(m_house->get(hook.path("/webhook")).status, 404);
        const QByteArray back = "{\"triggers\":[{\"type\":\"webhook\"}]}";
        QCOMPARE(m_house->ask({.method = "PUT", .path = hook.path(""), .body = back}).status, 200);
        QVERIFY(!m_house->get(hook.path("/webhook")).body.contains(hook.token));
        QCOMPARE(m_house->ask({.method = "DELETE", .path = hook.path("")}).status, 200);
    }

    void secretKeysOfOlderCallers()
    {
        const Hook hook(*m_house);
        const QByteArray id = hook.id().text().toLatin1();
        const QByteArray form = "application/x-www-form-urlencoded";
        const QByteArray one = "/job/secret/" + hook.token;
        const QByteArray body = "customer=acme&task=" + id + "&task_arguments%5B%5D=arg1&task_arguments%5B%5D=arg2";
        const QByteArray page = "Origin: null\r\nSec-Fetch-Site: cross-site\r\n";
        const test::Reply button = hook.send({.path = one, .body = body, .headers = page, .type = form});
        QCOMPARE(button.status, 202);
        QCOMPARE(hook.run(button).arguments,
                 (domain::ArgumentValues{{u"branch"_s, u"arg1"_s}, {u"count"_s, u"arg2"_s}}));
        // curl --data-urlencode under the name of JSON
        const QByteArray said = "customer =%20acme&task =%20" + id;
        QCOMPARE(hook.send({.path = one, .body = said}).status, 202);
        QCOMPARE(hook.send({.path = one, .body = "task=auto_other", .type = form}).status, 404);
        QCOMPARE(hook.send({.path = "/acme/task/" + id + "/secret/" + hook.token + "/job", .body = "{}"}).status, 202);
        QCOMPARE(hook.send({.path = "/acme/task/auto_other/secret/" + hook.token + "/job", .body = "{}"}).status, 404);
    }

    void aDeliveryCountsOnce()
    {
        const Hook hook(*m_house);
        const QByteArray id = "X-GitHub-Delivery: 72d3162e\r\n";
        const test::Reply first = hook.post("{}", "application/json", id);
        QCOMPARE(first.status, 202);
        const test::Reply second = hook.post("{\"branch\":\"x\"}", "application/json", id);
        QCOMPARE(second.status, 409);
        QVERIFY(second.body.contains(first.object().value("run_id"_L1).toString().toLatin1()));
        QCOMPARE(hook.deliveries().first().outcome, store::DeliveryOutcome::Duplicate);
        const Hook another(*m_house);
        QCOMPARE(another.post("{}", "application/json", id).status, 202);
        m_house->workspace.clock.advance(24h);
        QCOMPARE(hook.post("{}", "application/json", id).status, 202);
        QCOMPARE(hook.post("{}", "application/json", "Idempotency-Key: " + QByteArray(201, 'x') + "\r\n").status, 400);
    }

    void whatIsPausedAnswersConflict()
    {
        const Hook hook(*m_house);
        QCOMPARE(m_house->ask({.method = "POST", .path = hook.path("/pause")}).status, 200);
        QCOMPARE(hook.post("{}").status, 409);
        QCOMPARE(hook.deliveries().first().outcome, store::DeliveryOutcome::Refused);
        QCOMPARE(m_house->ask({.method = "POST", .path = hook.path("/resume")}).status, 200);
        QCOMPARE(m_house->ask({.method = "POST", .path = "/api/pause"}).status, 200);
        QCOMPARE(hook.post("{}").status, 409);
        QCOMPARE(m_house->ask({.method = "POST", .path = "/api/resume"}).status, 200);
        QCOMPARE(hook.post("{}").status, 202);
    }

    void argumentsAreChecked()
    {
        domain::Automation automation = hooked();
        automation.arguments = {argument(u"branch"_s, true)};
        automation.arguments[0].pattern = u"[a-z]+"_s;
        automation.graceSeconds = 60;
        const Hook hook(*m_house, automation);
        QCOMPARE(hook.post("{}").status, 400);
        QCOMPARE(hook.post("{\"branch\":\"A B\"}").object().value("field"_L1).toString(), u"arguments.branch"_s);
        const test::Reply held = hook.post("{\"branch\":\"main\"}");
        QCOMPARE(held.status, 202);
        QCOMPARE(held.object().value("status"_L1).toString(), u"held"_s);
        QCOMPARE(hook.run(held).status, domain::RunStatus::Held);
    }

    void signedRequests()
    {
        QVERIFY(await(m_house->secrets->set(u"hook"_s, u"old key\nwhsec_bmV3IGtleQ=="_s, u"kim"_s)));
        const Hook hook(*m_house, hooked(u"hook"_s));
        const qint64 now = base::toMillis(m_house->workspace.clock.now()) / 1000;
        const auto status = [&](const QByteArray &headers, const QByteArray &body = "{}") {
            return hook.post(body, "application/json", headers).status;
        };
        QCOMPARE(status({}), 401);
        QCOMPARE(status(signedHeaders("old key", "a", now, "{}")), 202);
        QCOMPARE(status(signedHeaders("new key", "b", now, "{}")), 202);
        QCOMPARE(status(signedHeaders("new key", "b", now, "{}")), 409); // once more
        QCOMPARE(status(signedHeaders("bad key", "c", now, "{}")), 401);
        QCOMPARE(status(signedHeaders("old key", "d", now, "{}"), "{ }"), 401);
        QCOMPARE(status(signedHeaders("old key", "e", now - 299, "{}")), 202);
        QCOMPARE(status(signedHeaders("old key", "f", now - 301, "{}")), 401);
        QCOMPARE(status(signedHeaders("old key", "g", now + 299, "{}")), 202);
        QCOMPARE(status(signedHeaders("old key", "h", now + 301, "{}")), 401);
        const QByteArray mac = QMessageAuthenticationCode::hash("{}", "old key", QCryptographicHash::Sha256).toHex();
        const QByteArray hub = "X-Hub-Signature-256: sha256=" + mac + "\r\n";
        QCOMPARE(status(hub + "X-GitHub-Delivery: 1\r\n"), 202);
        QCOMPARE(status(hub + "X-GitHub-Delivery: 2\r\n"), 409); // what is not signed makes it no other one
        QCOMPARE(hook.deliveries().size(), 12);
        QVERIFY(!m_house->get(hook.path("/webhook/deliveries")).body.contains("old key"));
    }

    void everyBitOfASignatureCounts()
    {
        domain::HookRequest request;
        request.type = domain::BodyType::Json;
        request.body = "{\"a\":1}";
        const base::Instant now = base::fromMillis(1'700'000'000'000);
        const QByteArray bytes = "msg.1700000000.{\"a\":1}";
        const QByteArray mac = QMessageAuthenticationCode::hash(bytes, "k", QCryptographicHash::Sha256);
        const auto holds = [&](const QByteArray &given) {
            request.headers = {{u"webhook-id"_s, u"msg"_s},
                               {u"webhook-timestamp"_s, u"1700000000"_s},
                               {u"webhook-signature"_s, u"v0,x v1,"_s + QString::fromLatin1(given.toBase64())}};
            return domain::verifyHook(request, {"k"}, now).has_value();
        };
        QVERIFY(holds(mac));
        for (int bit = 0; bit < mac.size() * 8; ++bit) {
            QByteArray flipped = mac;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!holds(flipped));
        }
        QVERIFY(!holds({}));
        QVERIFY(!domain::verifyHook(request, {}, now)); // no key is no signature
    }

    void aDeliveryIsDoneAgain()
    {
        const Hook hook(*m_house);
        const test::Reply first = hook.post("{\"branch\":\"main\"}", "application/json", "X-GitHub-Delivery: 9\r\n");
        const QByteArray id = first.object().value("delivery_id"_L1).toString().toLatin1();
        const test::Reply again =
            m_house->ask({.method = "POST", .path = hook.path("/webhook/deliveries/" + id + "/replay")});
        QCOMPARE(again.status, 202);
        QCOMPARE(again.object().value("replay_of"_L1).toString().toLatin1(), id);
        QVERIFY(again.object().value("run_id"_L1) != first.object().value("run_id"_L1));
        QCOMPARE(hook.run(again).arguments.value(u"branch"_s), u"main"_s);
        QCOMPARE(hook.request(again), hook.request(first));
        const QJsonArray listed = m_house->get(hook.path("/webhook/deliveries?limit=1")).json().array();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.first().toObject().value("id"_L1), again.object().value("id"_L1));
        const QByteArray none = hook.path("/webhook/deliveries/dlv_none/replay");
        QCOMPARE(m_house->ask({.method = "POST", .path = none}).status, 404);
        const Hook another(*m_house);
        const QByteArray foreign = another.path("/webhook/deliveries/" + id + "/replay");
        QCOMPARE(m_house->ask({.method = "POST", .path = foreign}).status, 404);
    }

    void oneTokenIsNotUsedTooOften()
    {
        server::Limits limits;
        limits.hookRate = 2;
        limits.hookBurst = 3;
        m_house = std::make_unique<test::House>(limits);
        const Hook hook(*m_house);
        const Hook other(*m_house);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(hook.post("{}").status, 202);
        }
        const test::Reply refused = hook.post("{}");
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("Retry-After"), "1"_ba);
        QCOMPARE(other.post("{}").status, 202);
        m_house->workspace.clock.advance(1s);
        QCOMPARE(hook.post("{}").status, 202);
        QCOMPARE(hook.post("{}").status, 202);
        QCOMPARE(hook.post("{}").status, 429);
    }

    void aWindowTakesNoneUntilItsSettingsSaySo()
    {
        m_house =
            std::make_unique<test::House>(server::Limits(), domain::ContentCheck(), server::TokenUse::AsSettingsSay);
        const Hook hook(*m_house);
        QCOMPARE(hook.post("{}").status, 401);
        const auto on = m_house->workspace->settings().set(QLatin1StringView(store::setting::localApi), true);
        QVERIFY(await(on));
        QCOMPARE(hook.post("{}").status, 202);
    }

    void largeBodies()
    {
        const Hook hook(*m_house);
        const QByteArray large(3 * 1024 * 1024, 'x');
        const test::Reply reply = hook.post(large, "text/plain");
        QCOMPARE(reply.status, 202);
        QCOMPARE(hook.request(reply).body, large);
        QCOMPARE(hook.post(QByteArray(25 * 1024 * 1024 + 1, 'x'), "text/plain").status, 413);
    }

private:
    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(WebhooksTest);

#include "test_webhooks.moc"
