// SPDX-License-Identifier: Apache-2.0
// GET /api/forecast, on the day when Berlin puts its clocks back.
#include "app/server/routes/forecastroutes.h"
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

domain::Automation scheduled(const QString &name, const QString &cron)
{
    domain::Automation automation = test::someAutomation(name);
    domain::Schedule schedule;
    schedule.cron = cron;
    schedule.timezone = u"Europe/Berlin"_s;
    automation.triggers = {schedule};
    return automation;
}

} // namespace

class ForecastRouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup() { m_house.reset(); }

    void slotsSayWhatWillBeDecided()
    {
        const QString id = m_house->addAutomation(scheduled(u"Backup"_s, u"0 3 * * *"_s)).id.text();
        const QJsonObject answer = m_house->get("/api/forecast?days=2").object();
        QCOMPARE(answer.value("from"_L1).toString(), u"2026-10-25T00:00:00.000Z"_s);
        QCOMPARE(answer.value("to"_L1), u"2026-10-27T00:00:00.000Z"_s);
        QCOMPARE(answer.value("until"_L1), answer.value("to"_L1));
        QCOMPARE(answer.value("more"_L1), false);
        const QJsonArray slots = answer.value("slots"_L1).toArray();
        QCOMPARE(slots.size(), 2);
        const QJsonObject expected{{u"automation_id"_s, id},
                                   {u"automation_name"_s, u"Backup"_s},
                                   {u"planned_for"_s, u"2026-10-25T02:00:00.000Z"_s},
                                   {u"due_at"_s, u"2026-10-25T02:00:00.000Z"_s},
                                   {u"timezone"_s, u"Europe/Berlin"_s},
                                   {u"zone_time"_s, u"2026-10-25T03:00:00.000+01:00"_s},
                                   {u"decision"_s, u"run"_s},
                                   {u"reason"_s, QJsonValue::Null},
                                   {u"expected_start"_s, u"2026-10-25T02:00:00.000Z"_s},
                                   {u"expected_end"_s, u"2026-10-25T02:00:10.000Z"_s},
                                   {u"duration_known"_s, false}};
        QCOMPARE(slots.at(0).toObject(), expected);
    }

    void pausedSlotsAreToldWithTheirReason()
    {
        domain::Automation paused = scheduled(u"Backup"_s, u"0 3 * * *"_s);
        paused.paused = true;
        m_house->addAutomation(paused);
        const QJsonArray slots = m_house->get("/api/forecast").object().value("slots"_L1).toArray();
        QCOMPARE(slots.size(), 7);
        QCOMPARE(slots.at(6).toObject().value("decision"_L1), u"skip"_s);
        QCOMPARE(slots.at(6).toObject().value("reason"_L1), u"automation_paused"_s);
        QVERIFY(slots.at(6).toObject().value("expected_start"_L1).isNull());
    }

    void oneAutomationCanBeAskedFor()
    {
        m_house->addAutomation(scheduled(u"A"_s, u"0 3 * * *"_s));
        const QString id = m_house->addAutomation(scheduled(u"B"_s, u"0 4 * * *"_s)).id.text();
        const QJsonArray slots =
            m_house->get("/api/forecast?days=3&automation_id=" + id.toLatin1()).object().value("slots"_L1).toArray();
        QCOMPARE(slots.size(), 3);
        QCOMPARE(slots.at(0).toObject().value("automation_id"_L1), id);
        const test::Reply missing = m_house->get("/api/forecast?automation_id=auto_none");
        QCOMPARE(missing.status, 404);
    }

    void daysHaveBounds()
    {
        for (const QByteArray &days : {"0"_ba, "367"_ba, "-1"_ba, "x"_ba, "99999999999999999999"_ba, ""_ba}) {
            const test::Reply reply = m_house->get("/api/forecast?days=" + days);
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.object().value("field"_L1), u"days"_s);
            QVERIFY(reply.object().value("detail"_L1).toString().contains(u"1 to 366"_s));
        }
        QCOMPARE(m_house->get("/api/forecast?days=366").status, 200);
    }

    void tooManySlotsAreCut()
    {
        m_house->addAutomation(scheduled(u"Often"_s, u"* * * * * *"_s));
        const QJsonObject answer = m_house->get("/api/forecast?days=366").object();
        QCOMPARE(answer.value("more"_L1), true);
        QCOMPARE(answer.value("slots"_L1).toArray().size(), server::forecastSlots);
        QCOMPARE(answer.value("until"_L1), u"2026-10-25T13:53:20.000Z"_s);
    }

private:
    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(ForecastRouteTest);
#include "test_forecast.moc"
