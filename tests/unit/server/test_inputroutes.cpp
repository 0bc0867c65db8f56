// SPDX-License-Identifier: Apache-2.0
// Runs with arguments, the environment they get, and secrets, over HTTP.
#include "tests/support/registry.h"
#include "tests/unit/server/comers.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

domain::Automation asking()
{
    domain::Automation automation = test::someAutomation();
    domain::Argument host;
    host.name = u"host"_s;
    host.required = true;
    domain::Argument token;
    token.name = u"token"_s;
    token.kind = domain::ArgumentKind::Secret;
    automation.arguments = {host, token};
    automation.env = {{u"URL"_s, u"https://${secret:pw}@h"_s}};
    return automation;
}

} // namespace

class InputRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::House>();
        m_automation = m_house->addAutomation(asking());
    }
    void cleanup() { m_house.reset(); }

    void aRunIsGivenArguments()
    {
        const test::Reply reply = run(R"({"arguments":{"host":"alpha","token":"${secret:api}"}})");
        QCOMPARE(reply.status, 200);
        const QJsonObject expected{{u"host"_s, u"alpha"_s}, {u"token"_s, u"${secret:api}"_s}};
        QCOMPARE(reply.object().value("arguments"_L1).toObject(), expected);
        QVERIFY(m_house->secrets.state.asked.isEmpty());
        QCOMPARE(run(R"({"arguments":["beta"]})").object().value("arguments"_L1).toObject().value("host"_L1).toString(),
                 u"beta"_s);
        const auto last = test::await(m_house->workspace->runs().lastArguments(m_automation.id));
        QCOMPARE(*last, (domain::ArgumentValues{{u"host"_s, u"beta"_s}}));
        QCOMPARE(m_house->addAutomation().arguments.size(), 0);
    }

    void whatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("no body") << QByteArray() << u"arguments.host"_s;
        QTest::newRow("nothing given") << "{}"_ba << u"arguments.host"_s;
        QTest::newRow("unknown") << R"({"arguments":{"host":"a","hots":"b"}})"_ba << u"arguments.hots"_s;
        QTest::newRow("unknown field") << R"({"argumets":{}})"_ba << u"argumets"_s;
        QTest::newRow("no object") << R"({"arguments":7})"_ba << u"arguments"_s;
        QTest::newRow("a list") << "[]"_ba << QString();
    }

    void whatDoesNotFitIsNamed()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        const test::Reply reply = run(body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.object().value("field"_L1).toString(), field);
        QVERIFY(test::await(m_house->workspace->runs().page({}))->isEmpty());
    }

    void aSecretIsLentNotStored()
    {
        const test::Reply reply = run(R"({"arguments":{"host":"a","token":"hunter2"}})");
        QCOMPARE(reply.status, 200);
        const QString id = reply.object().value("run_id"_L1).toString();
        QCOMPARE(m_house->secrets.state.entries.value(id + u"/TOKEN"_s), u"hunter2"_s);
        QVERIFY(!reply.body.contains("hunter2"));
        QVERIFY(!m_house->get("/api/automations/runs").body.contains("hunter2"));
        QCOMPARE(m_house->get("/api/secrets").json().array().size(), 1);
        m_house->secrets.state.keyring = test::Keyring::Locked;
        const test::Reply locked = run(R"({"arguments":{"host":"a","token":"hunter2"}})");
        QCOMPARE(locked.status, 403);
        QVERIFY(locked.object().value("detail"_L1).toString().contains(u"locked"_s));
        QCOMPARE(test::await(m_house->workspace->runs().page({}))->size(), 1);
    }

    void theSameKeyIsTheSameRun()
    {
        const QByteArray body = R"({"arguments":{"host":"alpha"}})";
        const QJsonObject first = run(body, "k-1").object();
        QCOMPARE(first.value("trigger"_L1).toObject().value("key"_L1).toString(), u"k-1"_s);
        m_automation.arguments[0].fallback = u"another"_s; // what is not said may be otherwise by then
        QVERIFY(test::await(m_house->workspace->automations().update(m_automation, u"kim"_s)));
        QCOMPARE(run(body, "k-1").object().value("id"_L1), first.value("id"_L1));
        QCOMPARE(m_house->get("/api/automations/runs").json().array().size(), 1);
        const test::Reply other = run(R"({"arguments":{"host":"beta"}})", "k-1");
        QCOMPARE(other.status, 409);
        QCOMPARE(other.object().value("field"_L1).toString(), u"idempotency-key"_s);
        QVERIFY(run(body, "k-2").object().value("id"_L1) != first.value("id"_L1));
        QVERIFY(!run(body).object().value("trigger"_L1).toObject().contains("key"_L1));
        QCOMPARE(m_house->get("/api/automations/runs").json().array().size(), 3);
        const test::Reply tooLong = run(body, QByteArray(201, 'x'));
        QCOMPARE(tooLong.status, 400);
        QCOMPARE(tooLong.object().value("field"_L1).toString(), u"idempotency-key"_s);
    }

    void aKeyBelongsToWhoGaveIt()
    {
        const QByteArray body = R"({"arguments":{"host":"alpha"}})";
        const QString first = run(body, "k-1").object().value("id"_L1).toString();
        test::addOperator(*m_house, u"eve"_s, domain::Role::User);
        const test::Reply hers = run(body, "k-1", test::tokenOf(*m_house, u"eve"_s, domain::Role::User));
        QCOMPARE(hers.status, 200);
        QVERIFY(hers.object().value("id"_L1).toString() != first);
    }

    void whatIsLentTwiceIsKeptOnce()
    {
        const QByteArray body = R"({"arguments":{"host":"a","token":"hunter2"}})";
        const QString id = run(body, "k-1").object().value("id"_L1).toString();
        QCOMPARE(run(body, "k-1").object().value("id"_L1).toString(), id);
        QCOMPARE(m_house->secrets.state.entries.values().count(u"hunter2"_s), 1);
        QCOMPARE(m_house->secrets.state.entries.value(id + u"/TOKEN"_s), u"hunter2"_s);
    }

    void theEnvironmentSaysWhereItComesFrom()
    {
        const QByteArray id = m_automation.id.text().toLatin1();
        QCOMPARE(variable("/api/automations/" + id + "/environment", u"URL"_s),
                 (QStringList{u"https://${secret:pw}@h"_s, u"automation"_s}));
        const QByteArray ran =
            run(R"({"arguments":{"host":"alpha","token":"hunter2"}})").object().value("id"_L1).toString().toLatin1();
        const QByteArray path = "/api/automations/runs/" + ran + "/environment";
        QCOMPARE(variable(path, u"SIGNALBOX_ARG_HOST"_s), (QStringList{u"alpha"_s, u"argument"_s}));
        QCOMPARE(variable(path, u"SIGNALBOX_RUN_ID"_s), (QStringList{QString::fromLatin1(ran), u"run"_s}));
        QCOMPARE(variable(path, u"HOME"_s).value(1), u"base"_s);
        QVERIFY(!m_house->get(path).body.contains("hunter2"));
        // It is the version it ran that counts.
        domain::Automation later = m_automation;
        later.env.clear();
        QVERIFY(test::await(m_house->workspace->automations().update(later, {})));
        QCOMPARE(variable(path, u"URL"_s).value(1), u"automation"_s);
        QCOMPARE(variable("/api/automations/" + id + "/environment", u"URL"_s), QStringList());
    }

    void secretsAreSetListedAndDeleted()
    {
        const auto put = [this](const QByteArray &name, const QByteArray &body) {
            return m_house->ask({.method = "PUT", .path = "/api/secrets/" + name, .body = body});
        };
        QCOMPARE(put("pw", R"({"value":"hunter2"})").status, 200);
        QCOMPARE(put("short", R"({"value":"abc"})").object().value("masked"_L1).toBool(true), false);
        QCOMPARE(put("a%2Fb", R"({"value":"x"})").object().value("field"_L1).toString(), u"name"_s);
        QCOMPARE(put("pw", R"({"value":""})").object().value("field"_L1).toString(), u"value"_s);
        QCOMPARE(put("pw", R"({"secret":"x"})").object().value("field"_L1).toString(), u"secret"_s);
        const test::Reply listed = m_house->get("/api/secrets");
        QCOMPARE(listed.json().array().size(), 2);
        const QJsonObject first = listed.json().array().first().toObject();
        QCOMPARE(first.value("name"_L1).toString(), u"pw"_s);
        QCOMPARE(first.value("written_by"_L1).toString(), u"kim"_s);
        const QJsonObject use{{u"automation_id"_s, m_automation.id.text()},
                              {u"automation_name"_s, m_automation.name},
                              {u"fields"_s, QJsonArray{u"env.URL"_s}}};
        QCOMPARE(first.value("uses"_L1).toArray(), QJsonArray{use});
        QVERIFY(!listed.body.contains("hunter2"));
        QCOMPARE(m_house->ask({.method = "DELETE", .path = "/api/secrets/pw"}).status, 200);
        QCOMPARE(m_house->ask({.method = "DELETE", .path = "/api/secrets/pw"}).status, 404);
        m_house->secrets.state.keyring = test::Keyring::Missing;
        QCOMPARE(put("pw", R"({"value":"hunter2"})").status, 503);
        QCOMPARE(m_house->ask({.method = "DELETE", .path = "/api/secrets/short"}).status, 503);
    }

private:
    test::Reply run(const QByteArray &body, const QByteArray &key = {}, const QByteArray &token = test::House::token)
    {
        return m_house->ask({.method = "POST",
                             .path = "/api/automations/" + m_automation.id.text().toLatin1() + "/run",
                             .body = body,
                             .token = token,
                             .headers = key.isEmpty() ? QByteArray() : "Idempotency-Key: " + key + "\r\n"});
    }
    /// Value and origin.
    QStringList variable(const QByteArray &path, const QString &name)
    {
        const QJsonArray all = m_house->get(path).json().array();
        for (const QJsonValue value : all) {
            if (value.toObject().value("name"_L1).toString() == name) {
                return {value.toObject().value("value"_L1).toString(), value.toObject().value("from"_L1).toString()};
            }
        }
        return {};
    }

    std::unique_ptr<test::House> m_house;
    domain::Automation m_automation;
};

REGISTER_TEST(InputRoutesTest);
#include "test_inputroutes.moc"
