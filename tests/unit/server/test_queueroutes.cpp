// SPDX-License-Identifier: Apache-2.0
// The queue, failures that are taken note of, runs done once more and versions that come back, over HTTP.
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using domain::RunStatus;

class QueueRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup() { m_house.reset(); }

    void theQueueIsShownInItsOrderAndCleared()
    {
        const domain::Automation one = m_house->addAutomation(test::someAutomation(u"One"_s));
        const domain::Automation two = m_house->addAutomation(test::someAutomation(u"Two"_s));
        QStringList ids;
        for (const auto &automation : {one, two, one}) {
            ids.append(test::await(m_house->workspace->runs().request(automation.id, u"kim"_s))->id.text());
        }
        const auto held = test::await(m_house->workspace->runs().hold(
            base::RunId(ids.at(1)), {m_house->workspace.clock.now() + base::Seconds(5), std::nullopt, u"later"_s}));
        QVERIFY(held);
        QJsonArray queue = m_house->get("/api/queue").json().array();
        QCOMPARE(queue.size(), 3);
        QCOMPARE(queue.at(0).toObject().value("id"_L1).toString(), ids.at(0));
        QCOMPARE(queue.at(0).toObject().value("position"_L1).toInt(), 1);
        QVERIFY(queue.at(1).toObject().value("position"_L1).isNull());
        QCOMPARE(queue.at(1).toObject().value("reason"_L1).toString(), u"later"_s);
        QCOMPARE(queue.at(2).toObject().value("position"_L1).toInt(), 2);
        const QByteArray ofTwo = "?automation_id=" + two.id.text().toLatin1();
        QCOMPARE(m_house->get("/api/queue" + ofTwo).json().array().size(), 1);
        QCOMPARE(post("/api/queue/clear" + ofTwo).object().value("cancelled"_L1).toInt(), 0);
        QCOMPARE(post("/api/queue/clear").object().value("cancelled"_L1).toInt(), 2);
        queue = m_house->get("/api/queue").json().array();
        QCOMPARE(queue.size(), 1);
    }

    void aFailureIsTakenNoteOf()
    {
        const domain::Run run = m_house->startRun(m_house->addAutomation().id);
        const QByteArray path = "/api/automations/runs/" + run.id.text().toLatin1();
        QCOMPARE(post(path + "/acknowledge").status, 409);
        m_house->finish(run.id, RunStatus::Failed);
        const auto waiting = [this] {
            return m_house->get("/api/status").object().value("runs"_L1).toObject().value("unacknowledged"_L1).toInt();
        };
        QCOMPARE(waiting(), 1);
        QCOMPARE(post(path + "/acknowledge", R"({"note":5})").object().value("field"_L1).toString(), u"note"_s);
        const QJsonObject noted =
            post(path + "/acknowledge", R"({"note":"seen"})").object().value("acknowledged"_L1).toObject();
        QCOMPARE(noted.value("by"_L1).toString(), u"kim"_s);
        QCOMPARE(noted.value("note"_L1).toString(), u"seen"_s);
        QCOMPARE(waiting(), 0);
        QCOMPARE(post(path + "/acknowledge").status, 200);
        const test::Reply back = m_house->ask({.method = "DELETE", .path = path + "/acknowledge"});
        QCOMPARE(back.status, 200);
        QVERIFY(back.object().value("acknowledged"_L1).isNull());
        QCOMPARE(waiting(), 1);
    }

    void runsAreNarrowedByTriggerAndTime()
    {
        const domain::Run run = m_house->startRun(m_house->addAutomation().id);
        const QByteArray all = "/api/automations/runs?";
        const QByteArray started = base::isoUtc(*run.startedAt).toLatin1();
        QCOMPARE(m_house->get(all + "trigger=manual,file&since=" + started).json().array().size(), 1);
        QCOMPARE(m_house->get(all + "trigger=file").json().array().size(), 0);
        QCOMPARE(m_house->get(all + "until=" + started).json().array().size(), 0);
        QCOMPARE(m_house->get(all + "trigger=moon").object().value("field"_L1).toString(), u"trigger"_s);
        QCOMPARE(m_house->get(all + "since=today").object().value("field"_L1).toString(), u"since"_s);
    }

    void aRunIsDoneOnceMore()
    {
        const domain::Run run = m_house->startRun(m_house->addAutomation().id);
        const QJsonObject again = post("/api/automations/runs/" + run.id.text().toLatin1() + "/again").object();
        QCOMPARE(again.value("parent_run_id"_L1).toString(), run.id.text());
        QCOMPARE(again.value("status"_L1).toString(), u"queued"_s);
        QCOMPARE(post("/api/automations/runs/run_none/again").status, 404);
    }

    void aDeletedAutomationComesBack()
    {
        const QByteArray path = "/api/automations/" + m_house->addAutomation().id.text().toLatin1();
        QCOMPARE(m_house->ask({.method = "DELETE", .path = path}).status, 200);
        QCOMPARE(m_house->get(path).status, 404);
        QCOMPARE(post(path + "/restore", "{}").object().value("field"_L1).toString(), u"version"_s);
        QCOMPARE(post(path + "/restore", R"({"version":7})").status, 404);
        QCOMPARE(post(path + "/restore", R"({"version":1})").object().value("version"_L1).toInt(), 2);
        QCOMPARE(m_house->get(path).status, 200);
    }

    void triggersAndRulesComeBackAsTheyWereGiven()
    {
        const QString first = m_house->addAutomation().id.text();
        const QJsonObject retry{{u"attempts"_s, 3},
                                {u"delay_s"_s, 5},
                                {u"backoff"_s, u"exponential"_s},
                                {u"max_delay_s"_s, 60},
                                {u"on"_s, QJsonArray{75, u"timeout"_s}}};
        const QJsonArray triggers{
            QJsonObject{{u"type"_s, u"after"_s}, {u"automation_id"_s, first}, {u"on"_s, u"any"_s}},
            QJsonObject{{u"type"_s, u"file"_s}, {u"path"_s, u"/srv/in"_s}, {u"settle_ms"_s, 250}}};
        const QJsonObject given{
            {u"name"_s, u"Next"_s},    {u"type"_s, u"script"_s}, {u"params"_s, QJsonObject{{u"command"_s, u"true"_s}}},
            {u"triggers"_s, triggers}, {u"retry"_s, retry},      {u"resource_locks"_s, QJsonArray{u"db"_s}},
            {u"grace_s"_s, 30}};
        const QJsonObject made = post("/api/automations", QJsonDocument(given).toJson()).object();
        for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
            QCOMPARE(made.value(it.key()), it.value());
        }
        // The first would follow its follower.
        const QJsonObject back{{u"triggers"_s, QJsonArray{QJsonObject{{u"type"_s, u"after"_s},
                                                                      {u"automation_id"_s, made.value("id"_L1)}}}}};
        const test::Reply refused = m_house->ask(
            {.method = "PUT", .path = "/api/automations/" + first.toLatin1(), .body = QJsonDocument(back).toJson()});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.object().value("field"_L1).toString(), u"triggers[0].automation_id"_s);
        QVERIFY(refused.object().value("detail"_L1).toString().contains(u"Backup → Next → Backup"_s));
    }

private:
    test::Reply post(const QByteArray &path, const QByteArray &body = {})
    {
        return m_house->ask({.method = "POST", .path = path, .body = body});
    }

    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(QueueRoutesTest);

#include "test_queueroutes.moc"
