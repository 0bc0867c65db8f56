// SPDX-License-Identifier: Apache-2.0
// Every route against everybody who may come along, from the table of routes itself; and what is decided over HTTP.
#include "app/server/routes/table.h"
#include "tests/support/registry.h"
#include "tests/unit/server/comers.h"
#include "tests/unit/store/mirrors/someremote.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Role;
using test::addOperator;
using test::await;
using test::Comer;
using test::everybody;
using test::tokenOf;

namespace {

domain::Automation asking(qint64 quorum)
{
    domain::Automation automation = test::someAutomation();
    automation.approval = domain::ApprovalPolicy{};
    automation.approval->quorum = quorum;
    return automation;
}

} // namespace

class RightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteAgainstEverybody();
    void aRequestIsDecidedOverHttp();
    void whatIsHiddenIsNotThere();
    void nobodyHidesAnythingFromThemselves();
    void theAuditSaysFromWhere();
    void aRequestSaysWhatIsDifferent();
    void calendarsAreKept();
    void operatorsAndTokensAreKept();
    void theAuditIsExportedAndVerified();
    void aWindowLetsOperatorsInWhenItsSettingsSaySo();
};

void RightsTest::everyRouteAgainstEverybody()
{
    test::House house;
    const QList<Comer> comers = everybody(house);
    int looked = 0;
    for (const server::Route &route : server::routes()) {
        if (route.token == server::TokenPlace::Query) {
            continue; // a stream does not end by itself; see the tests of streams
        }
        if (route.guard != server::Guard::Token) {
            continue; // whoever knows the secret in it may; see the tests of webhooks and of logins
        }
        QString path = route.pattern;
        path.replace(QRegularExpression(u"\\{[a-z]+\\}"_s), u"none"_s);
        for (const Comer &comer : comers) {
            const bool enough = comer.role >= int(server::Right(route.right));
            if (enough && comer.name == u"the desk"_s && route.method != server::Method::Get) {
                continue; // others of its right go that way
            }
            const test::Reply reply =
                house.ask({.method = server::methodName(route.method), .path = path.toLatin1(), .token = comer.token});
            const QString what =
                u"%1 %2 for %3: %4"_s.arg(QString::fromLatin1(server::methodName(route.method)), path, comer.name)
                    .arg(reply.status);
            if (comer.role < 0) {
                QVERIFY2(reply.status == 401, qPrintable(what));
            } else {
                QVERIFY2((reply.status == 403) != enough && reply.status != 401, qPrintable(what));
            }
            ++looked;
        }
    }
    QVERIFY(looked > 500);
}

void RightsTest::aRequestIsDecidedOverHttp()
{
    test::House house;
    addOperator(house, u"bob"_s, Role::Operator);
    addOperator(house, u"eve"_s, Role::User);
    const QByteArray bob = tokenOf(house, u"bob"_s, Role::Operator);
    const domain::Automation automation = house.addAutomation(asking(1));
    const domain::Run run = await(house.workspace->runs().request(automation.id, u"kim"_s)).value();
    QVERIFY(await(house.workspace->approvals().ask(run.id)));
    const QJsonObject request = house.get("/api/approvals").json().array().first().toObject();
    QCOMPARE(request.value("run_id"_L1).toString(), run.id.text());
    QCOMPARE(request.value("status"_L1).toString(), u"pending"_s);
    const QByteArray path = "/api/approvals/" + request.value("id"_L1).toString().toLatin1();
    QCOMPARE(house.get(path).object().value("quorum"_L1).toInt(), 1);
    QCOMPARE(house.ask({.method = "POST", .path = path + "/approve"}).status, 403); // their own request
    QCOMPARE(
        house.ask({.method = "POST", .path = path + "/approve", .token = tokenOf(house, u"eve"_s, Role::Admin)}).status,
        403);
    QCOMPARE(house.ask({.method = "POST", .path = path + "/approve", .body = "{\"commend\":1}", .token = bob}).status,
             400);
    const test::Reply approved =
        house.ask({.method = "POST", .path = path + "/approve", .body = "{\"comment\":\"fine\"}", .token = bob});
    QCOMPARE(approved.status, 200);
    QCOMPARE(approved.object().value("status"_L1).toString(), u"approved"_s);
    QCOMPARE(house.ask({.method = "POST", .path = path + "/reject", .token = bob}).status, 409);
    QCOMPARE(house.get("/api/approvals").json().array().size(), 0);
    QCOMPARE(house.get("/api/approvals?status=approved").json().array().size(), 1);
    QCOMPARE(house.get("/api/approvals?status=open").status, 400);
    QCOMPARE(house.get("/api/approvals/req_none").status, 404);
    QCOMPARE(await(house.workspace->runs().get(run.id)).value().status, domain::RunStatus::Queued);
}

