// SPDX-License-Identifier: Apache-2.0
// Where Defender is not as one would expect; the other traps stand beside what they are about.
#include "app/providers/defender/reading.h"
#include "app/providers/defender/writing.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/defenderhouse.h"
#include "tests/unit/providers/outcome.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using test::answerOf;
using test::DefenderHouse;

namespace {

std::unique_ptr<DefenderHouse> calmHouse(const QString &place = u"actions"_s)
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    return std::make_unique<DefenderHouse>(habits, place);
}

domain::Automation read(DefenderHouse &house)
{
    const auto there = answerOf(house.account().automation(u"one"_s));
    return there ? there->automation : domain::Automation();
}

domain::Automation withCron(const QString &zone)
{
    domain::Automation automation = test::someBundle();
    automation.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s, .timezone = zone}};
    return automation;
}

base::Result<syncing::RemoteRun> runWith(const QString &status)
{
    return providers::defender::runOf({{u"autotaskRunId"_s, u"r"_s},
                                       {u"autotaskId"_s, u"a"_s},
                                       {u"createdAt"_s, u"2023-02-23T18:49:14.812Z"_s},
                                       {u"status"_s, status}});
}

} // namespace

class DefenderTrapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapTheAccessTokenIsSentAndNotTheIdToken()
    {
        const auto house = calmHouse(u"autotasks"_s);
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
        QCOMPARE(house->server().asked.last().headers.value("authorization"), "Bearer access-1"_ba);
    }

    void trapEveryRequestNeedsTheKeyBesideTheToken()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
        const test::Asked asked = house->server().asked.last();
        QCOMPARE(asked.headers.value("x-api-key"), QByteArray(test::DefenderDouble::apiKey));
        QCOMPARE(asked.headers.value("content-type"), "application/json"_ba); // a GET, too
    }

    void trapOnlyFourFieldsAreCertain()
    {
        const auto house = calmHouse();
        house->remote.listsAreWhole = false; // no digest, no variables
        for (int i = 1; i <= 2; ++i) {       // so nothing says that the code is the same
            const auto listed = answerOf(house->account().automations({}));
            QVERIFY2(listed, listed ? "" : qPrintable(listed.error().message()));
            QCOMPARE(listed->items.first().automation.params.value("code"_L1), QJsonValue(test::someCode()));
            QCOMPARE(house->server().count("GET", "/actions/{}"), i);
        }
        house->remote.items.insert(u"one"_s, QJsonObject{{u"actionId"_s, u"one"_s},
                                                         {u"name"_s, u"bare"_s},
                                                         {u"paused"_s, true},
                                                         {u"trigger"_s, QJsonObject{{u"type"_s, u"webhook"_s}}}});
        const domain::Automation bare = read(*house);
        QCOMPARE(bare.name, u"bare"_s);
        QVERIFY(bare.paused && bare.params.isEmpty());
    }

    void trapAScheduleHasMinutesOrCronAndNeverBoth()
    {
        const auto house = calmHouse();
        const domain::Automation before = read(*house); // every 1500 minutes
        domain::Automation wanted = before;
        wanted.triggers = withCron(u"UTC"_s).triggers;
        const auto body = providers::defender::updateBody(wanted, before);
        QVERIFY2(body, body ? "" : qPrintable(body.error().message()));
        QCOMPARE(body->value("trigger"_L1).toObject(),
                 (QJsonObject{{u"type"_s, u"schedule"_s}, {u"cron"_s, u"0 3 * * *"_s}}));
    }

    void trapCronIsInUtc()
    {
        const auto theirs = providers::defender::triggersOf({{u"type"_s, u"schedule"_s}, {u"cron"_s, u"0 3 * * *"_s}});
        QCOMPARE(theirs, withCron(u"UTC"_s).triggers);
        QVERIFY(providers::defender::createBody(withCron(u"UTC"_s)));
        for (const QString &zone : {u"Europe/Berlin"_s, QString()}) { // empty is that of this machine
            const auto refused = providers::defender::createBody(withCron(zone));
            QVERIFY(!refused);
            QCOMPARE(refused.error().field, u"triggers[0].timezone"_s);
        }
    }

    void trapVariablesAreNotSecret()
    {
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        wanted.env.insert(u"key"_s, u"${secret:api}"_s);
        const auto refused = answerOf(house->account().update(u"one"_s, wanted, before));
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"env.key"_s);
        QCOMPARE(house->server().count("PUT", "/actions/{}/environment"), 0);
    }

    void trapBothListsOfSecretsMustBeThere()
    {
        const auto house = calmHouse();
        house->remote.secrets = {{u"old"_s, u"x"_s}};
        const auto set = [&house](const QJsonObject &fields) {
            return answerOf(house->account().act(u"set-secrets"_s, fields));
        };
        QVERIFY(set({{u"secrets"_s, u"{\"m\":\"n\"}"_s}})); // the command line gives texts
        QVERIFY(set({{u"deletes"_s, u"old"_s}}));
        QCOMPARE(house->remote.secrets, (QJsonObject{{u"m"_s, u"n"_s}}));
    }

    void trapNobodyKnowsWhenARunBeganOrEnded()
    {
        for (const QString &status : {u"pending"_s, u"success"_s, u"error"_s}) {
            const auto run = runWith(status);
            QVERIFY(run && run->queuedAt);
            QVERIFY(!run->startedAt && !run->finishedAt); // so nothing is invented
        }
    }

    void trapAThrottledRunIsNotMadeUpFor()
    {
        const auto run = runWith(u"throttled"_s);
        QCOMPARE(run->status, domain::RunStatus::Skipped);
        QVERIFY(run->reason.contains("throttled"_L1));
        QVERIFY(!run->hasLog);
        QCOMPARE(runWith(u"success"_s)->reason, QString());
    }

    void trapARunCantBeCancelled()
    {
        const auto house = calmHouse();
        QVERIFY(!providers::defender::capabilities().has(domain::Capability::Cancel));
        const auto refused = answerOf(house->account().cancel(u"run-5"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Unsupported);
        QCOMPARE(house->server().asked.size(), 0);
    }

    void trapAWebhookIsHeldForAWhileAndThenPending()
    {
        rest::Habits habits = test::hastyHabits();
        habits.longestSilence = base::Millis(150);
        habits.longest = base::Millis(200);
        DefenderHouse house(habits, u"actions"_s);
        house.server().route("POST", "/hook/slow", [&house](const test::Asked &) {
            QTimer::singleShot(600, qApp, [&house] {
                house.server().push(R"({"actionRunId":"r","actionId":"one","trigger":"webhook","status":"pending"})");
                house.server().closeStreams();
            });
            return test::Told{.open = true};
        });
        const QString url = house.server().url().toString() + u"/hook/slow"_s;
        const auto run = answerOf(house.account().act(u"call-webhook"_s, {{u"url"_s, url}}));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(run->toObject().value("status"_L1).toString(), u"pending"_s);
        QCOMPARE(house.server().count("POST", "/hook/slow"), 1);
    }
};

REGISTER_TEST(DefenderTrapsTest);
#include "test_defendertraps.moc"
