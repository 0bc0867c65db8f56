// SPDX-License-Identifier: Apache-2.0
// Where TheEye is not as one would expect; the other traps stand beside what they are about.
#include "app/providers/theeye/arguments.h"
#include "app/providers/theeye/schedules.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

using namespace Qt::StringLiterals;
using test::answerOf;
using test::TheEyeHouse;
using enum base::ErrorCode;

namespace {

std::unique_ptr<TheEyeHouse> calmHouse()
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    return std::make_unique<TheEyeHouse>(habits);
}

domain::Automation withSchedule(domain::Automation automation, const domain::Schedule &schedule)
{
    automation.triggers = {schedule};
    return automation;
}

QJsonObject argument(int order, const QString &label)
{
    return {{u"order"_s, order}, {u"type"_s, u"input"_s}, {u"label"_s, label}};
}

} // namespace

class TheEyeTrapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapSomePathsAreNoneWithoutTheOrganisation()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().decide(u"job-5"_s, domain::Judgement::Approve, {})));
        QVERIFY(answerOf(house->account().cancel(u"job-4"_s)));
        QVERIFY(answerOf(house->account().act(u"give-input"_s, {{u"id"_s, u"job-4"_s}, {u"args"_s, u"a"_s}})));
        int changes = 0;
        for (const test::Asked &asked : house->server().asked) {
            const bool isOne = asked.method == "PUT";
            changes += isOne;
            QVERIFY2(!isOne || asked.path.startsWith("/acme/job/"), asked.path.constData());
        }
        QCOMPARE(changes, 3);
    }

    void trapATaskKeepsItsKind()
    {
        const auto house = calmHouse();
        const auto before = answerOf(house->account().automation(u"one"_s));
        domain::Automation wanted = before->automation;
        wanted.type = u"theeye_dummy"_s;
        const auto refused = answerOf(house->account().update(u"one"_s, wanted, before->automation));
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"type"_s);
        QVERIFY2(refused.error().detail.contains("keeps its kind"_L1), qPrintable(refused.error().detail));
        QCOMPARE(house->server().count("PUT", "/acme/task/{}"), 0);
    }

    void trapFiveJobsOfATaskAreKept()
    {
        const auto house = calmHouse();
        const auto first = answerOf(house->account().readRun(u"job-1"_s));
        QVERIFY(first && first->fleeting); // so it is copied at once
        for (int i = 0; i < 3; ++i) {
            house->remote.addJob(u"one"_s, u"finished"_s, u"success"_s);
        }
        QCOMPARE(answerOf(house->account().readRun(u"job-1"_s)).error().code, NotFound);
        const auto listed = answerOf(house->account().runs({.automationRemoteId = u"one"_s}));
        QCOMPARE(listed->items.size(), 6); // five, and the one at work
        for (const syncing::RemoteRun &run : listed->items) {
            QVERIFY(run.fleeting);
        }
    }

    void trapOrdersOfArgumentsHaveGaps()
    {
        const QJsonArray theirs{argument(4, u"Late"_s), argument(1, u"Early"_s)};
        const auto values = providers::theeye::runValues(theirs, {{u"Late"_s, u"l"_s}, {u"Early"_s, u"e"_s}});
        QVERIFY(values);
        const QJsonValue none = QJsonValue::Null;
        QCOMPARE(*values, (QJsonArray{none, u"e"_s, none, none, u"l"_s}));
    }

    void trapADateThatIsANumberIsNeverAnswered()
    {
        TheEyeHouse house;
        const domain::Schedule once{.at = base::parseIso(u"2027-02-01T12:00:00Z"_s)};
        const auto made = answerOf(house.account().create(withSchedule(test::someDummy(), once)));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QCOMPARE(made->automation.triggers.size(), 1); // else it was not answered
        const auto act = [&house](const QJsonValue &date) {
            return answerOf(house.account().act(u"schedule"_s, {{u"id"_s, u"one"_s}, {u"run_date"_s, date}}));
        };
        QVERIFY(act(u"2027-02-01T12:00:00Z"_s));
        const auto refused = act(1801483200000.0);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"run_date"_s);
        QCOMPARE(house.server().count("POST", "/acme/task/{}/schedule"), 2);
    }

    void trapCronHasExactlyFiveFields()
    {
        const auto house = calmHouse();
        const domain::Schedule seconds{.cron = u"5 0 6 * * 1"_s, .timezone = u"UTC"_s};
        const auto refused = answerOf(house->account().create(withSchedule(test::someDummy(), seconds)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"triggers[0].cron"_s);
        const QJsonObject six{{u"id"_s, u"one"_s}, {u"repeat_every"_s, u"5 0 6 * * 1"_s}};
        const auto byHand = answerOf(house->account().act(u"schedule"_s, six));
        QVERIFY(!byHand);
        QCOMPARE(byHand.error().field, u"repeat_every"_s);
        QCOMPARE(house->server().asked.size(), 0);
    }

    void trapATriggeredRunThatWaitsStandsAmongTheSchedules()
    {
        const auto house = calmHouse();
        const QJsonObject held{{u"_id"_s, u"held"_s},
                               {u"nextRunAt"_s, u"2027-02-01T12:00:00.000Z"_s},
                               {u"data"_s, QJsonObject{{u"task_id"_s, u"one"_s}, {u"origin"_s, u"trigger_by"_s}}}};
        house->remote.schedules.insert(u"held"_s, held);
        const auto task = answerOf(house->account().automation(u"one"_s));
        QCOMPARE(task->automation.triggers.size(), 1); // the nightly one
        domain::Automation wanted = task->automation;
        wanted.triggers.clear();
        QVERIFY(answerOf(house->account().update(u"one"_s, wanted, task->automation)));
        QVERIFY(house->remote.schedules.contains(u"held"_s)); // removed it would take the run away
        QVERIFY(!house->remote.schedules.contains(u"nightly"_s));
    }

    void trapTheDeciderStandsInTheOutput()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().decide(u"job-5"_s, domain::Judgement::Reject, {})));
        const auto run = answerOf(house->account().readRun(u"job-5"_s));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(run->result.toArray().last()["username"_L1].toString(), u"kim"_s); // no text, other than the rest
    }

    void trapALifeCycleIsABareText()
    {
        const auto house = calmHouse();
        const auto told = answerOf(house->account().act(u"lifecycle"_s, {{u"id"_s, u"job-4"_s}}));
        QVERIFY2(told, told ? "" : qPrintable(told.error().message()));
        QCOMPARE(*told, QJsonValue(u"started"_s));
    }

    void trapAWebhookDoesNotTellWhatItStarted()
    {
        const auto house = calmHouse();
        const auto fired = answerOf(house->account().act(u"fire-webhook"_s, {{u"id"_s, u"hook"_s}}));
        QVERIFY2(fired, fired ? "" : qPrintable(fired.error().message()));
        QCOMPARE(fired->toObject(), (QJsonObject{{u"message"_s, u"success"_s}}));
        QCOMPARE(house->server().count("POST", "/acme/webhook/{}/trigger"), 1);
    }
};

REGISTER_TEST(TheEyeTrapsTest);
#include "test_theeyetraps.moc"
