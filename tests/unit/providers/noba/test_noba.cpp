// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/providers/nobahouse.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/signalboxhouse.h"

using namespace Qt::StringLiterals;
using test::answerOf;
using test::Fault;
using test::NobaHouse;
using test::NobaWay;
using enum base::ErrorCode;

namespace {

const QString hello = u"0fe653c29f92"_s;

NobaWay calm(const QHash<QString, QString> &credential = NobaWay().credential, const QString &dialect = u"actual"_s)
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    return {dialect, credential, habits};
}

QHash<QString, QString> login(const QString &password = u"right"_s)
{
    return {{u"username"_s, u"kim"_s}, {u"password"_s, password}};
}

} // namespace

class NobaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapTheServerIsNotTheDocumentedOne()
    {
        NobaHouse actual(calm(NobaWay().credential, u"auto"_s));
        QVERIFY(answerOf(actual.account().automations({})));
        QCOMPARE(actual.server().asked.size(), 2);
        QVERIFY(answerOf(actual.account().automations({})));
        QCOMPARE(actual.server().asked.size(), 3); // it is asked once
        test::DocumentedNobaHouse documented(u"auto"_s);
        const auto automations = answerOf(documented.account().automations({}));
        QCOMPARE(automations->items.first().automation.icon, u"fa-database"_s);
        QCOMPARE(automations->items.first().lastStatus, u"done"_s);
        test::FaultServer other;
        domain::Connection connection;
        connection.baseUrl = other.url();
        base::SystemClock clock;
        providers::noba::Account account({connection, {{u"token"_s, u"t"_s}}, clock}, test::hastyHabits());
        QCOMPARE(answerOf(account.facts()).error().code, Corrupt);
        for (const auto &asked : actual.server().asked + documented.server().asked + other.asked) {
            QCOMPARE(asked.method, "GET"_ba);
        }
    }

    void trapWhatIsNotThereIs405OrElse404()
    {
        test::DocumentedNobaHouse house(u"auto"_s);
        house.server().fault("GET", "/api/maintenance-windows", Fault::NotAllowed);
        QVERIFY(answerOf(house.account().windows()));
    }

    void trapAKeyHasAWordOfItsOwn()
    {
        NobaHouse house(calm({{u"api_key"_s, u"the-key"_s}}));
        house.remote.credential = "ApiKey the-key";
        const auto facts = answerOf(house.account().facts());
        QVERIFY(facts);
        QCOMPARE(facts->role, u"admin"_s);
        QCOMPARE(facts->version, u"NOBA 2.0.0"_s);
    }

    void aTokenThatRanOutIsRenewedByTheLogin()
    {
        NobaHouse house(calm(login()));
        QHash<QString, QString> kept;
        connect(&house.account(), &syncing::Account::credentialChanged, this,
                [&kept](const QHash<QString, QString> &credential) { kept = credential; });
        const auto first = house.account().automations({});
        const auto second = house.account().windows();
        QVERIFY(answerOf(first) && answerOf(second));
        QCOMPARE(house.remote.logins, 1);
        QCOMPARE(kept.value(u"token"_s), u"good-token"_s);
        QCOMPARE(kept.value(u"username"_s), u"kim"_s);
    }

    void trapFiveFailuresLockTheAddressOut()
    {
        NobaHouse house(calm(login(u"wrong"_s)));
        for (int i = 0; i < 4; ++i) {
            const auto answer = answerOf(house.account().automations({}));
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, Denied);
            QVERIFY2(answer.error().detail.contains(u"Invalid credentials"_s), qPrintable(answer.error().detail));
        }
        QCOMPARE(house.remote.logins, 1); // five would lock the address out
    }

    void trapALockOutDoesNotSayForHowLong()
    {
        NobaHouse house(calm(login()));
        house.server().route("POST", "/api/login", [](const test::Asked &) {
            return test::told({{u"detail"_s, u"Too many failed attempts. Try again shortly."_s}}, 429);
        });
        QCOMPARE(answerOf(house.account().automations({})).error().code, Unavailable);
        QCOMPARE(answerOf(house.account().automations({})).error().code, Unavailable);
        QCOMPARE(house.server().count("POST", "/api/login"), 1);
    }

    void trapALoginWithASecondFactorAnswers200WithoutAToken()
    {
        NobaHouse without(calm(login()));
        without.remote.totpCode = u"123456"_s;
        const auto denied = answerOf(without.account().automations({}));
        QCOMPARE(denied.error().code, Denied);
        QVERIFY2(denied.error().detail.contains(u"second factor"_s), qPrintable(denied.error().detail));
        QHash<QString, QString> credential = login();
        credential.insert(u"totp_code"_s, u"123456"_s);
        NobaHouse with(calm(credential));
        with.remote.totpCode = u"123456"_s;
        QVERIFY(answerOf(with.account().automations({})));
        QCOMPARE(with.remote.logins, 2);
        credential.insert(u"totp_code"_s, u"000000"_s);
        NobaHouse wrong(calm(credential));
        wrong.remote.totpCode = u"123456"_s;
        QVERIFY(answerOf(wrong.account().automations({})).error().detail.contains(u"Invalid 2FA code"_s));
    }

    void aSecondFactorWithItsSecretRenewsItself()
    {
        QHash<QString, QString> credential = login();
        credential.insert(u"totp_secret"_s, u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s);
        NobaHouse house(calm(credential));
        house.remote.totpCode = providers::noba::totpCode(credential.value(u"totp_secret"_s), house.clock.now());
        QVERIFY(answerOf(house.account().automations({})));
    }

    void trapNothingAnswersForASingleAutomation()
    {
        NobaHouse house(calm());
        const auto read = answerOf(house.account().automation(hello));
        QCOMPARE(read->automation.params.value("command"_L1).toString(), u"echo hi"_s);
        QCOMPARE(house.server().count("GET", "/api/automations/{}"), 0);
        QCOMPARE(answerOf(house.account().automation(u"none"_s)).error().code, NotFound);
    }

    void trapConfigIsReplacedAsAWhole()
    {
        NobaHouse house(calm());
        const auto read = answerOf(house.account().automation(hello));
        const QByteArray shown = QJsonDocument(domain::toJson(read->automation)).toJson();
        QVERIFY2(!shown.contains("hidden") && shown.contains("********"), shown.constData());
        domain::Automation wanted = read->automation;
        wanted.params.insert("command"_L1, u"echo bye"_s);
        QVERIFY(answerOf(house.account().update(hello, wanted, read->automation)));
        const QJsonObject config = house.remote.automations.first()["config"_L1].toObject();
        QCOMPARE(config, (QJsonObject{{u"command"_s, u"echo bye"_s}, {u"trigger_key"_s, u"hidden"_s}}));
    }

    void trapTheLastWordCounts()
    {
        NobaHouse house(calm());
        const auto read = answerOf(house.account().automation(hello));
        QJsonObject item = house.remote.automations.first().toObject();
        item.insert("updated_at"_L1, 1795339999);
        house.remote.automations.replace(0, item);
        domain::Automation wanted = read->automation;
        wanted.name = u"other"_s;
        QCOMPARE(answerOf(house.account().update(hello, wanted, read->automation)).error().code, Conflict);
        QCOMPARE(house.server().count("PUT", "/api/automations/{}"), 0);
    }

    void trapAnEmptyChangeIsAnError()
    {
        NobaHouse house(calm());
        const auto read = answerOf(house.account().automation(hello));
        QVERIFY(answerOf(house.account().update(hello, read->automation, read->automation)));
        QCOMPARE(house.server().count("PUT", "/api/automations/{}"), 0);
    }

    void trapAnyTextIsASchedule()
    {
        NobaHouse house(calm());
        QJsonObject item = house.remote.automations.first().toObject();
        item.insert("schedule"_L1, u"0 3 * * 7"_s);
        house.remote.automations.replace(0, item);
        const auto read = answerOf(house.account().automation(hello));
        QVERIFY(read->automation.triggers.isEmpty());
        QCOMPARE(read->automation.remote.value("schedule"_L1).toString(), u"0 3 * * 7"_s);
        domain::Automation wanted = read->automation;
        wanted.name = u"other"_s;
        QVERIFY(answerOf(house.account().update(hello, wanted, read->automation)));
        QVERIFY(!house.server().asked.at(house.server().asked.size() - 2).json().contains("schedule"_L1));
    }

    void trapCommandsAreWrittenByAdminsOnly()
    {
        NobaHouse house(calm());
        house.remote.role = u"operator"_s;
        QCOMPARE(answerOf(house.account().remove(hello)).error().code, Denied);
        domain::Automation command = test::someAutomation();
        command.tags.clear();
        const auto made = answerOf(house.account().create(command));
        QVERIFY2(made.error().detail.contains(u"Custom script commands require admin role"_s),
                 qPrintable(made.error().detail));
        QVERIFY(made.error().field.isEmpty()); // the credential is good
        QVERIFY(!answerOf(house.account().facts())->capabilities.has(domain::Capability::Delete));
    }

    void trapAWorkflowHasNoRunOfItsOwn()
    {
        NobaHouse house(calm());
        const auto run = answerOf(house.account().run({.remoteId = hello, .arguments = {{u"who"_s, u"x"_s}}}));
        QVERIFY(run);
        QCOMPARE(run->remoteId, u"101"_s);
        QCOMPARE(house.server().asked.last().json().value("variables"_L1).toObject().value("who"_L1).toString(),
                 u"x"_s);
        house.remote.automations.append(QJsonObject{{u"id"_s, u"wf"_s}, {u"type"_s, u"workflow"_s}});
        const auto workflow = answerOf(house.account().run({.remoteId = u"wf"_s}));
        QVERIFY2(workflow, workflow ? "" : qPrintable(workflow.error().message()));
        QCOMPARE(workflow->remoteId, u"workflow:wf:102"_s);
        QCOMPARE(answerOf(house.account().readRun(u"workflow:wf:102"_s))->status, domain::RunStatus::Running);
        QCOMPARE(answerOf(house.account().log(u"workflow:wf:102"_s, {})).error().code, Unsupported);
        QVERIFY(answerOf(house.account().cancel(u"workflow:wf:102"_s)));
        QCOMPARE(answerOf(house.account().readRun(u"workflow:wf:102"_s))->status, domain::RunStatus::Cancelled);
    }

    void trapTooManyAtOnceAreNotQueued()
    {
        NobaHouse house(calm());
        house.server().fault("POST", "/api/automations/{}/run", Fault::Conflict);
        QCOMPARE(answerOf(house.account().run({.remoteId = hello})).error().code, Conflict);
    }

    void trapOutputIsNullUntilTheEnd()
    {
        NobaHouse house(calm());
        const auto running = answerOf(house.account().log(u"5"_s, {}));
        QVERIFY(running->bytes.isEmpty() && !running->complete);
        const auto over = answerOf(house.account().log(u"4"_s, running->next));
        QCOMPARE(over->bytes, "out\nerr\n"_ba);
        QVERIFY(over->complete);
        const qsizetype asked = house.server().asked.size();
        const auto again = answerOf(house.account().log(u"4"_s, over->next));
        QVERIFY(again->bytes.isEmpty() && again->complete);
        QCOMPARE(house.server().asked.size(), asked);
    }

    void trapCancellingWhatIsOverIs404()
    {
        NobaHouse house(calm());
        QVERIFY(answerOf(house.account().cancel(u"5"_s)));
        QCOMPARE(answerOf(house.account().cancel(u"5"_s)).error().code, Conflict);
    }

    void trapASecondDecisionIs400()
    {
        NobaHouse house(calm());
        QVERIFY(answerOf(house.account().decide(u"1"_s, domain::Judgement::Reject, u"a reason"_s)));
        QCOMPARE(house.server().asked.last().json(), (QJsonObject{{u"decision"_s, u"denied"_s}}));
        QCOMPARE(answerOf(house.account().decide(u"1"_s, domain::Judgement::Approve, {})).error().code, Conflict);
    }

    void trapOneWindowWithTextBreaksTheListOfOpenOnes()
    {
        NobaHouse house(calm());
        QVERIFY(answerOf(house.account().windows())->first().active);
        house.remote.aWindowHasText = true;
        const auto windows = answerOf(house.account().windows());
        QVERIFY(windows);
        QCOMPARE(windows->size(), 1);
        QVERIFY(!windows->first().active);
    }

    void trapTheExportIsYamlWithSecrets()
    {
        NobaHouse house(calm());
        const auto exported = answerOf(house.account().act(u"export"_s, {}));
        QVERIFY(exported->toString().contains(u"command: echo hi"_s));
        QVERIFY(!exported->toString().contains(u"s3cr3t"_s));
    }

    void trapWebhooksMustBeSigned()
    {
        NobaHouse house(calm());
        const auto made =
            answerOf(house.account().act(u"create-webhook"_s, {{u"name"_s, u"wh"_s}, {u"automation_id"_s, hello}}));
        QCOMPARE(made->toObject().value("secret"_L1).toString(), u"shown-once"_s);
        const QJsonObject fire{{u"hook_id"_s, u"hook"_s}, {u"secret"_s, u"shown-once"_s}, {u"body"_s, u"{\"a\":1}"_s}};
        QCOMPARE(answerOf(house.account().act(u"fire-webhook"_s, fire))->toObject().value("run_id"_L1).toInt(), 26);
        QVERIFY(!house.server().asked.last().headers.contains("authorization"));
        QJsonObject wrong = fire;
        wrong.insert("secret"_L1, u"guessed"_s);
        QVERIFY(
            answerOf(house.account().act(u"fire-webhook"_s, wrong)).error().detail.contains(u"Invalid signature"_s));
        const QJsonObject trigger{{u"id"_s, hello}, {u"key"_s, u"the-key"_s}, {u"secret"_s, u"shown-once"_s}};
        QCOMPARE(answerOf(house.account().act(u"trigger"_s, trigger))->toObject().value("run_id"_L1).toInt(), 23);
        QCOMPARE(answerOf(house.account().act(u"trigger"_s, {{u"id"_s, hello}})).error().field, u"key"_s);
    }

    void whatTheDocumentedDialectLacksIsUnsupported()
    {
        test::DocumentedNobaHouse house;
        syncing::Account &account = house.account();
        QCOMPARE(answerOf(account.cancel(u"run_abc123"_s)).error().code, Unsupported);
        QCOMPARE(answerOf(account.runs({})).error().code, Unsupported);
        QCOMPARE(answerOf(account.run({.remoteId = u"a"_s, .arguments = {{u"x"_s, u"y"_s}}})).error().code,
                 Unsupported);
        house.remote.run.insert("status"_L1, u"running"_s);
        house.remote.run.insert("output"_L1, u"Back"_s);
        house.remote.run.remove("finished"_L1);
        const auto part = answerOf(account.log(u"run_abc123"_s, {}));
        QCOMPARE(part->bytes, "Back"_ba);
        QVERIFY(!part->complete);
        house.remote.run.insert("status"_L1, u"done"_s);
        house.remote.run.insert("output"_L1, u"Backup\n"_s);
        const auto end = answerOf(account.log(u"run_abc123"_s, part->next));
        QCOMPARE(end->bytes, "up\n"_ba);
        QVERIFY(end->complete);
    }
};

REGISTER_TEST(NobaTest);
#include "test_noba.moc"
