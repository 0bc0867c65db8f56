// SPDX-License-Identifier: Apache-2.0
// The document says of every route what it takes and answers, and every route answers so: House holds each answer
// against the document, and here each route is made to answer.
#include "app/server/routes/openapi.h"
#include "app/server/routes/table.h"
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"
#include "tests/unit/store/mirrors/someremote.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using test::await;

namespace {

/// Of the JSON of an answer.
QByteArray text(const test::Reply &reply, QLatin1StringView name)
{
    return reply.object().value(name).toString().toLatin1();
}

/// Asks one route after the other; what is not answered with 2xx fails the test.
class Tour
{
public:
    explicit Tour(test::House &house) : m_house(house) {}

    test::Reply get(const QByteArray &path) { return step({.path = path}); }
    test::Reply post(const QByteArray &path, const QByteArray &body = {})
    {
        return step({.method = "POST", .path = path, .body = body});
    }
    test::Reply put(const QByteArray &path, const QByteArray &body)
    {
        return step({.method = "PUT", .path = path, .body = body});
    }
    test::Reply remove(const QByteArray &path) { return step({.method = "DELETE", .path = path}); }

private:
    test::Reply step(const test::Ask &ask)
    {
        const test::Reply reply = m_house.ask(ask);
        if (reply.status < 200 || reply.status > 299) {
            QTest::qFail(ask.method + ' ' + ask.path + " answered " + QByteArray::number(reply.status) + ' ' +
                             reply.body,
                         __FILE__, __LINE__);
        }
        return reply;
    }

    test::House &m_house;
};

const QByteArray hooked = "{\"name\":\"H\",\"type\":\"script\",\"params\":{\"command\":\"true\"},"
                          "\"triggers\":[{\"type\":\"webhook\"},{\"type\":\"schedule\",\"cron\":\"0 3 * * *\"}]}";

} // namespace

class OpenApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup() { m_house.reset(); }

    void everyRouteIsDescribed()
    {
        const QJsonObject document = server::openApi(server::routes());
        const QJsonObject schemas = document.value("components"_L1).toObject().value("schemas"_L1).toObject();
        for (const server::Route &route : server::routes()) {
            const QJsonObject operation = document.value("paths"_L1)
                                              .toObject()
                                              .value(route.pattern)
                                              .toObject()
                                              .value(QString::fromLatin1(server::methodName(route.method).toLower()))
                                              .toObject();
            const QByteArray bytes = QJsonDocument(operation).toJson();
            const QByteArray name = server::operationName(route).toLatin1();
            const bool empty =
                bytes.contains("\"schema\": {\n                        }") || bytes.contains("\"schema\": {}");
            const bool stream = bytes.contains("text/event-stream") || bytes.contains("application/x-ndjson");
            QVERIFY2(stream || !empty, name);
            QVERIFY2(bytes.contains("\"x-role\"") == (route.guard == server::Guard::Token), name);
            const QByteArray mark = "#/components/schemas/";
            for (qsizetype at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
                const QByteArray schema = bytes.mid(at + mark.size()).split('"').first();
                QVERIFY2(schemas.contains(QString::fromLatin1(schema)), schema);
            }
        }
    }

    void automationsAndTheirRuns()
    {
        Tour tour(*m_house);
        const QByteArray all = "/api/automations";
        const QByteArray one = all + '/' + text(tour.post(all, hooked), "id"_L1);
        tour.post(all + "/bundle", '[' + hooked + ']');
        for (const QByteArray &rest : {""_ba, "/history"_ba, "/environment"_ba, "/webhook"_ba}) {
            tour.get(one + rest);
        }
        tour.get(all);
        tour.put(one, "{\"description\":\"d\"}");
        tour.put(one + "/bundle", "{\"description\":\"e\"}");
        for (const QByteArray &rest : {"/pause"_ba, "/resume"_ba, "/webhook/rotate"_ba}) {
            tour.post(one + rest);
        }
        tour.post(one + "/restore", "{\"version\":1}");
        tour.get("/api/why/" + one.split('/').last());
        tour.get("/api/forecast?days=1");
        runsOf(tour, one);
        tour.remove(one);
    }

    void webhooks()
    {
        Tour tour(*m_house);
        const QByteArray id = text(tour.post("/api/automations", hooked), "id"_L1);
        const QByteArray one = "/api/automations/" + id + "/webhook";
        const QByteArray token = text(tour.get(one), "token"_L1);
        const QByteArray delivery = text(tour.post("/api/automations/webhook/" + token, "{}"), "delivery_id"_L1);
        tour.post("/job/secret/" + token, "{}");
        tour.post("/acme/task/" + id + "/secret/" + token + "/job", "{}");
        tour.get(one + "/deliveries");
        tour.post(one + "/deliveries/" + delivery + "/replay");
    }

    void peopleAndTheirTokens()
    {
        Tour tour(*m_house);
        tour.post("/api/operators", "{\"name\":\"bob\",\"role\":\"operator\"}");
        tour.put("/api/operators/bob", "{\"role\":\"admin\"}");
        tour.get("/api/operators");
        const QByteArray token = text(tour.post("/api/tokens", "{\"name\":\"t\",\"role\":\"user\"}"), "id"_L1);
        tour.get("/api/tokens");
        tour.remove("/api/tokens/" + token);
        tour.remove("/api/operators/bob");
        for (const QByteArray &path : {"/api/audit"_ba, "/api/audit/export"_ba, "/api/audit/verify"_ba,
                                       "/api/doctor"_ba, "/api/openapi.json"_ba, "/api/status"_ba}) {
            tour.get(path);
        }
        tour.post("/api/stream-tickets");
        tour.post("/api/pause");
        tour.post("/api/resume");
        tour.put("/api/secrets/key", "{\"value\":\"some value\"}");
        tour.get("/api/secrets");
        tour.remove("/api/secrets/key");
        tour.get("/api/settings");
        tour.put("/api/settings/engine.parallel_runs", "{\"value\":4}");
    }

    void windowsAndApprovals()
    {
        Tour tour(*m_house);
        const QByteArray all = "/api/maintenance";
        const QByteArray made = text(tour.post(all, "{\"name\":\"W\",\"start\":\"2026-10-25T03:00:00\","
                                                    "\"end\":\"2026-10-25T04:00:00\",\"recurring\":\"0 3 * * *\","
                                                    "\"timezone\":\"UTC\",\"autonomy_override\":\"disabled\"}"),
                                     "id"_L1);
        const QByteArray one = all + '/' + made;
        tour.get(all);
        tour.get(one);
        tour.put(one, "{\"name\":\"V\"}");
        tour.post(one + "/activate");
        tour.post(one + "/extend", "{\"until\":\"2026-10-25T02:00:00Z\"}");
        tour.post(one + "/deactivate");
        tour.post(one + "/move", "{\"start\":\"2026-10-26T03:00:00Z\",\"from\":\"2026-10-26T05:00:00Z\","
                                 "\"to\":\"2026-10-26T06:00:00Z\"}");
        tour.get(one + "/history");
        tour.remove(one);
        tour.post(one + "/restore", "{\"version\":1}");
        domain::Automation asking = test::someAutomation();
        asking.approval = domain::ApprovalPolicy{};
        asking.approval->allowRequester = true;
        const base::AutomationId id = m_house->addAutomation(asking).id;
        for (const QByteArray &verdict : {"/approve"_ba, "/reject"_ba}) {
            const domain::Run run = await(m_house->workspace->runs().request(id, u"kim"_s)).value();
            QVERIFY(await(m_house->workspace->approvals().ask(run.id)));
            const QJsonObject first = tour.get("/api/approvals").json().array().first().toObject();
            const QByteArray path = "/api/approvals/" + first.value("id"_L1).toString().toLatin1();
            tour.get(path);
            tour.post(path + verdict, "{\"comment\":\"so\"}");
        }
    }

    void defendersClients()
    {
        Tour tour(*m_house);
        const QByteArray token = text(tour.post("/api/tokens", "{\"name\":\"d\",\"role\":\"admin\"}"), "token"_L1);
        const QByteArray login =
            "{\"apiKey\":\"" + token.split('.').first() + "\",\"secretKey\":\"" + token + "\",\"type\":\"admin\"}";
        for (const QByteArray &base : {""_ba, "/autotask"_ba}) {
            QCOMPARE(text(tour.post(base + "/auth/login", login), "accessToken"_L1), token);
            tour.post(base + "/auth/refresh-token", login);
            tour.post(base + "/secrets", "{\"deletes\":[\"old\"],\"secrets\":{\"k\":\"value\"}}");
            QVERIFY(tour.get(base + "/secrets").body.contains("\"k\""));
        }
        actionsAt(tour, "/actions", "action");
        actionsAt(tour, "/autotasks", "autotask");
        actionsAt(tour, "/autotask/autotasks", "autotask");
    }

    /// Last: by now every route has answered as it should. Streams have tests of their own.
    void templatesAndTransfers()
    {
        Tour tour(*m_house);
        const QByteArray id = text(tour.post("/api/automations", hooked), "id"_L1);
        const QByteArray own = text(tour.post("/api/templates", "{\"automation_id\":\"" + id + "\"}"), "id"_L1);
        for (const QByteArray &all : {"/api/automations/templates"_ba, "/api/templates"_ba}) {
            tour.get(all);
            tour.post(all + '/' + own + "/apply", "{}");
        }
        tour.remove("/api/templates/" + own);
        tour.post("/api/automations/import", tour.get("/api/automations/export").body);
    }

    void calendars()
    {
        Tour tour(*m_house);
        const QByteArray all = "/api/maintenance/calendars";
        const QByteArray made = "{\"name\":\"Holidays\",\"source\":\"/nowhere/holidays.ics\"}";
        const QByteArray one = all + '/' + text(tour.post(all, made), "id"_L1);
        tour.get(all);
        tour.put(one, "{\"name\":\"Days off\"}");
        tour.post(one + "/refresh");
        tour.remove(one);
    }

    void remoteSystems()
    {
        Tour tour(*m_house);
        const QByteArray all = "/api/connections";
        const QByteArray office = R"({"name":"Office","provider":"loopback","settings":{"team":"a"},)"
                                  R"("credential":{"token":"x"}})";
        tour.get("/api/providers");
        tour.post(all + "/test", office);
        const QByteArray one = all + '/' + text(tour.post(all, office), "id"_L1);
        tour.get(all);
        tour.get(one);
        tour.put(one, R"({"name":"Attic"})");
        tour.post(one + "/test");
        tour.post(one + "/sync");
        tour.post(all + "/sync");
        tour.get(one + "/actions");
        tour.post(one + "/actions/rotate", R"({"team":"b"})");
        tour.remove(one);
        const base::ConnectionId connection = test::connectionIn(m_house->workspace);
        domain::RemoteAutomation remote = test::remoteAutomation(u"77"_s, u"Backup"_s);
        QVERIFY(await(m_house->workspace->mirrors().see(connection, {remote})));
        domain::Automation ours = test::mirrored(m_house->workspace);
        ours.description = u"ours"_s;
        QVERIFY(await(m_house->workspace->automations().update(ours, u"kim"_s)));
        remote.automation.description = u"theirs"_s;
        QVERIFY(await(m_house->workspace->mirrors().see(connection, {remote})));
        tour.get("/api/conflicts");
        tour.post("/api/conflicts/77/resolve", R"({"side":"remote"})");
        const domain::Automation automation = m_house->addAutomation(test::someAutomation());
        const QByteArray mine = "/api/automations/" + automation.id.text().toLatin1();
        const QByteArray run = text(tour.post(mine + "/run"), "run_id"_L1);
        tour.post("/api/automations/runs/" + run + "/fetch-log");
        tour.get(mine + "/losses?connection_id=" + connection.text().toLatin1());
        tour.post(mine + "/publish",
                  R"({"connection_id":")" + connection.text().toLatin1() + R"(","accept_losses":true})");
        const QJsonArray outbox = tour.get("/api/outbox").json().array();
        const QByteArray task = "/api/outbox/" + QByteArray::number(outbox.first().toObject().value("id"_L1).toInt());
        tour.post(task + "/retry");
        tour.remove(task);
    }

    void noRouteIsLeftOut()
    {
        remoteSystems();
        templatesAndTransfers();
        calendars();
        automationsAndTheirRuns();
        webhooks();
        peopleAndTheirTokens();
        windowsAndApprovals();
        defendersClients();
        for (const server::Route &route : server::routes()) {
            const bool stream = route.token == server::TokenPlace::Query;
            const QString name = server::operationName(route);
            QVERIFY2(stream || test::routesSeen().contains(name), qPrintable(name + u" was never asked"_s));
        }
    }

