// SPDX-License-Identifier: Apache-2.0
// Every route against everybody who may come along, from the table of routes itself; and what is decided over HTTP.
#include "app/server/routes/table.h"
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Role;
using test::await;

namespace {

struct Comer
{
    QString name;
    QByteArray token;
    int role = -1; ///< As domain::Role; -1 is nobody.
};

QByteArray tokenOf(test::House &house, const QString &owner, Role role, std::optional<qint64> days = {})
{
    const auto made = await(house.workspace->operators().createToken(
        {.name = u"test"_s, .operatorName = owner, .role = role, .days = days}, u"kim"_s, u"kim"_s));
    return made ? made->secret.toLatin1() : QByteArray();
}

void addOperator(test::House &house, const QString &name, Role role)
{
    QVERIFY(await(house.workspace->operators().add({name, role}, u"kim"_s, u"kim"_s)));
}

QList<Comer> everybody(test::House &house)
{
    QList<Comer> all{{u"no token"_s, {}}, {u"nonsense"_s, "tok_0123456789ab.x"}, {u"the desk"_s, house.token, 3}};
    for (const QString &word : domain::allRoleWords()) {
        const Role role = *domain::roleFromWord(word);
        addOperator(house, u"a "_s + word, role);
        all.append({word, tokenOf(house, u"a "_s + word, Role::Admin), int(role)});
        all.append({u"admin as "_s + word, tokenOf(house, u"kim"_s, role), int(role)});
    }
    const QByteArray revoked = tokenOf(house, u"kim"_s, Role::Admin);
    [&] { QVERIFY(await(house.workspace->operators().revoke(store::tokenIdOf(revoked), u"kim"_s))); }();
    all.append({u"revoked"_s, revoked});
    addOperator(house, u"gone"_s, Role::Admin);
    all.append({u"gone"_s, tokenOf(house, u"gone"_s, Role::Admin)});
    [&] { QVERIFY(await(house.workspace->operators().remove(u"gone"_s, u"kim"_s))); }();
    const QByteArray expired = tokenOf(house, u"kim"_s, Role::Admin, 1);
    house.workspace.clock.advance(24h);
    all.append({u"expired"_s, expired});
    QByteArray forged = tokenOf(house, u"kim"_s, Role::Admin);
    forged.back() = forged.back() == 'A' ? 'B' : 'A';
    all.append({u"forged"_s, forged});
    return all;
}

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
