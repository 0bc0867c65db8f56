// SPDX-License-Identifier: Apache-2.0
// The pause of everything, the audit, decisions about missed slots, and the startup trigger, over HTTP.
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class PauseRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup() { m_house.reset(); }

    void everythingIsPausedAndResumed()
    {
        const QJsonObject before = m_house->get("/api/status").object();
        QVERIFY(!before.value("paused"_L1).toBool());
        QVERIFY(before.value("paused_at"_L1).isNull());
        const QJsonObject paused = m_house->ask({.method = "POST", .path = "/api/pause"}).object();
        QVERIFY(paused.value("paused"_L1).toBool());
        QCOMPARE(paused.value("paused_by"_L1).toString(), u"kim"_s);
        QCOMPARE(paused.value("paused_at"_L1).toString(), base::isoUtc(test::tempStoreStart));
        QCOMPARE(m_house->get("/api/status").object(), paused);
        QVERIFY(!m_house->ask({.method = "POST", .path = "/api/resume"}).object().value("paused"_L1).toBool());
        const QJsonArray audit = m_house->get("/api/audit").json().array();
        QCOMPARE(audit.size(), 2);
        QCOMPARE(audit.at(0).toObject().value("action"_L1).toString(), u"resume"_s);
        QCOMPARE(audit.at(1).toObject().value("by"_L1).toString(), u"kim"_s);
        QCOMPARE(m_house->get("/api/audit?limit=1").json().array(), QJsonArray{audit.at(0)});
        const QByteArray seq = QByteArray::number(audit.at(0).toObject().value("seq"_L1).toInteger());
        QCOMPARE(m_house->get("/api/audit?before=" + seq).json().array(), QJsonArray{audit.at(1)});
        QCOMPARE(m_house->get("/api/audit?since=2200-01-01T00:00:00Z").json().array(), QJsonArray());
        QCOMPARE(m_house->get("/api/audit?since=today").object().value("field"_L1).toString(), u"since"_s);
    }

    void noNextRunIsToldWhileEverythingIsPaused()
    {
        domain::Automation daily = test::someAutomation();
        daily.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s}};
        const QByteArray path = "/api/automations/" + m_house->addAutomation(daily).id.text().toLatin1();
        const auto order = [this](const QByteArray &verb) { m_house->ask({.method = "POST", .path = "/api/" + verb}); };
        const auto nextRuns = [&] {
            const QJsonObject more{{u"name"_s, u"More"_s},
                                   {u"type"_s, u"script"_s},
                                   {u"schedule"_s, u"0 4 * * *"_s},
                                   {u"params"_s, QJsonObject{{u"command"_s, u"true"_s}}}};
            const QJsonObject listed = m_house->get("/api/automations").json().array().first().toObject();
            const QJsonObject shown = m_house->get(path).object();
            const QJsonObject made =
                m_house->ask({.method = "POST", .path = "/api/automations", .body = compact(more)}).object();
            return QJsonArray{listed.value("next_run"_L1), shown.value("next_run"_L1), made.value("next_run"_L1)};
        };
        order("pause");
        QCOMPARE(nextRuns(), (QJsonArray{QJsonValue::Null, QJsonValue::Null, QJsonValue::Null}));
        order("resume");
        for (const QJsonValue next : nextRuns()) {
            QVERIFY(next.isString());
        }
    }

    void missedSlotsAreReleasedAndDismissed()
    {
        const base::AutomationId automation = m_house->addAutomation().id;
        QList<domain::Run> planned(2);
        for (int i = 0; i < 2; ++i) {
            planned[i].automationId = automation;
            planned[i].trigger = domain::TriggerKind::Schedule;
            planned[i].plannedFor = test::tempStoreStart + base::Seconds(i);
            planned[i].status = domain::RunStatus::Held;
        }
        const QList<domain::Run> runs = test::await(m_house->workspace->runs().plan(planned, {})).value();
        const auto decide = [this](const domain::Run &run, const QByteArray &verb) {
            return m_house->ask(
                {.method = "POST", .path = "/api/automations/runs/" + run.id.text().toLatin1() + '/' + verb});
        };
        QCOMPARE(m_house->get("/api/automations/runs?status=held").json().array().size(), 2);
        QCOMPARE(decide(runs.at(0), "release").object().value("status"_L1).toString(), u"queued"_s);
        QCOMPARE(decide(runs.at(1), "dismiss").object().value("reason"_L1).toString(), u"missed; dismissed by kim"_s);
        QCOMPARE(decide(runs.at(0), "release").status, 409);
        QCOMPARE(decide(runs.at(1), "dismiss").status, 409);
    }

    void startupIsATriggerWithoutFields()
    {
        QJsonObject automation{
            {u"name"_s, u"Mount"_s}, {u"type"_s, u"script"_s}, {u"params"_s, QJsonObject{{u"command"_s, u"true"_s}}}};
        const QJsonObject trigger{{u"type"_s, u"startup"_s}};
        automation.insert(u"triggers"_s, QJsonArray{trigger});
        const QJsonObject created =
            m_house->ask({.method = "POST", .path = "/api/automations", .body = compact(automation)}).object();
        QCOMPARE(created.value("triggers"_L1).toArray(), QJsonArray{trigger});
        QVERIFY(created.value("next_run"_L1).isNull());
        QVERIFY(created.value("schedule"_L1).isNull());
        automation.insert(u"triggers"_s, QJsonArray{QJsonObject{{u"type"_s, u"startup"_s}, {u"delay_s"_s, 1}}});
        const QJsonObject refused =
            m_house->ask({.method = "POST", .path = "/api/automations", .body = compact(automation)}).object();
        QCOMPARE(refused.value("field"_L1).toString(), u"triggers[0].delay_s"_s);
    }

private:
    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(PauseRoutesTest);

#include "test_pauseroutes.moc"
