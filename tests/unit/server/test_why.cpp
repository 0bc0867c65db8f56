// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList stepsOf(const QJsonObject &why)
{
    QStringList steps;
    for (const QJsonValue step : why.value("steps"_L1).toArray()) {
        steps.append(step.toObject().value("step"_L1).toString());
    }
    return steps;
}

/// Due at 03:00 Berlin time, made on 20 October; the house's clock begins on 25 October at 00:00 UTC, which is 02:00.
struct Nightly
{
    Nightly()
    {
        house.workspace.clock.jump(-5 * 24h);
        domain::Automation nightly = test::someAutomation();
        domain::Schedule schedule;
        schedule.cron = u"0 3 * * *"_s;
        schedule.timezone = u"Europe/Berlin"_s;
        nightly.triggers = {schedule};
        automation = house.addAutomation(nightly);
        house.workspace.clock.jump(5 * 24h);
    }

    domain::Run plan(base::Instant slot, domain::RunStatus status, const QString &reason, qint64 missed = 0)
    {
        domain::Run run;
        run.automationId = automation.id;
        run.automationName = automation.name;
        run.automationVersion = 1;
        run.trigger = domain::TriggerKind::Schedule;
        run.plannedFor = slot;
        run.status = status;
        run.reason = reason;
        run.missedCount = missed;
        const auto planned = test::await(house.workspace->runs().plan(
            {run},
            {{automation.id,
              QString::fromUtf8(QJsonDocument(domain::toJson(schedule())).toJson(QJsonDocument::Compact)), slot}}));
        return planned.value().first();
    }
    const domain::Schedule &schedule() const { return std::get<domain::Schedule>(automation.triggers.first()); }
    QJsonObject why(const QByteArray &rest = {})
    {
        return house.get("/api/why/" + automation.id.text().toLatin1() + rest).object();
    }

    test::House house;
    domain::Automation automation;
    base::Instant lastSlot = test::tempStoreStart - 23h; // 24 October, 03:00 in Berlin
};

} // namespace

class WhyRouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void cleanupTestCase() { qunsetenv("TZ"); }

    void theLastSlotIsMeantWhereNoneIsGiven()
    {
        Nightly nightly;
        nightly.plan(nightly.lastSlot, domain::RunStatus::Skipped, u"missed while the engine was away"_s, 3);
        const QJsonObject why = nightly.why();
        QCOMPARE(why.value("verdict"_L1).toString(), u"skipped"_s);
        QCOMPARE(why.value("at"_L1).toString(), u"2026-10-24T01:00:00.000Z"_s);
        QCOMPARE(why.value("previous_slot"_L1).toString(), u"2026-10-23T01:00:00.000Z"_s);
        QCOMPARE(why.value("next_slot"_L1).toString(), u"2026-10-25T02:00:00.000Z"_s);
        QCOMPARE(why.value("subject"_L1).toObject().value("name"_L1).toString(), u"Backup"_s);
        QCOMPARE(stepsOf(why), (QStringList{u"planned"_s, u"asleep"_s, u"misfire"_s, u"covered"_s}));
    }

    void theEngineTableTellsWhoWasThere()
    {
        Nightly nightly;
        QVERIFY(nightly.house.workspace->takeEngine());
        QVERIFY(test::await(nightly.house.workspace->registerEngine()));
        nightly.plan(nightly.lastSlot, domain::RunStatus::Skipped, u"missed while the engine was away"_s, 3);
        const QJsonObject why = nightly.why("?at=2026-10-23T03:00");
        QCOMPARE(stepsOf(why), (QStringList{u"planned"_s, u"no_engine"_s, u"misfire"_s, u"covered"_s}));
        QCOMPARE(why.value("steps"_L1).toArray().at(1).toObject().value("at"_L1).toString(),
                 u"2026-10-25T00:00:00.000Z"_s);
    }

    void anyTimeMayBeAsked()
    {
        Nightly nightly;
        QCOMPARE(nightly.why("?at=2026-10-26T03:00%2B01:00").value("verdict"_L1).toString(), u"will_run"_s);
        QCOMPARE(nightly.why("?at=2026-10-26T03:00+01:00").value("verdict"_L1).toString(), u"will_run"_s);
        QCOMPARE(nightly.why("?at=2026-10-24T05:00").value("verdict"_L1).toString(), u"no_slot"_s);
        QCOMPARE(nightly.why("?at=2020-01-01T03:00Z").value("verdict"_L1).toString(), u"unknown"_s);
        // Nobody has looked at the last slot: the rules say what an engine would do.
        QCOMPARE(nightly.why("?at=2026-10-24T03:00").value("verdict"_L1).toString(), u"will_run"_s);
    }

    void aRunTellsItsWait()
    {
        Nightly nightly;
        test::House &house = nightly.house;
        const domain::Run first = house.startRun(nightly.automation.id);
        const domain::Run second =
            test::await(house.workspace->runs().request(nightly.automation.id, u"kim"_s)).value();
        QVERIFY(test::await(house.workspace->runs().explain(second.id, u"waits for the run before it"_s)));
        const QByteArray path = "/api/why/" + second.id.text().toLatin1();
        QJsonObject why = house.get(path).object();
        QCOMPARE(why.value("verdict"_L1).toString(), u"waiting"_s);
        QCOMPARE(stepsOf(why), (QStringList{u"requested"_s, u"waits_for_run"_s}));

        house.workspace.clock.advance(90s);
        QVERIFY(test::await(house.workspace->runs().finish(first.id, {.status = domain::RunStatus::Done})));
        QVERIFY(test::await(house.workspace->runs().start(second.id, 1)));
        house.workspace.clock.advance(10s);
        QVERIFY(test::await(house.workspace->runs().finish(
            second.id, {.status = domain::RunStatus::Failed, .reason = u"exit code 3"_s, .exitCode = 3})));
        why = house.get(path).object();
        QCOMPARE(why.value("verdict"_L1).toString(), u"ran"_s);
        QCOMPARE(stepsOf(why), (QStringList{u"requested"_s, u"waited"_s, u"started"_s, u"exit_code"_s}));
        const QJsonObject waited = why.value("steps"_L1).toArray().at(1).toObject();
        QCOMPARE(waited.value("evidence"_L1).toObject().value("seconds"_L1).toDouble(), 90.0);
        QCOMPARE(waited.value("evidence"_L1).toObject().value("run_ids"_L1).toArray(), QJsonArray{first.id.text()});

        QVERIFY(test::await(house.workspace->automations().remove(nightly.automation.id, u"kim"_s)));
        why = house.get(path).object();
        QCOMPARE(stepsOf(why), (QStringList{u"requested"_s, u"waited"_s, u"started"_s, u"exit_code"_s}));
        QVERIFY(why.value("next_slot"_L1).isNull());
    }

    // Ten thousand runs later the row asked for is still found, with the runs before it.
    void oldRowsAreFoundAmongMany()
    {
        Nightly nightly;
        QList<domain::Run> runs;
        domain::Run run;
        run.automationId = nightly.automation.id;
        run.automationName = u"Backup"_s;
        run.automationVersion = 1;
        run.trigger = domain::TriggerKind::Schedule;
        for (int minute = 0; minute < 5000; ++minute) {
            run.id = base::RunId(u"run_%1"_s.arg(minute, 12, 10, QChar(u'0')));
            run.plannedFor = nightly.lastSlot + minute * 1min;
            run.queuedAt = *run.plannedFor;
            runs.append(run);
        }
        QVERIFY(test::await(nightly.house.workspace->runs().plan(runs, {})));
        nightly.house.workspace.clock.jump(10 * 24h);
        const QJsonObject why = nightly.why("?at=2026-10-24T03:07");
        QCOMPARE(why.value("subject"_L1).toObject().value("run_id"_L1).toString(), u"run_000000000007"_s);
    }

    void wrongQuestionsNameTheirPlace()
    {
        Nightly nightly;
        const QByteArray id = nightly.automation.id.text().toLatin1();
        QCOMPARE(nightly.house.get("/api/why/auto_none").status, 404);
        QCOMPARE(nightly.house.get("/api/why/run_none").status, 404);
        const test::Reply bad = nightly.house.get("/api/why/" + id + "?at=yesterday");
        QCOMPARE(bad.status, 400);
        QCOMPARE(bad.object().value("field"_L1).toString(), u"at"_s);
        QVERIFY(bad.object().value("detail"_L1).toString().contains(u"2026-10-22T03:00"_s));
        QCOMPARE(nightly.house.get("/api/why/run_none?at=2026-10-24T03:00Z").object().value("field"_L1).toString(),
                 u"at"_s);
        QCOMPARE(nightly.house.get("/api/why/" + id + "?when=now").status, 400);
    }
};

REGISTER_TEST(WhyRouteTest);
#include "test_why.moc"
