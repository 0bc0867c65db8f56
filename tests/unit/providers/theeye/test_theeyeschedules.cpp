// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/schedules.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

using namespace Qt::StringLiterals;
using domain::Schedule;
using domain::Trigger;
using test::answerOf;
using test::Fault;
using test::TheEyeHouse;

namespace {

const Trigger nightly = Schedule{.cron = u"0 6 * * 1"_s, .timezone = u"Europe/Madrid"_s};

std::unique_ptr<TheEyeHouse> calmHouse()
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    return std::make_unique<TheEyeHouse>(habits);
}

domain::Automation read(TheEyeHouse &house)
{
    const auto found = answerOf(house.account().automation(u"one"_s));
    return found ? found->automation : domain::Automation();
}

QJsonObject schedule(const QJsonObject &fields)
{
    QJsonObject whole{{u"_id"_s, u"x"_s}, {u"data"_s, QJsonObject{{u"task_id"_s, u"one"_s}}}};
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        whole.insert(it.key(), *it);
    }
    return whole;
}

int asked(TheEyeHouse &house)
{
    return house.server().count("GET", "/acme/task/{}/schedule");
}

} // namespace

class TheEyeSchedulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schedulesOfATaskAreItsTriggers()
    {
        const auto house = calmHouse();
        house->remote.schedules.insert(u"once"_s, schedule({{u"nextRunAt"_s, u"2027-02-01T12:00:00.000Z"_s}}));
        const domain::Automation task = read(*house);
        QCOMPARE(task.triggers, (QList<Trigger>{nightly, Schedule{.at = base::parseIso(u"2027-02-01T12:00:00Z"_s)}}));
        const auto listed = answerOf(house->account().automations({}));
        const auto one = std::find_if(listed->items.begin(), listed->items.end(),
                                      [](const syncing::RemoteAutomation &item) { return item.remoteId == u"one"_s; });
        QCOMPARE(one->automation, task);
    }

    void whatSchedulesStartIsAnsweredByNobody()
    {
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        QVERIFY(domain::automationFromJson(domain::toJson(before), domain::Provenance::Store)); // it can be kept here
        QVERIFY(!before.arguments.at(1).required);                                              // there it is
        domain::Automation wanted = before;
        wanted.arguments[1].help = u"which one"_s;
        QVERIFY(answerOf(house->account().update(u"one"_s, wanted, before)));
        const QJsonArray theirs = house->remote.tasks.value("one"_L1)["task_arguments"_L1].toArray();
        QVERIFY(theirs.at(1)["required"_L1].toBool());
        QCOMPARE(theirs.at(1)["help"_L1].toString(), u"which one"_s);
    }

    void whatStartsNothingIsNoTrigger_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::newRow("stopped") << QJsonObject{{u"repeatInterval"_s, u"0 6 * * 1"_s}, {u"disabled"_s, true}};
        QTest::newRow("over") << QJsonObject{{u"nextRunAt"_s, QJsonValue()}};
        QTest::newRow("in words") << QJsonObject{{u"repeatInterval"_s, u"3 minutes"_s}};
    }
    void whatStartsNothingIsNoTrigger()
    {
        QFETCH(const QJsonObject, fields);
        QVERIFY(!providers::theeye::triggerOf(schedule(fields)));
    }

    void whatIsWantedIsMadeOfWhatIsThere()
    {
        const auto house = calmHouse();
        house->remote.schedules.insert(u"strange"_s, schedule({{u"repeatInterval"_s, u"3 minutes"_s}}));
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        const Trigger daily = Schedule{.cron = u"30 4 * * *"_s, .timezone = u"Europe/Berlin"_s};
        wanted.triggers = {daily, Schedule{.at = base::parseIso(u"2027-02-01T12:00:00Z"_s)}};
        const auto after = answerOf(house->account().update(u"one"_s, wanted, before));
        QVERIFY2(after, after ? "" : qPrintable(after.error().message()));
        QCOMPARE(after->automation.triggers.size(), 2);
        QVERIFY(after->automation.triggers.contains(daily));
        QVERIFY(!house->remote.schedules.contains(u"nightly"_s));
        QVERIFY(house->remote.schedules.contains(u"strange"_s)); // nobody here knew of it
        QJsonArray sent;
        for (const test::Asked &one : house->server().asked) {
            if (one.method == "POST" && one.path == "/acme/task/one/schedule") {
                sent.append(one.json());
            }
        }
        QCOMPARE(sent.size(), 2); // in any order
        QVERIFY(sent.contains(QJsonObject{{u"repeatEvery"_s, u"30 4 * * *"_s}, {u"timezone"_s, u"Europe/Berlin"_s}}));
        QVERIFY(sent.contains(QJsonObject{{u"runDate"_s, u"2027-02-01T12:00:00.000Z"_s}}));
        // Said twice it is the same.
        QVERIFY(answerOf(house->account().update(u"one"_s, wanted, before)));
        QCOMPARE(house->remote.schedules.size(), 3);
    }

    void whatIsNotTouchedIsNotSent()
    {
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        wanted.name = u"Other"_s;
        QVERIFY(answerOf(house->account().update(u"one"_s, wanted, before)));
        QCOMPARE(house->server().count("POST", "/acme/task/{}/schedule"), 0);
        QCOMPARE(house->server().count("DELETE", "/acme/scheduler/{}"), 0);
    }

    void aNewTaskIsScheduled()
    {
        const auto house = calmHouse();
        domain::Automation wanted = test::someDummy();
        wanted.triggers = {nightly};
        const auto made = answerOf(house->account().create(wanted));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QCOMPARE(made->automation.triggers, wanted.triggers);
        QCOMPARE(answerOf(house->account().automation(made->remoteId))->automation.triggers, wanted.triggers);
        house->server().fault("POST", "/acme/task/{}/schedule", Fault::Forbidden);
        const auto bare = answerOf(house->account().create(wanted)); // it is there, and must not be made again
        QVERIFY2(bare, bare ? "" : qPrintable(bare.error().message()));
        QVERIFY(bare->automation.triggers.isEmpty());
    }

    void whatCanNotBeSaidThereIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QJsonObject>("trigger");
        QTest::addColumn<QString>("field");
        const QString type = u"schedule"_s;
        QTest::newRow("an interval") << QJsonObject{{u"type"_s, type}, {u"every_seconds"_s, 90}}
                                     << u"triggers[0].every_seconds"_s;
        QTest::newRow("jitter") << QJsonObject{{u"type"_s, type}, {u"cron"_s, u"0 6 * * 1"_s}, {u"jitter_s"_s, 5}}
                                << u"triggers[0].jitter_s"_s;
        QTest::newRow("a webhook") << QJsonObject{{u"type"_s, u"webhook"_s}} << u"triggers[0]"_s;
    }
    void whatCanNotBeSaidThereIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(const QJsonObject, trigger);
        QFETCH(const QString, field);
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        const auto given = domain::triggerFromJson(trigger, domain::Provenance::Outside);
        QVERIFY2(given, given ? "" : qPrintable(given.error().message()));
        wanted.triggers = {*given};
        const auto refused = answerOf(house->account().update(u"one"_s, wanted, before));
        QCOMPARE(refused.error().code, base::ErrorCode::Invalid);
        QCOMPARE(refused.error().field, field);
        QCOMPARE(answerOf(house->account().create(wanted)).error().field, field);
        QCOMPARE(house->server().count("PUT", "/acme/task/{}"), 0);
        QCOMPARE(house->server().count("POST", "/acme/task"), 0);
    }

    void theyAreReadNowAndThenOnly()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().automations({})));
        QCOMPARE(asked(*house), 2); // a request for each task
        QVERIFY(answerOf(house->account().automations({})));
        QCOMPARE(asked(*house), 2);
        QVERIFY(answerOf(house->account().automation(u"one"_s))); // before something is changed it is looked at
        QCOMPARE(asked(*house), 3);
    }

    void whoMayNotSeeThemSeesNone()
    {
        for (const Fault fault : {Fault::Forbidden, Fault::NotFound}) {
            const auto house = calmHouse();
            house->server().fault("GET", "/acme/task/{}/schedule", fault);
            const auto listed = answerOf(house->account().automations({}));
            QVERIFY2(listed, listed ? "" : qPrintable(listed.error().message()));
            QVERIFY(listed->items.first().automation.triggers.isEmpty());
        }
        const auto broken = calmHouse();
        broken->server().fault("GET", "/acme/task/{}/schedule", Fault::ServerError);
        QCOMPARE(answerOf(broken->account().automations({})).error().code, base::ErrorCode::Unavailable);
    }
};

REGISTER_TEST(TheEyeSchedulesTest);
#include "test_theeyeschedules.moc"
