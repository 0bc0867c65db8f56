// SPDX-License-Identifier: Apache-2.0
// Connections, what waits to be sent and what both sides disagree about, over HTTP.
#include "tests/support/registry.h"
#include "tests/unit/server/comers.h"
#include "tests/unit/store/mirrors/someremote.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using test::await;

namespace {

const QByteArray office =
    R"({"name":"Office","provider":"loopback","settings":{"team":"a"},"credential":{"token":"hidden-value"}})";

} // namespace

class RemoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void credentialsGoInAndNeverComeOut()
    {
        test::House house;
        const test::Reply added = house.ask({.method = "POST", .path = "/api/connections", .body = office});
        QCOMPARE(added.status, 201);
        const QByteArray id = added.object().value("id"_L1).toString().toLatin1();
        const QString name = domain::credentialName(base::ConnectionId(QString::fromLatin1(id)), u"token"_s);
        const auto kept = await(house.secrets.get()->read({name}));
        QCOMPARE(kept->value(name), u"hidden-value"_s);
        for (const QByteArray &path :
             {"/api/connections"_ba, "/api/connections/" + id, "/api/secrets"_ba, "/api/audit?limit=0"_ba}) {
            QVERIFY2(!house.get(path).body.contains("hidden-value"), path);
        }
        QVERIFY(!house.get("/api/secrets").body.contains("token"));
        QCOMPARE(house.get("/api/connections/office").object().value("settings"_L1).toObject().value("team"_L1),
                 QJsonValue(u"a"_s));
        const test::Reply renewed = house.ask(
            {.method = "PUT", .path = "/api/connections/" + id, .body = R"({"credential":{"token":"another"}})"});
        QCOMPARE(renewed.status, 200);
        QCOMPARE(await(house.secrets.get()->read({name}))->value(name), u"another"_s);
        QCOMPARE(house.ask({.method = "DELETE", .path = "/api/connections/" + id}).status, 200);
        QVERIFY(!await(house.secrets.get()->read({name})));
        QVERIFY(house.get("/api/connections").json().array().isEmpty());
    }

    void whatIsWrongIsNamedAndNothingIsKept_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("unknown system") << R"({"name":"O","provider":"acme"})"_ba << u"provider"_s;
        QTest::newRow("no name") << R"({"provider":"loopback","credential":{"token":"x"}})"_ba << u"name"_s;
        QTest::newRow("no credential") << R"({"name":"O","provider":"loopback"})"_ba << u"credential.token"_s;
        QTest::newRow("unknown credential")
            << R"({"name":"O","provider":"loopback","credential":{"key":"x"}})"_ba << u"credential.key"_s;
        QTest::newRow("unknown setting")
            << R"({"name":"O","provider":"loopback","settings":{"x":1},"credential":{"token":"x"}})"_ba
            << u"settings.x"_s;
        QTest::newRow("password in the address")
            << R"({"name":"O","provider":"loopback","base_url":"https://a:b@c.org","credential":{"token":"x"}})"_ba
            << u"base_url"_s;
        QTest::newRow("unknown field") << R"({"name":"O","provider":"loopback","pol_s":5})"_ba << u"pol_s"_s;
    }

    void whatIsWrongIsNamedAndNothingIsKept()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, field);
        test::House house;
        const test::Reply reply = house.ask({.method = "POST", .path = "/api/connections", .body = body});
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.object().value("field"_L1).toString(), field);
        QVERIFY(house.get("/api/connections").json().array().isEmpty());
    }

    void theOneThatSpeaksIsAsked()
    {
        test::House house;
        const test::Reply who = house.ask({.method = "POST", .path = "/api/connections/test", .body = office});
        QCOMPARE(who.object().value("who"_L1).toString(), u"ann@there"_s);
        QCOMPARE(house.ask({.method = "POST", .path = "/api/connections", .body = office}).status, 201);
        QCOMPARE(house.ask({.method = "POST", .path = "/api/connections/office/test"}).status, 200);
        QCOMPARE(house.ask({.method = "POST", .path = "/api/connections/sync"}).status, 202);
        QCOMPARE(house.ask({.method = "POST", .path = "/api/connections/office/sync"}).status, 202);
        const QByteArray rotate = "/api/connections/office/actions/rotate";
        const test::Reply done = house.ask({.method = "POST", .path = rotate, .body = R"({"team":"b"})"});
        QCOMPARE(done.object().value("answer"_L1).toObject().value("team"_L1).toString(), u"b"_s);
        QCOMPARE(house.ask({.method = "POST", .path = rotate, .body = R"({"x":1})"}).status, 400);
        QCOMPARE(house.ask({.method = "POST", .path = "/api/connections/office/actions/none"}).status, 404);
        test::addOperator(house, u"eve"_s, domain::Role::User);
        const QByteArray eve = test::tokenOf(house, u"eve"_s, domain::Role::User);
        QCOMPARE(house.ask({.method = "POST", .path = rotate, .token = eve}).status, 403); // it changes something
        QCOMPARE(house.speaker.asked.size(), 5);
        QCOMPARE(house.speaker.asked.first(), u"test hidden-value"_s);
        QCOMPARE(house.get("/api/connections/office/actions").json().array().size(), 1);
    }

    void systemsTellTheirFieldsAndTheKindsThatOnlyTheyRun()
    {
        test::House house;
        const QJsonArray providers = house.get("/api/providers").json().array();
        QCOMPARE(providers.size(), 1);
        const QJsonObject loopback = providers.first().toObject();
        QCOMPARE(loopback.value("settings"_L1)[0]["name"_L1].toString(), u"team"_s);
        const QJsonArray kinds = loopback.value("kinds"_L1).toArray();
        QCOMPARE(kinds.size(), 1);
        const QJsonObject kind = kinds.first().toObject();
        QCOMPARE(kind.value("type"_L1).toString(), u"loopback_probe"_s);
        QCOMPARE(kind.value("label"_L1).toString(), u"Probe"_s);
        QCOMPARE(kind.value("fields"_L1)[0]["name"_L1].toString(), u"target"_s);
        QCOMPARE(kind.value("fields"_L1)[0]["required"_L1], QJsonValue(true));
    }

    void aStreamWaitsForTheLogThatComesAfterTheEnd()
    {
        test::House house;
        const base::ConnectionId connection = test::connectionIn(house.workspace);
        QVERIFY(await(house.workspace->mirrors().see(connection, {test::remoteAutomation(u"77"_s, u"Backup"_s)})));
        test::sawAll(house.workspace, connection);
        const auto run = test::remoteRun(u"5"_s, u"77"_s, domain::RunStatus::Done, house.workspace.clock.now());
        QVERIFY(await(house.workspace->mirrors().seeRuns(connection, {run})));
        const base::RunId seen = await(house.workspace->runs().page({}))->first().id;
        test::Client client(house.port);
        client.send(house.request({.path = "/api/automations/runs/" + seen.text().toLatin1() + "/stream"}));
        QVERIFY(client.readUntilHas("text/event-stream"));
        QVERIFY(!client.received().contains("event: end"));
        QVERIFY(await(house.workspace->mirrors().saveLog(seen, {.bytes = "late\n", .next = u"1"_s, .complete = true})));
        QVERIFY(client.readToEnd());
        QVERIFY(client.received().contains("data: late\n"));
        QVERIFY(client.received().contains("{\"status\":\"done\"}"));
    }

    void aConflictIsDecidedOverHttp()
    {
        test::House house;
        const base::ConnectionId connection = test::connectionIn(house.workspace);
        domain::RemoteAutomation remote = test::remoteAutomation(u"77"_s, u"Backup"_s);
        QVERIFY(await(house.workspace->mirrors().see(connection, {remote})));
        domain::Automation ours = test::mirrored(house.workspace);
        ours.description = u"ours"_s;
        QVERIFY(await(house.workspace->automations().update(ours, u"kim"_s)));
        remote.automation.description = u"theirs"_s;
        QVERIFY(await(house.workspace->mirrors().see(connection, {remote})));
        const QJsonObject conflict = house.get("/api/conflicts").json().array().first().toObject();
        QCOMPARE(conflict.value("what"_L1).toString(), u"fields"_s);
        const QJsonObject field = conflict.value("fields"_L1).toArray().first().toObject();
        QCOMPARE(field.value("field"_L1).toString(), u"description"_s);
        QCOMPARE(field.value("local"_L1).toString(), u"ours"_s);
        QCOMPARE(field.value("remote"_L1).toString(), u"theirs"_s);
        const QJsonObject task = house.get("/api/outbox").json().array().first().toObject();
        QCOMPARE(task.value("waits_for"_L1).toString(), u"a conflict waits for a decision"_s);
        const QByteArray resolve = "/api/conflicts/77/resolve";
        QCOMPARE(house.ask({.method = "POST", .path = resolve, .body = R"({"side":"mine"})"}).status, 400);
        const qint64 here = conflict.value("local_version"_L1).toInteger();
        const QString there = conflict.value("remote_version"_L1).toString();
        const auto decide = [&](qint64 localVersion, const QString &remoteVersion) {
            const QJsonObject choice{
                {u"side"_s, u"remote"_s}, {u"local_version"_s, localVersion}, {u"remote_version"_s, remoteVersion}};
            return house.ask({.method = "POST", .path = resolve, .body = QJsonDocument(choice).toJson()});
        };
        QCOMPARE(decide(here - 1, there).status, 409);
        QCOMPARE(decide(here, u"0123456789abcdef"_s).status, 409);
        QCOMPARE(test::mirrored(house.workspace).description, u"ours"_s);
        const test::Reply half =
            house.ask({.method = "POST", .path = resolve, .body = R"({"side":"remote","local_version":2})"});
        QCOMPARE(half.status, 400);
        QCOMPARE(half.object().value("field"_L1).toString(), u"remote_version"_s);
        QCOMPARE(decide(here, there).status, 200);
        QCOMPARE(house.ask({.method = "POST", .path = resolve, .body = R"({"side":"remote"})"}).status, 404);
        QCOMPARE(test::mirrored(house.workspace).description, u"theirs"_s);
    }

    void nothingIsLostByPublishingUnseen()
    {
        test::House house;
        const base::ConnectionId connection = test::connectionIn(house.workspace);
        domain::Automation automation = test::someAutomation();
        automation.env = {{u"A"_s, u"1"_s}};
        const QByteArray id = house.addAutomation(automation).id.text().toLatin1();
        const QByteArray one = "/api/automations/" + id;
        const QJsonArray losses = house.get(one + "/losses?connection_id=office").json().array();
        QCOMPARE(losses.size(), 1);
        QCOMPARE(losses.first().toObject().value("field"_L1).toString(), u"env"_s);
        const test::Reply asked =
            house.ask({.method = "POST", .path = one + "/publish", .body = R"({"connection_id":"office"})"});
        QCOMPARE(asked.status, 409);
        QVERIFY(asked.object().value("detail"_L1).toString().contains(u"env"_s));
        const test::Reply published = house.ask(
            {.method = "POST", .path = one + "/publish", .body = R"({"connection_id":"office","accept_losses":true})"});
        QCOMPARE(published.status, 202);
        const QJsonObject task = house.get("/api/outbox").json().array().first().toObject();
        QCOMPARE(task.value("task"_L1).toString(), u"create"_s);
        const QByteArray path = "/api/outbox/" + QByteArray::number(task.value("id"_L1).toInt());
        QCOMPARE(house.ask({.method = "POST", .path = path + "/retry"}).status, 200);
        QCOMPARE(house.ask({.method = "DELETE", .path = path}).status, 200);
        QVERIFY(test::mirrored(house.workspace).connectionId.isEmpty()); // it lives here again
        QVERIFY(house.get("/api/outbox?connection_id=" + connection.text().toLatin1()).json().array().isEmpty());
    }
};

REGISTER_TEST(RemoteTest);

#include "test_remote.moc"