/// Every route about one automation, its runs and its requests, by everybody its list does not name.
void RightsTest::whatIsHiddenIsNotThere()
{
    test::House house;
    domain::Automation secret = asking(1);
    secret.acl = {u"ann"_s, u"role:operator"_s};
    secret.triggers = {domain::Webhook{}};
    const domain::Automation automation = house.addAutomation(secret);
    const domain::Automation open = house.addAutomation(test::someAutomation(u"Open"_s));
    const base::ConnectionId home = test::connectionIn(house.workspace);
    const domain::Run run = await(house.workspace->runs().request(automation.id, u"kim"_s)).value();
    await(house.workspace->runs().request(open.id, u"kim"_s)).value();
    QVERIFY(await(house.workspace->approvals().ask(run.id)));
    const QByteArray request =
        house.get("/api/approvals").json().array().first().toObject().value("id"_L1).toString().toLatin1();
    for (const auto &[name, role] : {std::pair(u"ann"_s, Role::Viewer), std::pair(u"vic"_s, Role::Viewer),
                                     std::pair(u"uma"_s, Role::User), std::pair(u"olaf"_s, Role::Operator)}) {
        addOperator(house, name, role);
        const QByteArray token = tokenOf(house, name, Role::Admin);
        const bool sees = name == "ann"_L1 || role == Role::Operator;
        const auto count = [&](const QByteArray &path) {
            return house.ask({.path = path, .token = token}).json().array().size();
        };
        QCOMPARE(count("/api/automations"), sees ? 2 : 1);
        QCOMPARE(count("/api/automations/runs"), sees ? 2 : 1);
        QCOMPARE(count("/api/queue"), sees ? 2 : 1);
        QCOMPARE(count("/api/approvals"), sees ? 1 : 0);
        int looked = 0;
        for (const server::Route &route : server::routes()) {
            QString path = route.pattern;
            const bool ofAutomation =
                route.subject == server::Subject::Automation || path == "/api/automations/{id}/restore"_L1;
            const bool ofWhy = path == "/api/why/{id}"_L1;
            const QByteArray id = ofAutomation || ofWhy                        ? automation.id.text().toLatin1()
                                  : route.subject == server::Subject::Run      ? run.id.text().toLatin1()
                                  : route.subject == server::Subject::Approval ? request
                                                                               : QByteArray();
            const bool changes = route.method != server::Method::Get;
            const bool ofCode = !path.startsWith("/api/"_L1); // Defender's, where this automation is none
            if (id.isEmpty() || route.token == server::TokenPlace::Query || (sees && (changes || ofCode))) {
                continue;
            }
            path.replace(u"{id}"_s, QString::fromLatin1(id));
            path += path.endsWith("/losses"_L1) ? u"?connection_id="_s + home.text() : QString();
            const int status =
                house.ask({.method = server::methodName(route.method), .path = path.toLatin1(), .token = token}).status;
            const bool enough = role >= Role(int(server::Right(route.right)));
            const QString what = u"%1 for %2: %3"_s.arg(path, name).arg(status);
            // Whether it may be done by nobody of the role is no secret; whether it is there is.
            QVERIFY2(status == (!enough ? 403 : sees ? 200 : 404), qPrintable(what));
            ++looked;
        }
        QVERIFY(looked > 5);
    }
    QVERIFY(await(house.workspace->automations().remove(automation.id, u"kim"_s)));
    const QByteArray vic = tokenOf(house, u"vic"_s, Role::Admin);
    QCOMPARE(house.ask({.path = "/api/automations/runs", .token = vic}).json().array().size(), 1); // runs stay hidden
}

void RightsTest::nobodyHidesAnythingFromThemselves()
{
    test::House house;
    addOperator(house, u"olaf"_s, Role::Operator);
    const QByteArray olaf = tokenOf(house, u"olaf"_s, Role::Operator);
    const domain::Automation automation = house.addAutomation();
    const QByteArray path = "/api/automations/" + automation.id.text().toLatin1();
    const auto put = [&](const QByteArray &acl) {
        return house.ask({.method = "PUT", .path = path, .body = "{\"acl\":" + acl + "}", .token = olaf});
    };
    QCOMPARE(put("[\"role:admin\"]").status, 400);
    QCOMPARE(put("[\"role:boss\"]").object().value("field"_L1).toString(), u"acl[0]"_s);
    QCOMPARE(put("\"olaf\"").status, 400);
    QCOMPARE(put("[\"olaf\"]").status, 200);
    QCOMPARE(house.get(path).object().value("acl"_L1).toArray(), QJsonArray{u"olaf"_s});
    QCOMPARE(put("null").status, 200);
    QCOMPARE(house.get(path).object().value("acl"_L1).toArray(), QJsonArray());
}