private:
    void runsOf(Tour &tour, const QByteArray &automation)
    {
        const auto make = [&] { return "/api/automations/runs/" + text(tour.post(automation + "/run"), "id"_L1); };
        const QByteArray one = make();
        for (const QByteArray &rest : {""_ba, "/environment"_ba, "/log"_ba}) {
            tour.get(one + rest);
        }
        tour.get("/api/automations/runs");
        tour.get("/api/queue");
        tour.post(one + "/override", "{\"reason\":\"now\"}");
        tour.post(one + "/cancel");
        tour.post(one + "/again");
        tour.post("/api/queue/clear");
        const QByteArray failed = make();
        const base::RunId id(QString::fromLatin1(failed.split('/').last()));
        QVERIFY(await(m_house->workspace->runs().start(id, 1)));
        m_house->finish(id, domain::RunStatus::Failed);
        tour.post(failed + "/acknowledge", "{\"note\":\"seen\"}");
        tour.remove(failed + "/acknowledge");
        for (const QByteArray &verb : {"/release"_ba, "/dismiss"_ba}) {
            domain::Run missed;
            missed.id = base::RunId::make();
            missed.automationId = base::AutomationId(QString::fromLatin1(automation.split('/').last()));
            missed.automationName = u"H"_s;
            missed.automationVersion = 1;
            missed.status = domain::RunStatus::Held;
            QVERIFY(await(m_house->workspace->runs().plan({missed}, {})));
            tour.post("/api/automations/runs/" + missed.id.text().toLatin1() + verb);
        }
    }

    void actionsAt(Tour &tour, const QByteArray &all, const QByteArray &word)
    {
        const QLatin1StringView idName = word == "action" ? "actionId"_L1 : "autotaskId"_L1;
        const QLatin1StringView runName = word == "action" ? "actionRunId"_L1 : "autotaskRunId"_L1;
        const QByteArray code = "UEsDBA==";
        const QByteArray made = "{\"name\":\"A\",\"encodedZippedCode\":\"" + code +
                                "\",\"paused\":false,\"relayerId\":\"r1\",\"trigger\":{\"type\":\"schedule\","
                                "\"frequencyMinutes\":1500},\"environmentVariables\":{\"a\":\"b\"}}";
        const test::Reply created = tour.post(all, made);
        const QByteArray id = text(created, idName);
        QCOMPARE(created.object().value("relayerId"_L1).toString(), u"r1"_s);
        QCOMPARE(created.object().value("trigger"_L1).toObject().value("frequencyMinutes"_L1).toInt(), 1500);
        const QByteArray one = all + '/' + id;
        QVERIFY(!tour.get(all).body.contains("encodedZippedCode"));
        QVERIFY(tour.get(one).body.contains(code));
        const QByteArray named = QByteArray("\"").append(idName.data()).append("\":\"") + id + '"';
        const test::Reply foreign =
            tour.put(all + '/', '{' + named + ",\"name\":\"B\",\"trigger\":{\"type\":\"sentinel\",\"x\":1}}");
        QCOMPARE(foreign.object().value("trigger"_L1).toObject().value("x"_L1).toInt(), 1);
        QCOMPARE(foreign.object().value("relayerId"_L1).toString(), u"r1"_s);
        const test::Reply hook = tour.put(all + '/', '{' + named + ",\"trigger\":{\"type\":\"webhook\"}}");
        QVERIFY(!hook.object().value("trigger"_L1).toObject().value("token"_L1).toString().isEmpty());
        tour.put(one + "/code", "{\"encodedZippedCode\":\"" + code + "\"}");
        tour.put(one + "/environment", "{\"variables\":{\"c\":\"d\"}}");
        QCOMPARE(tour.get(one + "/environment").object(), (QJsonObject{{u"c"_s, u"d"_s}}));
        const test::Reply run = tour.post(one + "/runs/manual", "{\"value\":1}");
        QCOMPARE(run.object().value("status"_L1).toString(), u"pending"_s);
        QCOMPARE(tour.get(one + "/runs?status=pending").object().value("items"_L1).toArray().size(), 1);
        QCOMPARE(tour.get(one + "/runs?status=success").object().value("items"_L1).toArray().size(), 0);
        const base::RunId runId(QString::fromLatin1(text(run, runName)));
        QVERIFY(await(m_house->workspace->runs().start(runId, 1)));
        m_house->append(runId, "said\n");
        QVERIFY(await(m_house->workspace->logs().seal(runId)));
        QVERIFY(
            await(m_house->workspace->runs().finish(runId, {.status = domain::RunStatus::Done, .result = u"fine"_s})));
        const test::Reply detail = tour.get(all + "/runs/" + runId.text().toLatin1());
        QCOMPARE(text(detail, "result"_L1), "\"fine\""_ba);
        QCOMPARE(text(detail, "decodedLogs"_L1), "said\n"_ba);
        tour.remove(one);
    }

    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(OpenApiTest);

#include "test_openapi.moc"
