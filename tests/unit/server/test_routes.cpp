// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/table.h"
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const QJsonObject nightly{{u"name"_s, u"NAS Backup"_s},
                          {u"type"_s, u"script"_s},
                          {u"icon"_s, u"fa-database"_s},
                          {u"schedule"_s, u"0 3 * * *"_s},
                          {u"params"_s, QJsonObject{{u"command"_s, u"true"_s}}}};

} // namespace

class RoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup() { m_house.reset(); }

    // Every row of the table times every token: a new route is in here by being in the table.
    void nobodyWithoutTheTokenGetsAnything()
    {
        for (const server::Route &route : server::routes()) {
            if (route.guard != server::Guard::Token) {
                continue; // a secret in the path or the body is the guard
            }
            const QByteArray method = server::methodName(route.method);
            const QByteArray path = route.pattern.toLatin1().replace("{id}", "none");
            for (const QByteArray &token : {QByteArray(), "wrong"_ba, "right-token-012345678X"_ba}) {
                const test::Reply reply = m_house->ask({.method = method, .path = path, .body = "{}", .token = token});
                QVERIFY2(reply.status == 401, method + ' ' + path + " answered " + QByteArray::number(reply.status));
                QCOMPARE(reply.object().value("code"_L1).toString(), u"unauthorized"_s);
                QCOMPARE(reply.header("WWW-Authenticate"), "Bearer"_ba);
            }
            // It looks for itself, or makes what is not there.
            const bool late = route.method != server::Method::Get && route.subject == server::Subject::None;
            if (route.pattern.contains(u"{id}"_s) && !late) {
                QCOMPARE(m_house->ask({.method = method, .path = path, .body = "{"}).status,
                         404); // Before the body is looked at.
            } else if (route.token == server::TokenPlace::Header) {
                const int status = m_house->ask({.method = method, .path = path, .body = "{}"}).status;
                QVERIFY2(status < 300 || status == 400 || (late && status == 404),
                         path + ' ' + QByteArray::number(status));
            }
        }
    }

    void aTokenInTheQueryOpensStreamsOnly()
    {
        QCOMPARE(m_house->ask({.path = "/api/automations?token="_ba + test::House::token, .token = {}}).status, 401);
        QCOMPARE(m_house->ask({.path = "/api/changes?token=wrong", .token = {}}).status, 401);
        test::Client client(m_house->port);
        client.send(m_house->request({.path = "/api/changes?token="_ba + test::House::token, .token = {}}));
        QVERIFY(client.readUntilHas("text/event-stream"));
    }

    void aTicketOpensOneStream()
    {
        const test::Reply issued = m_house->ask({.method = "POST", .path = "/api/stream-tickets"});
        QCOMPARE(issued.status, 201);
        const QByteArray path = "/api/changes?token=" + issued.object().value("ticket"_L1).toString().toLatin1();
        QCOMPARE(path.size(), qsizetype(19 + 64));
        test::Client client(m_house->port);
        client.send(m_house->request({.path = path, .token = {}}));
        QVERIFY(client.readUntilHas("200 OK"));
        QCOMPARE(m_house->ask({.path = path, .token = {}}).status, 401);
    }

    void createdAutomationsHaveTheirShape()
    {
        const test::Reply created =
            m_house->ask({.method = "POST", .path = "/api/automations", .body = compact(nightly)});
        QCOMPARE(created.status, 201);
        QCOMPARE(created.header("X-Content-Type-Options"), "nosniff"_ba);
        QCOMPARE(created.header("Cache-Control"), "no-store"_ba);
        QCOMPARE(created.header("Content-Type"), "application/json"_ba);
        const QJsonObject object = created.object();
        QCOMPARE(object.value("status"_L1).toString(), u"created"_s);
        const QString id = object.value("id"_L1).toString();
        QVERIFY(id.startsWith(u"auto_"_s));

        const QJsonArray items = m_house->get("/api/automations").json().array();
        QCOMPARE(items.size(), 1);
        const QJsonObject item = items.first().toObject();
        QCOMPARE(item.value("schedule"_L1).toString(), u"0 3 * * *"_s);
        QCOMPARE(item.value("icon"_L1).toString(), u"fa-database"_s);
        QVERIFY(item.value("last_run"_L1).isNull());
        QVERIFY(item.value("last_status"_L1).isNull());
        QVERIFY(base::parseIso(item.value("next_run"_L1).toString()).value_or(base::Instant{}) >
                m_house->workspace.clock.now());
        QCOMPARE(item.value("updated_by"_L1).toString(), u"kim"_s);
        QCOMPARE(m_house->get("/api/automations/" + id.toLatin1()).object(), item);
    }

    void anArrayIsCreatedWholeOrNotAtAll()
    {
        QJsonObject wrong = nightly;
        wrong.insert("nmae"_L1, u"x"_s);
        const auto post = [this](const QJsonArray &array) {
            return m_house->ask({.method = "POST", .path = "/api/automations", .body = QJsonDocument(array).toJson()});
        };
        const test::Reply refused = post({nightly, wrong});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.object().value("field"_L1).toString(), u"[1].nmae"_s);
        QCOMPARE(m_house->get("/api/automations").json().array().size(), 0);
        const test::Reply created = post({nightly, nightly});
        QCOMPARE(created.status, 201);
        QCOMPARE(created.json().array().size(), 2);
        QCOMPARE(created.json().array().at(1).toObject().value("status"_L1).toString(), u"created"_s);
    }

    void wrongInputNamesItsPlace_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("hasPosition");
        const QByteArray params = R"("params":{"command":"true"})";
        QTest::newRow("no JSON") << "{\"name\":"_ba << QString() << true;
        QTest::newRow("bad UTF-8") << "{\"name\":\"\xff\"}"_ba << QString() << true;
        QTest::newRow("nested") << QByteArray(5000, '[') << QString() << true;
        QTest::newRow("text") << "\"x\""_ba << QString() << true;
        QTest::newRow("no name") << "{\"type\":\"script\"," + params + "}" << u"name"_s << false;
        QTest::newRow("kind") << "{\"name\":\"a\",\"type\":\"nope\"}"_ba << u"type"_s << false;
        QTest::newRow("param") << R"({"name":"a","type":"script","params":{"comand":"x"}})"_ba << u"params.comand"_s
                               << false;
        QTest::newRow("cron") << R"({"name":"a","type":"script","schedule":"0 25 * * *",)" + params + "}"
                              << u"schedule"_s << true;
        QTest::newRow("schedule") << R"({"name":"a","type":"script","schedule":5,)" + params + "}" << u"schedule"_s
                                  << false;
        QTest::newRow("both")
            << R"({"name":"a","type":"script","schedule":"0 1 * * *","triggers":[{"type":"schedule","cron":"0 2 * * *"}],)" +
                   params + "}"
            << u"schedule"_s << false;
    }
    void wrongInputNamesItsPlace()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        QFETCH(bool, hasPosition);
        const test::Reply reply = m_house->ask({.method = "POST", .path = "/api/automations", .body = body});
        QCOMPARE(reply.status, 400);
        const QJsonObject error = reply.object();
        QCOMPARE(error.value("code"_L1).toString(), u"invalid"_s);
        QCOMPARE(error.value("field"_L1).toString(), field);
        QVERIFY(!error.value("detail"_L1).toString().isEmpty());
        QCOMPARE(error.contains("position"_L1), hasPosition);
    }

    void fieldsNotGivenAreKept()
    {
        const QByteArray path = create();
        const auto put = [&](const QJsonObject &changes) {
            return m_house->ask({.method = "PUT", .path = path, .body = compact(changes)});
        };
        const test::Reply updated = put({{u"name"_s, u"Other"_s}});
        QCOMPARE(updated.status, 200);
        QCOMPARE(updated.object().value("status"_L1).toString(), u"updated"_s);
        QJsonObject shown = m_house->get(path).object();
        QCOMPARE(shown.value("name"_L1).toString(), u"Other"_s);
        QCOMPARE(shown.value("schedule"_L1).toString(), u"0 3 * * *"_s);
        QCOMPARE(put(shown).status, 200); // What was shown can be sent back.

        QCOMPARE(put({{u"schedule"_s, u"0 4 * * *"_s}}).status, 200);
        QCOMPARE(m_house->get(path).object().value("triggers"_L1).toArray().size(), 1);
        QCOMPARE(put(shown).status, 409); // And is stale now.
        shown.remove("version"_L1);
        shown.insert("schedule"_L1, u"0 5 * * *"_s);
        shown.insert("triggers"_L1, m_house->get(path).object().value("triggers"_L1));
        QCOMPARE(put(shown).status, 200);
        QCOMPARE(m_house->get(path).object().value("schedule"_L1).toString(), u"0 5 * * *"_s);
        QCOMPARE(put({{u"schedule"_s, QJsonValue::Null}}).status, 200);
        QVERIFY(m_house->get(path).object().value("next_run"_L1).isNull());
        const QJsonArray versions = m_house->get(path + "/history").json().array();
        QCOMPARE(versions.size(), 6);
        QCOMPARE(versions.last().toObject().value("name"_L1).toString(), u"NAS Backup"_s);
    }

    void pausingStopsTheNextRun()
    {
        const QByteArray path = create();
        const test::Reply paused = m_house->ask({.method = "POST", .path = path + "/pause"});
        QCOMPARE(paused.status, 200);
        QVERIFY(paused.object().value("paused"_L1).toBool());
        QVERIFY(paused.object().value("next_run"_L1).isNull());
        const test::Reply resumed = m_house->ask({.method = "POST", .path = path + "/resume", .body = "{}"});
        QVERIFY(!resumed.object().value("paused"_L1).toBool());
        QVERIFY(resumed.object().value("next_run"_L1).isString());
    }

    void deletedIsGone()
    {
        const QByteArray path = create();
        const test::Reply deleted = m_house->ask({.method = "DELETE", .path = path});
        QCOMPARE(deleted.status, 200);
        QCOMPARE(deleted.object(), (QJsonObject{{u"status"_s, u"deleted"_s}}));
        QCOMPARE(m_house->get(path).status, 404);
        QCOMPARE(m_house->get(path).object().value("code"_L1).toString(), u"not_found"_s);
    }

    void runsHaveTheirShape()
    {
        const QByteArray path = create();
        const test::Reply started = m_house->ask({.method = "POST", .path = path + "/run"});
        QCOMPARE(started.status, 200);
        QCOMPARE(started.object().value("status"_L1).toString(), u"queued"_s);
        QCOMPARE(started.object().value("requested_by"_L1).toString(), u"kim"_s);
        const base::RunId id(started.object().value("run_id"_L1).toString());
        QVERIFY(test::await(m_house->workspace->runs().start(id, 1)));
        m_house->append(id, "\xbctail of a character\nBackup completed.\n");
        m_house->workspace.clock.advance(base::Seconds(42));
        m_house->finish(id);

        const QJsonObject run = m_house->get("/api/automations/runs/" + id.text().toLatin1()).object();
        QCOMPARE(run.value("status"_L1).toString(), u"done"_s);
        QCOMPARE(run.value("started"_L1).toInteger(), base::toMillis(test::tempStoreStart) / 1000);
        QCOMPARE(run.value("finished"_L1).toInteger(), base::toMillis(test::tempStoreStart) / 1000 + 42);
        QCOMPARE(run.value("output"_L1).toString(), u"tail of a character\nBackup completed.\n"_s);
        QCOMPARE(run.value("automation_id"_L1).toString().toLatin1(), path.mid(17));
        const QJsonObject item = m_house->get(path).object();
        QCOMPARE(item.value("last_run"_L1).toInteger(), run.value("started"_L1).toInteger());
        QCOMPARE(item.value("last_status"_L1).toString(), u"done"_s);
        QCOMPARE(m_house->ask({.method = "POST", .path = "/api/automations/runs/" + id.text().toLatin1() + "/cancel"})
                     .status,
                 409);
    }

    void aWorkflowShowsItsSteps()
    {
        const domain::Automation part = m_house->addAutomation();
        domain::Automation flow = test::someAutomation(u"Flow"_s);
        flow.type = u"workflow"_s;
        const domain::Steps steps{{.id = u"a"_s, .automation = part.id, .arguments = {}, .after = {}},
                                  {.id = u"b"_s, .automation = part.id, .arguments = {}, .after = {{u"a"_s}}}};
        flow.params = {{u"steps"_s, domain::toJson(steps)}};
        const domain::Run run = m_house->startRun(m_house->addAutomation(flow).id);
        const QByteArray path = "/api/automations/runs/" + run.id.text().toLatin1();
        QVERIFY(!m_house->get(path).object().contains("steps"_L1)); // it has begun none
        const auto made = test::await(m_house->workspace->runs().requestStep(run.id, {steps[0], {}}));
        const QJsonArray shown = m_house->get(path).object().value("steps"_L1).toArray();
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown[0]["run_id"_L1].toString(), made->id.text());
        QCOMPARE(shown[0]["status"_L1].toString(), u"queued"_s);
        QCOMPARE(shown[0]["automation_name"_L1].toString(), part.name);
        QCOMPARE(shown[1]["status"_L1].toString(), u"waiting"_s);
        QVERIFY(shown[1]["run_id"_L1].isNull());
    }

    void runsAreListedNewestFirst()
    {
        const QByteArray path = create();
        QList<domain::Run> planned(2300);
        for (qsizetype i = 0; i < planned.size(); ++i) {
            planned[i].automationId = base::AutomationId(QString::fromLatin1(path.mid(17)));
            planned[i].trigger = domain::TriggerKind::Schedule;
            planned[i].plannedFor = test::tempStoreStart + base::Seconds(i);
        }
        QStringList ids;
        const QList<domain::Run> stored = test::await(m_house->workspace->runs().plan(planned, {})).value();
        for (const domain::Run &run : stored) {
            ids.prepend(run.id.text());
        }
        QCOMPARE(ids.size(), 2300);
        const auto listed = [this](const QByteArray &query) {
            QStringList found;
            for (const QJsonValue run : m_house->get("/api/automations/runs" + query).json().array()) {
                found.append(run.toObject().value("run_id"_L1).toString());
            }
            return found;
        };
        QCOMPARE(listed(""), ids.first(100));
        QCOMPARE(listed("?limit=0"), ids);
        QCOMPARE(listed("?limit=2000"), ids.first(2000));
        QCOMPARE(listed("?limit=1000"), ids.first(1000));
        QCOMPARE(listed("?limit=3&before=" + ids.at(10).toLatin1()), ids.mid(11, 3));
        const test::Reply cancelled =
            m_house->ask({.method = "POST", .path = "/api/automations/runs/" + ids.at(5).toLatin1() + "/cancel"});
        QCOMPARE(cancelled.object().value("status"_L1).toString(), u"cancelled"_s);
        QCOMPARE(listed("?status=cancelled"), QStringList{ids.at(5)});
        QCOMPARE(listed("?status=cancelled&status=failed,queued&limit=0").size(), ids.size());
        QCOMPARE(listed("?automation_id=nobody"), QStringList());
    }

    void wrongQueriesNameTheirWord_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("field");
        QTest::newRow("limit") << "limit=-1"_ba << u"limit"_s;
        QTest::newRow("word") << "limit=many"_ba << u"limit"_s;
        QTest::newRow("status") << "status=fine"_ba << u"status"_s;
        QTest::newRow("unknown") << "statsu=failed"_ba << u"statsu"_s;
    }
    void wrongQueriesNameTheirWord()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, field);
        const test::Reply reply = m_house->get("/api/automations/runs?" + query);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.object().value("field"_L1).toString(), field);
    }

    void methodsAreToldApart()
    {
        const test::Reply reply = m_house->ask({.method = "PUT", .path = "/api/automations"});
        QCOMPARE(reply.status, 405);
        QCOMPARE(reply.header("Allow"), "GET, POST"_ba);
        QCOMPARE(m_house->ask({.method = "PATCH", .path = "/api/automations"}).status, 405);
        QCOMPARE(m_house->get("/nowhere").status, 404);
        QCOMPARE(m_house->get("/").status, 404);
    }

    void doctorAndDescriptionAnswer()
    {
        const QJsonObject health = m_house->get("/api/doctor").object();
        QVERIFY2(health.value("ok"_L1).toBool(), compact(health));
        QCOMPARE(health.value("store"_L1).toObject().value("path"_L1).toString(), m_house->workspace->directory());
        QVERIFY(health.value("store"_L1).toObject().value("schema"_L1).toInteger() > 0);
        const QJsonObject kept = health.value("kept"_L1).toObject();
        QCOMPARE(kept.value("retention.keep_days"_L1).toInt(), 90);
        QCOMPARE(kept.value("logs.run_mb"_L1).toInt(), 1024);
        QVERIFY(kept.value("runs"_L1).isDouble() && kept.value("logs_used_bytes"_L1).toInteger() > 0);
        const QJsonObject description = m_house->get("/api/openapi.json").object();
        QCOMPARE(description.value("openapi"_L1).toString(), u"3.1.0"_s);
        qsizetype operations = 0;
        for (const QJsonValue path : description.value("paths"_L1).toObject()) {
            operations += path.toObject().size();
        }
        QCOMPARE(operations, server::routes().size());
    }

    void oneConnectionServesManyRequests()
    {
        test::Client client(m_house->port);
        QVERIFY(
            client.send(m_house->request({.path = "/api/automations"}) +
                        m_house->request({.method = "POST", .path = "/api/automations", .body = compact(nightly)})));
        QCOMPARE(client.readReply().status, 200);
        QCOMPARE(client.readReply().status, 201);
        QVERIFY(client.send(m_house->request({.path = "/api/automations"})));
        QCOMPARE(client.readReply().json().array().size(), 1);
    }

    void aClientGoneInTheMiddleIsNoHarm()
    {
        for (int i = 0; i < 200; ++i) {
            test::Client client(m_house->port);
            client.send(m_house->request({.path = i % 2 == 0 ? "/api/automations"_ba : "/api/doctor"_ba}));
        }
        QCOMPARE(m_house->get("/api/automations").status, 200);
    }

private:
    QByteArray create()
    {
        const test::Reply created =
            m_house->ask({.method = "POST", .path = "/api/automations", .body = compact(nightly)});
        return "/api/automations/" + created.object().value("id"_L1).toString().toLatin1();
    }

    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(RoutesTest);
#include "test_routes.moc"