void RightsTest::theAuditSaysFromWhere()
{
    test::House house;
    addOperator(house, u"olaf"_s, Role::Operator);
    const QByteArray olaf = tokenOf(house, u"olaf"_s, Role::Operator);
    const domain::Automation automation = house.addAutomation();
    const QByteArray path = "/api/automations/" + automation.id.text().toLatin1() + "/pause";
    QCOMPARE(house.ask({.method = "POST", .path = path, .token = olaf}).status, 200);
    QCOMPARE(house.ask({.method = "POST", .path = "/api/pause", .headers = "User-Agent: signalbox/1\r\n"}).status, 200);
    QCOMPARE(house.ask({.method = "POST", .path = "/api/resume"}).status, 200);
    const QJsonArray rows = house.get("/api/audit?limit=3").json().array();
    QCOMPARE(rows.at(0).toObject().value("from"_L1).toString(), u"local API"_s);
    QCOMPARE(rows.at(1).toObject().value("from"_L1).toString(), u"command line"_s);
    QCOMPARE(rows.at(2).toObject().value("from"_L1).toString(), u"API token test"_s);
    QCOMPARE(rows.at(2).toObject().value("by"_L1).toString(), u"olaf"_s);
    QCOMPARE(house.get("/api/audit?q=token").json().array().size(), 2); // made, and used
    QVERIFY(house.get("/api/audit/verify").object().value("ok"_L1).toBool());
}

void RightsTest::aRequestSaysWhatIsDifferent()
{
    test::House house;
    addOperator(house, u"bob"_s, Role::Operator);
    const QByteArray bob = tokenOf(house, u"bob"_s, Role::Operator);
    domain::Automation automation = house.addAutomation(asking(1));
    const auto ask = [&] {
        const domain::Run run = await(house.workspace->runs().request(automation.id, u"kim"_s)).value();
        await(house.workspace->approvals().ask(run.id)).value();
        return house.get("/api/approvals").json().array().first().toObject().value("id"_L1).toString().toLatin1();
    };
    const QByteArray first = ask();
    QVERIFY(house.get("/api/approvals/" + first).object().value("difference"_L1).toObject().value("last"_L1).isNull());
    QCOMPARE(house.ask({.method = "POST", .path = "/api/approvals/" + first + "/approve", .token = bob}).status, 200);
    automation.params.insert("command"_L1, u"one\ntwo"_s);
    automation = await(house.workspace->automations().update(automation, u"kim"_s)).value();
    const QJsonObject difference = house.get("/api/approvals/" + ask()).object().value("difference"_L1).toObject();
    QCOMPARE(difference.value("last"_L1).toObject().value("id"_L1).toString().toLatin1(), first);
    const QJsonArray changes = difference.value("changes"_L1).toArray();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().toObject().value("field"_L1).toString(), u"params.command"_s);
    QVERIFY(changes.first().toObject().value("lines"_L1).toArray().size() >= 2);
}

void RightsTest::calendarsAreKept()
{
    test::House house;
    const QByteArray all = "/api/maintenance/calendars";
    const auto post = [&](const QByteArray &body) { return house.ask({.method = "POST", .path = all, .body = body}); };
    QCOMPARE(post("{\"name\":\"Holidays\"}").object().value("field"_L1).toString(), u"source"_s);
    QCOMPARE(post("{\"name\":\"H\",\"source\":\"ftp://a/b\"}").status, 400);
    QCOMPARE(post("{\"name\":\"H\",\"source\":\"/a.ics\",\"scope\":3}").status, 400);
    QCOMPARE(post("{\"name\":\"H\",\"source\":\"/a.ics\",\"colour\":3}").status, 400);
    const test::Reply made = post("{\"name\":\"Holidays\",\"source\":\"/a.ics\",\"scope\":[\"tag:x\"]}");
    QCOMPARE(made.status, 201);
    const QByteArray one = all + '/' + made.object().value("id"_L1).toString().toLatin1();
    QCOMPARE(
        house.ask({.method = "PUT", .path = one, .body = "{\"every_s\":900}"}).object().value("every_s"_L1).toInt(),
        900);
    QCOMPARE(house.ask({.method = "POST", .path = one + "/refresh"}).status, 200);
    QCOMPARE(house.get(all).json().array().size(), 1);
    QCOMPARE(house.ask({.method = "DELETE", .path = one}).status, 200);
    QCOMPARE(house.ask({.method = "DELETE", .path = one}).status, 404);
}

