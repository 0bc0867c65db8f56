// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using test::answerOf;
using test::Fault;
using test::TheEyeHouse;
using enum base::ErrorCode;

namespace {

std::unique_ptr<TheEyeHouse> calmHouse(const QHash<QString, QString> &credential = test::rightLogin())
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    auto house = std::make_unique<TheEyeHouse>(habits);
    house->open(credential);
    return house;
}

QHash<QString, QString> integration()
{
    return {{u"integration_token"_s, QLatin1StringView(test::TheEyeDouble::integrationToken)}};
}

base::Error errorBy(TheEyeHouse &house, int status, const QByteArray &body)
{
    house.server().route("GET", "/acme/task/{}",
                         [status, body](const test::Asked &) { return test::Told{.status = status, .body = body}; });
    const auto answer = answerOf(house.account().automation(u"one"_s));
    return answer ? base::internal(u"it worked"_s) : answer.error();
}

} // namespace

class TheEyeLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGatewayGetsThePasswordAndTheSupervisorTheToken()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
        QCOMPARE(house->remote.logins, 1);
        const test::Asked login = house->server().asked.first();
        QCOMPARE(login.method + ' ' + login.path, "POST /gw/api/auth/login"_ba);
        QCOMPARE(login.value(u"customer"_s), u"acme"_s); // the token counts for one organisation
        QCOMPARE(login.headers.value("authorization"), "Basic " + QByteArray("kim:right").toBase64());
        QCOMPARE(house->server().asked.last().headers.value("authorization"), "Bearer session-1"_ba);
        QVERIFY(answerOf(house->account().act(u"inbox"_s, {})));
        QCOMPARE(house->remote.logins, 1); // it is one for both
    }

    void trapATokenRunsOutAfterADay()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
        house->remote.token = u"another"_s; // a day later
        const auto task = house->account().automation(u"one"_s);
        const auto profile = house->account().act(u"profile"_s, {});
        QVERIFY(answerOf(task));
        QVERIFY(answerOf(profile));
        QCOMPARE(house->remote.logins, 2);
    }

    void trapAnIntegrationTokenCantBeRenewed()
    {
        auto both = integration();
        both.insert(test::rightLogin());
        const auto house = calmHouse(both);
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
        QCOMPARE(house->remote.logins, 0);
        house->open({{u"integration_token"_s, u"taken back"_s}});
        const auto refused = answerOf(house->account().automation(u"one"_s));
        QCOMPARE(refused.error().code, Denied);
        QCOMPARE(refused.error().field, u"credential"_s);
        QCOMPARE(house->remote.logins, 0);
    }

    void whoIsNotLetInIsToldSo_data()
    {
        QTest::addColumn<QString>("username");
        QTest::addColumn<QString>("password");
        QTest::newRow("wrong") << u"kim"_s << u"wrong"_s;
        QTest::newRow("no password") << u"kim"_s << u""_s;
        QTest::newRow("nothing") << u""_s << u""_s;
    }
    void whoIsNotLetInIsToldSo()
    {
        QFETCH(const QString, username);
        QFETCH(const QString, password);
        const auto house = calmHouse({{u"username"_s, username}, {u"password"_s, password}});
        for (const auto &answer :
             {answerOf(house->account().act(u"running"_s, {})), answerOf(house->account().act(u"profile"_s, {}))}) {
            QCOMPARE(answer.error().code, Denied);
            QCOMPARE(answer.error().field, u"credential"_s);
        }
        QCOMPARE(house->server().count("GET", "/job/running"), 0);
    }

    void trapATokenOfAnotherOrganisationIs409()
    {
        const auto house = calmHouse();
        house->remote.isOtherOrganisation = true;
        const auto refused = answerOf(house->account().facts());
        QCOMPARE(refused.error().code, Denied); // it is 409 there
        QCOMPARE(refused.error().field, u"credential"_s);
        QVERIFY(refused.error().detail.contains("another organisation"_L1));
    }

    void theLoginGoesToAnotherOrganisationAndBack()
    {
        const auto house = calmHouse();
        const auto change = [&house](const QString &to) {
            return answerOf(house->account().act(u"change-organisation"_s, {{u"organisation"_s, to}}));
        };
        const auto nowhere = change(u"elsewhere"_s);
        QCOMPARE(nowhere.error().code, Invalid);
        QCOMPARE(nowhere.error().field, u"organisation"_s);
        QVERIFY2(nowhere.error().detail.contains("acme, umbrella"_L1), qPrintable(nowhere.error().detail));

        const auto changed = change(u"umbrella"_s);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message()));
        QCOMPARE(changed->toObject().value("id"_L1).toString(), u"c2"_s);
        QVERIFY(changed->toObject().value("mirror"_L1).toString().startsWith("What is mirrored of acme stays"_L1));
        const auto refused = answerOf(house->account().facts()); // the connection still names the first one
        QCOMPARE(refused.error().field, u"credential"_s);
        QCOMPARE(answerOf(house->account().act(u"profile"_s, {}))->toObject().value("current_customer"_L1)["name"_L1],
                 u"umbrella"_s); // by the new token: the old one is dead

        const auto back = change(u"c1"_s);
        QVERIFY(back && back->toObject().value("mirror"_L1).toString().startsWith("Nothing changes"_L1));
        QVERIFY(answerOf(house->account().facts()));
        QCOMPARE(house->server().count("POST", "/gw/api/auth/login"), 1);
    }

    void whoLoggedOutIsNotLoggedInByItself()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().facts()));
        const auto out = answerOf(house->account().act(u"logout"_s, {}));
        QVERIFY2(out, out ? "" : qPrintable(out.error().message()));
        QVERIFY(out->toObject().value("logged_out"_L1).toBool());
        const auto refused = answerOf(house->account().facts());
        QCOMPARE(refused.error().code, Denied);
        QCOMPARE(refused.error().field, u"credential"_s);
        QVERIFY(refused.error().detail.contains("sync logs in again"_L1));
        QCOMPARE(house->server().count("POST", "/gw/api/auth/login"), 1);
        house->open(test::rightLogin());
        QVERIFY(answerOf(house->account().facts()));
    }

    void anIntegrationTokenIsNoLogin()
    {
        const auto house = calmHouse(integration());
        QCOMPARE(answerOf(house->account().act(u"logout"_s, {})).error().code, Unsupported);
        QCOMPARE(
            answerOf(house->account().act(u"change-organisation"_s, {{u"organisation"_s, u"umbrella"_s}})).error().code,
            Unsupported);
        QVERIFY(answerOf(house->account().facts()));
    }

    void withoutAnOrganisationNothingIsAsked()
    {
        const auto house = calmHouse();
        house->connection.settings.remove("organisation"_L1);
        house->open(test::rightLogin());
        QCOMPARE(answerOf(house->account().facts()).error().field, u"settings.organisation"_s);
        QCOMPARE(house->server().asked.size(), 0);
    }

    void theRankSaysWhatTheAccountMay_data()
    {
        QTest::addColumn<QString>("rank");
        QTest::addColumn<bool>("runs");
        QTest::addColumn<bool>("edits");
        QTest::addColumn<bool>("removes");
        QTest::newRow("viewer") << u"viewer"_s << false << false << false;
        QTest::newRow("user") << u"user"_s << true << false << false;
        QTest::newRow("agent") << u"agent"_s << true << false << false;
        QTest::newRow("manager") << u"manager"_s << true << true << false;
        QTest::newRow("admin") << u"admin"_s << true << true << true;
        QTest::newRow("integration") << u"integration"_s << true << true << true;
        QTest::newRow("owner") << u"owner"_s << true << true << true;
        QTest::newRow("not told") << u""_s << true << true << true;
    }
    void theRankSaysWhatTheAccountMay()
    {
        using enum domain::Capability;
        QFETCH(const QString, rank);
        QFETCH(const bool, runs);
        QFETCH(const bool, edits);
        QFETCH(const bool, removes);
        const auto house = calmHouse();
        house->remote.rank = rank;
        const auto facts = answerOf(house->account().facts());
        QVERIFY(facts);
        QCOMPARE(facts->who, u"kim"_s);
        QCOMPARE(facts->role, rank);
        QVERIFY(facts->capabilities.has(List) && facts->capabilities.has(Runs));
        QCOMPARE(facts->capabilities.has(Run), runs);
        QCOMPARE(facts->capabilities.has(Approvals), runs);
        QCOMPARE(facts->capabilities.has(Update), edits);
        QCOMPARE(facts->capabilities.has(Delete), removes);
        QCOMPARE(facts->capabilities.log, domain::RemoteLog::AtEnd); // no stream exists
    }

    void whoMayNotAskWhoTheyAreStillWork()
    {
        const auto house = calmHouse(integration());
        house->server().fault("GET", "/gw/api/session/profile", Fault::Forbidden);
        const auto facts = answerOf(house->account().facts());
        QVERIFY(facts);
        QVERIFY(facts->capabilities.has(domain::Capability::Delete));
    }

    void trapErrorsHaveSixForms_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, int status, const QByteArray &body) -> QTestData & {
            return QTest::newRow(name) << status << body;
        };
        row("a bare text", 403, R"("forbidden")") << int(Denied) << u""_s << u"403: forbidden"_s;
        row("newer controllers", 404, R"({"statusCode":404,"message":"task not found"})")
            << int(NotFound) << u""_s << u"404: task not found"_s;
        row("a list of fields", 400, R"([{"name":"ExtendedError","statusCode":400,"field":"name","code":"EREQ"}])")
            << int(Invalid) << u"name"_s << u"name is needed"_s;
        row("a wrong value", 400,
            R"([{"name":"ExtendedError","statusCode":400,"field":"timeout","code":"EVALID","value":"x"}])")
            << int(Invalid) << u"timeout"_s << u"timeout is not what it should be"_s;
        row("the router", 404, R"({"code":"ResourceNotFound","message":"/acme/tusk does not exist"})")
            << int(NotFound) << u""_s << u"/acme/tusk does not exist"_s;
        row("the body's parser", 400, R"({"code":"InvalidContent","message":"Invalid JSON"})")
            << int(Invalid) << u""_s << u"Invalid JSON"_s;
        row("the model", 400,
            R"({"errors":{"acl":{"message":"no"}},"_message":"Task validation failed","name":"ValidationError",)"
            R"("message":"Task validation failed: acl: no"})")
            << int(Invalid) << u"acl"_s << u"Task validation failed: acl: no"_s;
        row("anything else", 500, R"("Internal Server Error")")
            << int(Unavailable) << u""_s << u"500: Internal Server Error"_s;
        row("no token", 401, R"("Unauthorized")") << int(Denied) << u"credential"_s << u"401: Unauthorized"_s;
    }
    void trapErrorsHaveSixForms()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const int, code);
        QFETCH(const QString, field);
        QFETCH(const QString, says);
        const auto house = calmHouse(integration());
        const base::Error error = errorBy(*house, status, body);
        QCOMPARE(int(error.code), code);
        QCOMPARE(error.field, field);
        QVERIFY2(error.detail.contains(says), qPrintable(error.detail));
    }

    void trapSilenceIsARefusal()
    {
        TheEyeHouse house; // whose habits are hasty
        house.open(integration());
        house.server().fault("GET", "/acme/task/{}", Fault::Silent);
        QElapsedTimer time;
        time.start();
        const base::Error error = answerOf(house.account().automation(u"one"_s)).error();
        QVERIFY(time.elapsed() < 4000);
        QCOMPARE(error.code, Unavailable);
        QVERIFY2(error.detail.contains("access lists"_L1), qPrintable(error.detail));
        QCOMPARE(house.server().count("GET", "/acme/task/{}"), 2);
        house.server().fault("POST", "/acme/task/{}/job", Fault::Silent);
        const syncing::RunWish wish{.remoteId = u"one"_s, .arguments = {{u"Env"_s, u"prd"_s}, {u"Why"_s, u"full"_s}}};
        house.server().heal();
        house.server().fault("POST", "/acme/task/{}/job", Fault::Silent);
        QCOMPARE(answerOf(house.account().run(wish)).error().code, Timeout); // it may have been started
        QCOMPARE(house.server().count("POST", "/acme/task/{}/job"), 1);
    }
};

REGISTER_TEST(TheEyeLoginTest);
#include "test_theeyelogin.moc"
