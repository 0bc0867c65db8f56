// SPDX-License-Identifier: Apache-2.0
// Maintenance windows over HTTP.
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const QJsonObject weekly{{u"name"_s, u"Weekly reboot"_s},
                         {u"start"_s, u"2026-03-22T03:00:00"_s},
                         {u"end"_s, u"2026-03-22T04:00:00"_s},
                         {u"recurring"_s, u"0 3 * * 0"_s},
                         {u"timezone"_s, u"UTC"_s},
                         {u"scope"_s, QJsonArray{u"monitor_abc"_s, u"agent_xyz"_s}},
                         {u"autonomy_override"_s, u"disabled"_s}};

} // namespace

class MaintenanceRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup() { m_house.reset(); }

    void windowsAreMadeListedEditedAndRemoved()
    {
        QCOMPARE(m_house->get("/api/maintenance").json().array(), QJsonArray());
        const test::Reply made = post("/api/maintenance", weekly);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.object().value("status"_L1).toString(), u"created"_s);
        const QString id = made.object().value("id"_L1).toString();
        QVERIFY(id.startsWith(u"window_"_s));
        const QJsonObject listed = m_house->get("/api/maintenance").json().array().first().toObject();
        for (auto it = weekly.constBegin(); it != weekly.constEnd(); ++it) {
            QCOMPARE(listed.value(it.key()), it.value());
        }
        QCOMPARE(listed.value("created_by"_L1).toString(), u"kim"_s);
        QCOMPARE(listed.value("open"_L1).toBool(), false);
        QCOMPARE(listed.value("next_start"_L1).toString(), u"2026-10-25T03:00:00.000Z"_s);
        const QByteArray path = "/api/maintenance/" + id.toLatin1();
        QCOMPARE(m_house->get(path).object(), listed);
        const test::Reply edited = ask("PUT", path, {{u"name"_s, u"Reboot"_s}});
        QCOMPARE(edited.object().value("status"_L1).toString(), u"updated"_s);
        QCOMPARE(m_house->get(path).object().value("recurring"_L1).toString(), u"0 3 * * 0"_s);
        QCOMPARE(ask("PUT", path, {{u"version"_s, 1}, {u"name"_s, u"Late"_s}}).status, 409);
        QCOMPARE(m_house->ask({.method = "DELETE", .path = path}).object(), (QJsonObject{{u"status"_s, u"deleted"_s}}));
        QCOMPARE(m_house->get(path).status, 404);
    }

    void aVersionComesBack()
    {
        const QByteArray path = make();
        QCOMPARE(ask("PUT", path, {{u"name"_s, u"Restart"_s}}).status, 200);
        const QJsonArray versions = m_house->get(path + "/history").json().array();
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions.at(0).toObject().value("name"_L1).toString(), u"Restart"_s);
        QCOMPARE(versions.at(1).toObject().value("version"_L1).toInt(), 1);
        QCOMPARE(versions.at(1).toObject().value("updated_by"_L1).toString(), u"kim"_s);
        QCOMPARE(post(path + "/restore", {}).object().value("field"_L1).toString(), u"version"_s);
        QCOMPARE(post(path + "/restore", {{u"version"_s, 7}}).status, 404);
        const QJsonObject back = post(path + "/restore", {{u"version"_s, 1}}).object();
        QCOMPARE(back.value("status"_L1).toString(), u"restored"_s);
        QCOMPARE(back.value("name"_L1).toString(), u"Weekly reboot"_s);
        QCOMPARE(back.value("version"_L1).toInt(), 3);
        QCOMPARE(m_house->ask({.method = "DELETE", .path = path}).status, 200);
        QCOMPARE(m_house->get(path + "/history").status, 404);
        QCOMPARE(post(path + "/restore", {{u"version"_s, 2}}).status, 200);
        QCOMPARE(m_house->get(path).object().value("name"_L1).toString(), u"Restart"_s);
    }

    void wrongFieldsAreNamed()
    {
        QJsonObject wrong = weekly;
        wrong.insert("autonomy_override"_L1, u"never"_s);
        const test::Reply refused = post("/api/maintenance", wrong);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.object().value("field"_L1).toString(), u"autonomy_override"_s);
        const QByteArray both = QJsonDocument(QJsonArray{weekly, wrong}).toJson();
        const test::Reply second = m_house->ask({.method = "POST", .path = "/api/maintenance", .body = both});
        QCOMPARE(second.object().value("field"_L1).toString(), u"[1].autonomy_override"_s);
        QCOMPARE(m_house->get("/api/maintenance").json().array(), QJsonArray());
    }

    void aWindowIsOpenedExtendedAndClosedByHand()
    {
        const QByteArray path = make();
        QCOMPARE(m_house->ask({.method = "POST", .path = path + "/deactivate"}).status, 409);
        const QJsonObject opened = m_house->ask({.method = "POST", .path = path + "/activate"}).object();
        QCOMPARE(opened.value("open"_L1).toBool(), true);
        QCOMPARE(opened.value("open_until"_L1).toString(), u"2026-10-25T01:00:00.000Z"_s);
        const test::Reply longer = post(path + "/extend", {{u"until"_s, u"2026-10-25T02:00:00Z"_s}});
        QCOMPARE(longer.object().value("open_until"_L1).toString(), u"2026-10-25T02:00:00.000Z"_s);
        QCOMPARE(post(path + "/extend", {{u"until"_s, u"soon"_s}}).object().value("field"_L1).toString(), u"until"_s);
        QCOMPARE(post(path + "/extend", {}).status, 400);
        m_house->workspace.clock.advance(base::Seconds(60));
        const QJsonObject closed = m_house->ask({.method = "POST", .path = path + "/deactivate"}).object();
        QCOMPARE(closed.value("open"_L1).toBool(), false);
    }

    void oneOccurrenceIsMoved()
    {
        const QByteArray path = make();
        const test::Reply moved = post(path + "/move", {{u"start"_s, u"2026-10-25T03:00:00Z"_s},
                                                        {u"from"_s, u"2026-10-25T05:00:00Z"_s},
                                                        {u"to"_s, u"2026-10-25T06:00:00Z"_s}});
        QCOMPARE(moved.object().value("next_start"_L1).toString(), u"2026-10-25T05:00:00.000Z"_s);
        QCOMPARE(post(path + "/move", {{u"start"_s, u"2026-10-25T04:00:00Z"_s},
                                       {u"from"_s, u"2026-10-25T05:00:00Z"_s},
                                       {u"to"_s, u"2026-10-25T06:00:00Z"_s}})
                     .status,
                 404);
    }

    void whoRunsInAWindowIsWarned()
    {
        QJsonObject everything = weekly;
        everything.insert("scope"_L1, QJsonArray{u"*"_s});
        QCOMPARE(post("/api/maintenance", everything).status, 201);
        const domain::Automation automation = m_house->addAutomation(test::someAutomation());
        const QByteArray run = "/api/automations/" + automation.id.text().toLatin1() + "/run";
        QVERIFY(!post(run, {}).object().contains("warnings"_L1));
        m_house->workspace.clock.advance(base::Seconds(3 * 3600 + 60));
        QVERIFY(post(run, {}).object().value("warnings"_L1).toArray().first().toString().contains(u"Weekly reboot"_s));
        const QJsonObject anyway = post(run, {{u"override"_s, u"disk full"_s}}).object();
        QCOMPARE(anyway.value("override_reason"_L1).toString(), u"disk full"_s);
        QVERIFY(!anyway.contains("warnings"_L1));
        QCOMPARE(post(run, {{u"override"_s, 5}}).object().value("field"_L1).toString(), u"override"_s);
    }

    void aWaitingRunIsStartedWhateverTheWindowsSay()
    {
        const domain::Automation automation = m_house->addAutomation(test::someAutomation());
        const QJsonObject run = post("/api/automations/" + automation.id.text().toLatin1() + "/run", {}).object();
        const QByteArray path = "/api/automations/runs/" + run.value("run_id"_L1).toString().toLatin1() + "/override";
        QCOMPARE(post(path, {}).object().value("field"_L1).toString(), u"reason"_s);
        QCOMPARE(post(path, {{u"reason"_s, u"disk full"_s}}).object().value("override_reason"_L1).toString(),
                 u"disk full"_s);
    }

    void theForecastNamesTheWindow()
    {
        QJsonObject everything = weekly;
        everything.insert("scope"_L1, QJsonArray{u"*"_s});
        QCOMPARE(post("/api/maintenance", everything).status, 201);
        domain::Automation automation = test::someAutomation();
        automation.triggers = {domain::Schedule{.cron = u"30 3 * * *"_s, .timezone = u"UTC"_s}};
        m_house->addAutomation(automation);
        const QJsonArray found = m_house->get("/api/forecast?days=2").object().value("slots"_L1).toArray();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).toObject().value("decision"_L1).toString(), u"skip"_s);
        QCOMPARE(found.at(0).toObject().value("window"_L1).toString(), u"Weekly reboot"_s);
        QCOMPARE(found.at(1).toObject().value("decision"_L1).toString(), u"run"_s);
    }

private:
    test::Reply ask(const QByteArray &method, const QByteArray &path, const QJsonObject &body) const
    {
        return m_house->ask({.method = method, .path = path, .body = compact(body)});
    }
    test::Reply post(const QByteArray &path, const QJsonObject &body) const { return ask("POST", path, body); }
    QByteArray make() const
    {
        return "/api/maintenance/" + post("/api/maintenance", weekly).object().value("id"_L1).toString().toLatin1();
    }

    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(MaintenanceRoutesTest);
#include "test_maintenance.moc"