void RightsTest::operatorsAndTokensAreKept()
{
    test::House house;
    const auto post = [&house](const QByteArray &path, const QByteArray &body) {
        return house.ask({.method = "POST", .path = path, .body = body});
    };
    QCOMPARE(post("/api/operators", "{\"name\":\"bob\",\"role\":\"user\"}").status, 201);
    QCOMPARE(post("/api/operators", "{\"name\":\"bob\",\"role\":\"user\"}").status, 409);
    QCOMPARE(post("/api/operators", "{\"name\":\"kim\",\"role\":\"user\"}").status, 409); // the desk
    QCOMPARE(post("/api/operators", "{\"name\":\"a:b\",\"role\":\"user\"}").status, 400);
    QCOMPARE(post("/api/operators", "{\"name\":\"cid\",\"role\":\"boss\"}").status, 400);
    const test::Reply made =
        post("/api/tokens", "{\"name\":\"ci\",\"role\":\"admin\",\"operator\":\"bob\",\"expires_days\":2}");
    QCOMPARE(made.status, 201);
    const QByteArray token = made.object().value("token"_L1).toString().toLatin1();
    const QByteArray id = made.object().value("id"_L1).toString().toLatin1();
    QCOMPARE(post("/api/tokens", "{\"name\":\"ci\",\"role\":\"admin\",\"operator\":\"zoe\"}").status, 404);
    const QByteArray listed = house.get("/api/tokens").body;
    QVERIFY(listed.contains(id) && !listed.contains(token));
    const auto status = [&house, &token](const QByteArray &path) {
        return house.ask({.path = path, .token = token}).status;
    };
    QCOMPARE(status("/api/automations"), 200);
    QCOMPARE(status("/api/secrets"), 403); // bob is a user, whatever the token says
    QCOMPARE(house.ask({.method = "PUT", .path = "/api/operators/bob", .body = "{\"role\":\"operator\"}"}).status, 200);
    QCOMPARE(status("/api/secrets"), 200);
    QCOMPARE(house.ask({.method = "DELETE", .path = "/api/tokens/" + id}).status, 200);
    QCOMPARE(status("/api/automations"), 401);
    QCOMPARE(house.ask({.method = "DELETE", .path = "/api/operators/bob"}).status, 200);
    QCOMPARE(house.ask({.method = "DELETE", .path = "/api/operators/bob"}).status, 404);
    QCOMPARE(house.get("/api/operators").json().array().size(), 1);
}

void RightsTest::theAuditIsExportedAndVerified()
{
    test::House house;
    house.addAutomation();
    const QByteArray text = house.get("/api/audit/export").body;
    QCOMPARE(domain::verifyExport(text).value_or(-1), 1);
    const QJsonObject verified = house.get("/api/audit/verify").object();
    QVERIFY(verified.value("ok"_L1).toBool());
    QCOMPARE(verified.value("rows"_L1).toInt(), 1);
    QCOMPARE(house.get("/api/audit?q=create").json().array().size(), 1);
    QCOMPARE(house.get("/api/audit?q=dismiss").json().array().size(), 0);
}

void RightsTest::aWindowLetsOperatorsInWhenItsSettingsSaySo()
{
    test::House house({}, {}, server::TokenUse::AsSettingsSay);
    addOperator(house, u"ann"_s, Role::Admin);
    const QByteArray token = tokenOf(house, u"ann"_s, Role::Admin);
    QCOMPARE(house.ask({.path = "/api/automations", .token = token}).status, 401);
    QCOMPARE(house.get("/api/automations").status, 200); // the private token
    const auto switchTo = [&](bool on) {
        return await(house.workspace->settings().set(QLatin1StringView(store::setting::localApi), on)).has_value();
    };
    QVERIFY(switchTo(true));
    QCOMPARE(house.ask({.path = "/api/automations", .token = token}).status, 200);
    QVERIFY(switchTo(false));
    QCOMPARE(house.ask({.path = "/api/automations", .token = token}).status, 401);
}

REGISTER_TEST(RightsTest);

#include "test_rights.moc"
