// SPDX-License-Identifier: Apache-2.0
#include "app/domain/automation.h"
#include "app/domain/windows/maintenance.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Automation;

namespace {

base::Result<Automation> withLimits(const QJsonValue &limits)
{
    return domain::automationFromJson({{u"name"_s, u"n"_s}, {u"type"_s, u"script"_s}, {u"limits"_s, limits}});
}

} // namespace

class AutomationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereItLivesIsNotTyped()
    {
        Automation automation = withLimits(QJsonObject()).value();
        automation.connectionId = base::ConnectionId(u"conn_1"_s);
        automation.remoteId = u"17"_s;
        const QJsonObject form = domain::toJson(automation);
        QVERIFY(domain::automationFromJson(form, domain::Provenance::Store).value() == automation);
        const Automation typed = domain::automationFromJson(form).value();
        QVERIFY(typed.connectionId.isEmpty() && typed.remoteId.isEmpty());
    }

    void aWindowMayBeForAConnection()
    {
        domain::MaintenanceWindow window;
        window.scope = {u"connection:conn_1"_s};
        Automation automation;
        QVERIFY(!window.whom().includes(automation));
        automation.connectionId = base::ConnectionId(u"conn_1"_s);
        QVERIFY(window.whom().includes(automation));
        automation.connectionId = base::ConnectionId(u"conn_2"_s);
        QVERIFY(!window.whom().includes(automation));
    }

    void oneCanBeTakenOutOfAWindow()
    {
        domain::MaintenanceWindow window;
        window.scope = {u"*"_s, u"tag:db"_s, u"!auto_1"_s};
        Automation automation;
        automation.tags = {u"db"_s};
        automation.id = base::AutomationId(u"auto_2"_s);
        QVERIFY(window.whom().includes(automation));
        automation.id = base::AutomationId(u"auto_1"_s);
        QVERIFY(!window.whom().includes(automation));
        const QJsonObject nobody{{u"name"_s, u"w"_s},
                                 {u"start"_s, u"2026-10-25T03:00:00"_s},
                                 {u"end"_s, u"2026-10-25T04:00:00"_s},
                                 {u"scope"_s, QJsonArray{u"!auto_1"_s}}};
        QCOMPARE(domain::windowFromJson(nobody).error().field, u"scope"_s);
    }

    void limitsAndSurvivalGoThereAndBack()
    {
        Automation automation = withLimits(QJsonObject{{u"memory_mb"_s, 64}, {u"tasks"_s, 20}}).value();
        QVERIFY(!automation.survivesEngine);
        automation.survivesEngine = true;
        QCOMPARE(automation.limits.memoryMb, 64);
        QCOMPARE(automation.limits.cpuPercent, std::nullopt);
        QCOMPARE(automation.limits.tasks, 20);
        const base::Result<Automation> again = domain::automationFromJson(domain::toJson(automation));
        QVERIFY(again);
        QVERIFY(*again == automation);
        QVERIFY(!Automation().limits.any());
    }

    void retentionGoesThereAndBack()
    {
        const auto with = [](const QJsonValue &retention) {
            return domain::automationFromJson(
                {{u"name"_s, u"n"_s}, {u"type"_s, u"script"_s}, {u"retention"_s, retention}});
        };
        const auto given = with(QJsonObject{{u"keep_days"_s, 0}, {u"max_log_bytes"_s, 1 << 20}});
        QVERIFY(given);
        QCOMPARE(given->retention, (domain::Retention{.keepDays = 0, .maxLogBytes = 1 << 20}));
        QVERIFY(*domain::automationFromJson(domain::toJson(*given)) == *given);
        QCOMPARE(domain::edited(*given, {{u"retention"_s, QJsonValue()}})->retention, domain::Retention());
        QCOMPARE(domain::keepingOf(given->retention, {.days = 90, .runs = 5}), (domain::Keeping{.days = 0, .runs = 5}));
        QCOMPARE(with(QJsonObject{{u"keep_runs"_s, -1}}).error().field, u"retention.keep_runs"_s);
        QCOMPARE(with(QJsonObject{{u"keep_days"_s, 1e6}}).error().field, u"retention.keep_days"_s);
        QCOMPARE(with(QJsonObject{{u"max_log_bytes"_s, 1000}}).error().field, u"retention.max_log_bytes"_s);
        QCOMPARE(with(QJsonObject{{u"days"_s, 1}}).error().field, u"retention.days"_s);
        QCOMPARE(with(7).error().field, u"retention"_s);
    }

    void givenLimitsReplaceAllOthers()
    {
        const Automation before = withLimits(QJsonObject{{u"memory_mb"_s, 64}}).value();
        const auto after = domain::edited(before, {{u"limits"_s, QJsonObject{{u"cpu_percent"_s, 150}}}});
        QVERIFY(after);
        QCOMPARE(after->limits, (domain::Limits{.cpuPercent = 150}));
        QCOMPARE(domain::edited(*after, {{u"limits"_s, QJsonObject()}})->limits, domain::Limits());
    }

    void wrongLimitsAreNamed_data()
    {
        QTest::addColumn<QJsonValue>("limits");
        QTest::addColumn<QString>("field");
        QTest::newRow("no object") << QJsonValue(5) << u"limits"_s;
        QTest::newRow("unknown") << QJsonValue(QJsonObject{{u"memory"_s, 5}}) << u"limits.memory"_s;
        QTest::newRow("zero") << QJsonValue(QJsonObject{{u"memory_mb"_s, 0}}) << u"limits.memory_mb"_s;
        QTest::newRow("fraction") << QJsonValue(QJsonObject{{u"cpu_percent"_s, 1.5}}) << u"limits.cpu_percent"_s;
        QTest::newRow("text") << QJsonValue(QJsonObject{{u"tasks"_s, u"many"_s}}) << u"limits.tasks"_s;
        QTest::newRow("too many") << QJsonValue(QJsonObject{{u"tasks"_s, 1e9}}) << u"limits.tasks"_s;
    }
    void wrongLimitsAreNamed()
    {
        QFETCH(QJsonValue, limits);
        QFETCH(QString, field);
        const base::Result<Automation> result = withLimits(limits);
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::Invalid);
        QCOMPARE(result.error().field, field);
    }
};

REGISTER_TEST(AutomationTest);
#include "test_automation.moc"
