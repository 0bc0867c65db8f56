// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/reading.h"
#include "app/providers/defender/writing.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/defenderhouse.h"
#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;
using test::answerOf;
using test::DefenderHouse;

namespace {

/// A house whose answers may take their time, for what is not about time.
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

QJsonObject sent(const DefenderHouse &house, const QByteArray &method, const QByteArray &path)
{
    for (const test::Asked &asked : house.remote.server.asked) {
        if (asked.method == method && asked.path == path) {
            return asked.json();
        }
    }
    return {};
}

} // namespace

class DefenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapTheGenerationsHaveOtherWordsForTheSame_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("actions") << u"actions"_s;
        QTest::newRow("autotasks") << u"autotasks"_s;
    }
    void trapTheGenerationsHaveOtherWordsForTheSame()
    {
        QFETCH(const QString, place);
        const auto house = calmHouse(place);
        const auto all = answerOf(house->account().automations({}));
        QVERIFY2(all, all ? "" : qPrintable(all.error().message()));
        QCOMPARE(all->items.size(), 1);
        QCOMPARE(all->items.first().remoteId, u"one"_s);
        const auto facts = answerOf(house->account().facts());
        QCOMPARE(facts->version, place == "actions"_L1 ? u"Actions"_s : u"Autotasks"_s);
        QCOMPARE(facts->role, place == "actions"_L1 ? u"manage-autotasks, manage-relayers"_s : QString());
        QCOMPARE(house->remote.logins, 1);
    }

    void anItemIsReadWithAllItHas()
    {
        const auto house = calmHouse();
        const domain::Automation automation = read(*house);
        QCOMPARE(automation.name, u"my task"_s);
        QCOMPARE(automation.type, u"bundle"_s);
        QCOMPARE(automation.params.value("code"_L1).toString(), test::someCode());
        QCOMPARE(std::get<domain::Schedule>(automation.triggers.first()).everySeconds, 90000);
        QCOMPARE(automation.env, (QMap<QString, QString>{{u"hello"_s, u"world"_s}}));
        QCOMPARE(automation.remote.value("relayerId"_L1).toString(), u"f75701bb"_s);
        QCOMPARE(automation.remote.value("codeDigest"_L1).toString(),
                 u"vy58bBc/IsNfBHiuXpXP+G/mrS++/uRBQyZlQT7FoUg="_s);
        QVERIFY(!automation.remote.contains("encodedZippedCode"_L1));
    }

    void trapTheListHasNoCode()
    {
        const auto house = calmHouse();
        QCOMPARE(answerOf(house->account().automations({}))->items.first().automation, read(*house));
        const int before = house->server().count("GET", "/actions/{}");
        QCOMPARE(answerOf(house->account().automations({}))->items.first().automation.params.value("code"_L1),
                 QJsonValue(test::someCode()));
        QCOMPARE(house->server().count("GET", "/actions/{}"), before);
    }

    void trapOlderServicesHaveNoVariables()
    {
        const auto house = calmHouse();
        house->remote.hasEnvironments = false;
        QCOMPARE(read(*house).env, (QMap<QString, QString>{}));
        QCOMPARE(house->server().count("GET", "/actions/{}/environment"), 1);
    }

    void trapAnUpdateReplacesTheWhole()
    {
        const auto house = calmHouse();
        QJsonObject item = house->remote.items.value("one"_L1).toObject();
        item.insert("tide"_L1, QJsonObject{{u"high"_s, true}});
        house->remote.items.insert(u"one"_s, item);
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        wanted.paused = true;
        const auto after = answerOf(house->account().update(u"one"_s, wanted, before));
        QVERIFY2(after, after ? "" : qPrintable(after.error().message()));
        QVERIFY(after->automation.paused);
        // The address ends with a slash, and code that is the same is not sent.
        QCOMPARE(sent(*house, "PUT", "/actions/"), (QJsonObject{{u"actionId"_s, u"one"_s},
                                                                {u"name"_s, u"my task"_s},
                                                                {u"paused"_s, true},
                                                                {u"trigger"_s, item.value("trigger"_L1)},
                                                                {u"relayerId"_s, u"f75701bb"_s},
                                                                {u"stackResourceId"_s, u"mystack.task-1"_s},
                                                                {u"tide"_s, item.value("tide"_L1)}}));
        QCOMPARE(house->server().count("PUT", "/actions/{}/environment"), 0);
        QCOMPARE(after->automation.remote.value("tide"_L1), item.value("tide"_L1));
    }

    void trapTheIdOfAnUpdateStandsInTheBody_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("idName");
        QTest::newRow("actions") << u"actions"_s << u"actionId"_s;
        QTest::newRow("autotasks") << u"autotasks"_s << u"autotaskId"_s;
    }
    void trapTheIdOfAnUpdateStandsInTheBody()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, idName);
        const auto house = calmHouse(place);
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        wanted.name = u"other"_s;
        QVERIFY(answerOf(house->account().update(u"one"_s, wanted, before)));
        QCOMPARE(sent(*house, "PUT", house->at("/")).value(idName).toString(), u"one"_s);
    }

    void trapVariablesAreNoPartOfAnUpdate()
    {
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        wanted.env.insert(u"more"_s, u"1"_s);
        const auto after = answerOf(house->account().update(u"one"_s, wanted, before));
        QCOMPARE(after->automation.env, wanted.env);
        QVERIFY(!sent(*house, "PUT", "/actions/").contains("environmentVariables"_L1));
    }

    void whatIsMadeIsThereEvenIfItsVariablesAreNot()
    {
        const auto house = calmHouse();
        domain::Automation wanted = test::someBundle();
        wanted.env = {{u"a"_s, u"b"_s}};
        const auto made = answerOf(house->account().create(wanted));
        QCOMPARE(made->automation.env, wanted.env);
        QCOMPARE(house->remote.items.value(made->remoteId).toObject().value("environmentVariables"_L1).toObject(),
                 (QJsonObject{{u"a"_s, u"b"_s}}));
        house->server().fault("PUT", "/actions/{}/environment", test::Fault::Forbidden);
        const auto second = answerOf(house->account().create(wanted));
        QVERIFY(second); // else it would be made a third time
        QCOMPARE(second->automation.env, (QMap<QString, QString>{}));
        QCOMPARE(house->remote.items.size(), 3);
    }

    void whatNobodyAskedForIsNotOurs()
    {
        const auto keyOf = [](const QString &trigger) {
            return providers::defender::runOf({{u"autotaskRunId"_s, u"r"_s}, {u"trigger"_s, trigger}})->key;
        };
        QCOMPARE(keyOf(u"manual-api"_s), std::nullopt); // it may be
        QCOMPARE(keyOf(u"schedule"_s), std::optional(QString()));
        QCOMPARE(keyOf(u"sentinel"_s), std::optional(QString()));
    }

    void trapTriggersOfAnyKindComeBackAsTheyCame_data()
    {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<int>("ours");
        QTest::newRow("minutes") << uR"({"type":"schedule","frequencyMinutes":1})"_s << 1;
        QTest::newRow("seconds") << uR"({"type":"schedule","frequencySeconds":30})"_s << 1;
        QTest::newRow("cron") << uR"({"type":"schedule","cron":"0 3 * * 1-5"})"_s << 1;
        QTest::newRow("webhook") << uR"({"type":"webhook"})"_s << 1;
        QTest::newRow("sentinel") << uR"({"type":"sentinel"})"_s << 0;
        QTest::newRow("monitor") << uR"({"type":"monitor-filter"})"_s << 0;
        QTest::newRow("scenario") << uR"({"type":"scenario"})"_s << 0;
        QTest::newRow("one of tomorrow") << uR"({"type":"tide","high":[1,2]})"_s << 0;
        QTest::newRow("a cron of theirs") << uR"({"type":"schedule","cron":"whenever"})"_s << 0;
        QTest::newRow("with more") << uR"({"type":"schedule","frequencyMinutes":5,"jitter":3})"_s << 1;
    }
    void trapTriggersOfAnyKindComeBackAsTheyCame()
    {
        QFETCH(const QString, theirs);
        QFETCH(const int, ours);
        const auto house = calmHouse();
        const QJsonObject trigger = QJsonDocument::fromJson(theirs.toUtf8()).object();
        QJsonObject item = house->remote.items.value("one"_L1).toObject();
        item.insert("trigger"_L1, trigger);
        house->remote.items.insert(u"one"_s, item);
        const domain::Automation before = read(*house);
        QCOMPARE(before.triggers.size(), ours);
        domain::Automation wanted = before;
        wanted.name = u"other"_s;
        QVERIFY(answerOf(house->account().update(u"one"_s, wanted, before)));
        QCOMPARE(sent(*house, "PUT", "/actions/").value("trigger"_L1).toObject(), trigger);
        if (ours == 1) { // and made anew it says the same
            domain::Automation fresh = test::someBundle();
            fresh.triggers = before.triggers;
            QJsonObject known = trigger;
            known.remove("jitter"_L1);
            QCOMPARE(providers::defender::createBody(fresh)->value("trigger"_L1).toObject(), known);
        }
    }

    void trapTheTokenOfAWebhookIsASecret()
    {
        const auto house = calmHouse();
        QJsonObject item = house->remote.items.value("one"_L1).toObject();
        item.insert("trigger"_L1, QJsonObject{{u"type"_s, u"webhook"_s}, {u"token"_s, u"tok-en of it"_s}});
        house->remote.items.insert(u"one"_s, item);
        const domain::Automation before = read(*house);
        QVERIFY(std::holds_alternative<domain::Webhook>(before.triggers.first()));
        QVERIFY(!QJsonDocument(domain::toJson(before)).toJson().contains("tok-en"));
    }

    void whatCannotBeSaidThereIsNamed_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("field");
        QTest::newRow("a script") << uR"({"type":"script"})"_s << u"type"_s;
        QTest::newRow("no code") << uR"({"params":{}})"_s << u"params.code"_s;
        QTest::newRow("no trigger") << uR"({"triggers":[]})"_s << u"triggers"_s;
        QTest::newRow("two") << uR"({"triggers":[{"type":"webhook"},{"type":"startup"}]})"_s << u"triggers"_s;
        QTest::newRow("startup") << uR"({"triggers":[{"type":"startup"}]})"_s << u"triggers[0]"_s;
        QTest::newRow("at") << uR"({"triggers":[{"type":"schedule","at":"2027-01-01T00:00:00Z"}]})"_s
                            << u"triggers[0].at"_s;
        QTest::newRow("jitter") << uR"({"triggers":[{"type":"schedule","every_minutes":5,"jitter_s":9}]})"_s
                                << u"triggers[0].jitter_s"_s;
        QTest::newRow("six fields") << uR"({"triggers":[{"type":"schedule","cron":"5 0 3 * * *","timezone":"UTC"}]})"_s
                                    << u"triggers[0].cron"_s;
    }
    void whatCannotBeSaidThereIsNamed()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, field);
        const auto house = calmHouse();
        const auto wanted = domain::edited(test::someBundle(), QJsonDocument::fromJson(change.toUtf8()).object());
        QVERIFY2(wanted, wanted ? "" : qPrintable(wanted.error().message()));
        const auto made = answerOf(house->account().create(*wanted));
        QCOMPARE(made.error().code, base::ErrorCode::Invalid);
        QCOMPARE(made.error().field, field);
        QCOMPARE(house->server().asked.size(), 0);
    }

    void runsAreReadWithTheirWords_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QString &more, domain::RunStatus status,
                            const QString &message = {}) { QTest::newRow(name) << more << int(status) << message; };
        using enum domain::RunStatus;
        row("pending", uR"("status":"pending")"_s, Running);
        row("success", uR"("status":"success")"_s, Done);
        row("program", uR"("status":"error","errorType":"PROGRAM","message":"no")"_s, Failed, u"PROGRAM: no"_s);
        row("timeout", uR"("status":"error","errorType":"TIMEOUT")"_s, TimedOut, u"TIMEOUT"_s);
        row("funds", uR"("status":"error","errorType":"INSUFFICIENT_FUNDS","message":"0 ETH")"_s, Failed,
            u"INSUFFICIENT_FUNDS: 0 ETH"_s);
        row("no type", uR"("status":"error","message":"it broke")"_s, Failed, u"it broke"_s);
        row("throttled", uR"("status":"throttled")"_s, Skipped);
        row("throttle", uR"("status":"throttle")"_s, Skipped);
        row("a word of tomorrow", uR"("status":"dreaming")"_s, Running);
    }
    void runsAreReadWithTheirWords()
    {
        QFETCH(const QString, more);
        QFETCH(const int, status);
        QFETCH(const QString, message);
        const QString text = uR"({"autotaskRunId":"r","autotaskId":"a","createdAt":"2023-02-23T18:49:14.812Z",%1})"_s;
        const auto run = providers::defender::runOf(QJsonDocument::fromJson(text.arg(more).toUtf8()).object());
        QVERIFY(run);
        QCOMPARE(int(run->status), status);
        QCOMPARE(run->errorMessage, message);
        QCOMPARE(base::isoUtc(*run->queuedAt), u"2023-02-23T18:49:14.812Z"_s);
    }

    void trapTheResultIsJsonWithinJson()
    {
        const auto result = [](const QJsonValue &value) {
            return providers::defender::runOf({{u"actionRunId"_s, u"r"_s}, {u"result"_s, value}})->result;
        };
        QCOMPARE(result(u"{\"hello\":\"world\"}"_s), QJsonValue(QJsonObject{{u"hello"_s, u"world"_s}}));
        QCOMPARE(result(u"42"_s), QJsonValue(42));
        QCOMPARE(result(u"\"text\""_s), QJsonValue(u"text"_s));
        QCOMPARE(result(u"no JSON"_s), QJsonValue(u"no JSON"_s));
        QVERIFY(result(QJsonValue()).isUndefined());
    }

    void trapTheLogComesAtTheEndInEitherForm()
    {
        const auto house = calmHouse();
        const auto early = answerOf(house->account().log(u"run-5"_s, {}));
        QVERIFY(early && !early->complete && early->bytes.isEmpty());
        const auto whole = answerOf(house->account().log(u"run-1"_s, {}));
        QCOMPARE(whole->bytes, "START\n42\n"_ba);
        QVERIFY(whole->complete);
        const auto again = answerOf(house->account().log(u"run-1"_s, whole->next));
        QVERIFY(again->complete && again->bytes.isEmpty());
        QCOMPARE(providers::defender::logIn({{u"encodedLogs"_s, u"U1RBUlQ="_s}}), "START"_ba);
        QCOMPARE(providers::defender::logIn({}), ""_ba);
    }

    void trapCursorsGoBackAsTheyCame()
    {
        const auto house = calmHouse();
        QJsonObject two = house->remote.items.value("one"_L1).toObject();
        two.insert("actionId"_L1, u"two"_s);
        house->remote.items.insert(u"two"_s, two);
        QJsonObject run = house->remote.runs.first().toObject();
        run.insert("actionId"_L1, u"two"_s);
        run.insert("actionRunId"_L1, u"newest"_s);
        run.insert("createdAt"_L1, u"2026-01-01T00:00:00Z"_s);
        house->remote.runs.append(run);
        const auto first = answerOf(house->account().runs({}));
        QVERIFY2(first, first ? "" : qPrintable(first.error().message()));
        QCOMPARE(first->items.size(), 3);
        QCOMPARE(first->items.first().remoteId, u"newest"_s);
        const auto second = answerOf(house->account().runs({.automationRemoteId = {}, .cursor = first->next}));
        QCOMPARE(second->items.size(), 2);
        const auto last = answerOf(house->account().runs({.automationRemoteId = {}, .cursor = second->next}));
        QCOMPARE(last->items.size(), 1);
        QVERIFY(last->next.isEmpty());
        QCOMPARE(house->server().asked.last().value(u"next"_s), u"opaque+/4"_s); // as it came
    }

    void aRunIsGivenABody()
    {
        const auto house = calmHouse();
        const auto run = answerOf(house->account().run({.remoteId = u"one"_s, .body = QJsonObject{{u"value"_s, 1}}}));
        QCOMPARE(run->status, domain::RunStatus::Running);
        QCOMPARE(sent(*house, "POST", "/actions/one/runs/manual"), (QJsonObject{{u"value"_s, 1}}));
        QCOMPARE(answerOf(house->account().run({.remoteId = u"one"_s, .body = QJsonArray{1}})).error().field,
                 u"body"_s);
    }

    void aFieldThatBeginsWithAByteOrderMarkIsSentBackOnce()
    {
        const QJsonObject item =
            QJsonDocument::fromJson("{\"actionId\":\"a\",\"name\":\"n\",\"\xef\xbb\xbftide\":1}").object();
        const auto read = providers::defender::automationOf(item);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        domain::Automation wanted = read->automation;
        wanted.triggers = {domain::Webhook{}};
        const auto body = providers::defender::updateBody(wanted, read->automation);
        QVERIFY2(body, body ? "" : qPrintable(body.error().message()));
        QCOMPARE(QJsonDocument(*body).toJson().count("tide"), 1);
    }

    void trapAQuotaThatIsUsedUpIs402()
    {
        const auto house = calmHouse();
        house->server().route("POST", "/actions/{}/runs/manual", [](const test::Asked &) {
            return test::told({{u"message"_s, u"Quota of 120 for autotask runs exceeded"_s}}, 402);
        });
        const auto run = answerOf(house->account().run({.remoteId = u"one"_s}));
        QCOMPARE(run.error().code, base::ErrorCode::Unavailable);
        QVERIFY(run.error().detail.contains("Quota of 120"_L1));
        QCOMPARE(house->server().count("POST", "/actions/{}/runs/manual"), 1);
    }

    void trap520IsOutlivedByReadsOnly()
    {
        const auto house = calmHouse();
        int left = 1;
        const auto broken = [&left](const test::Asked &) {
            return left-- > 0 ? test::told({{u"message"_s, u"unknown"_s}}, 520)
                              : test::told({{u"items"_s, QJsonArray()}});
        };
        house->server().route("GET", "/secrets", broken);
        house->server().route("POST", "/secrets", broken);
        QVERIFY(answerOf(house->account().act(u"secrets"_s, {})));
        left = 1;
        QCOMPARE(answerOf(house->account().act(u"set-secrets"_s, {{u"deletes"_s, u"a"_s}})).error().code,
                 base::ErrorCode::Timeout);
    }
};

REGISTER_TEST(DefenderTest);
#include "test_defender.moc"
