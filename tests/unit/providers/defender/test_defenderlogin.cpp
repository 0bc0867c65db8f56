// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/providers/defenderhouse.h"
#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;
using test::answerOf;
using test::DefenderDouble;
using test::DefenderHouse;

namespace {

std::unique_ptr<DefenderHouse> calmHouse(const QString &place)
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    return std::make_unique<DefenderHouse>(habits, place);
}

QHash<QString, QString> credential(const QString &secret)
{
    return {{u"api_key"_s, QLatin1StringView(DefenderDouble::apiKey)}, {u"api_secret"_s, secret}};
}

void addBoth()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("at the service") << u"actions"_s;
    QTest::newRow("by Cognito") << u"autotasks"_s;
}

} // namespace

class DefenderLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLoginServesAllCalls_data() { addBoth(); }
    void oneLoginServesAllCalls()
    {
        QFETCH(const QString, place);
        const auto house = calmHouse(place);
        const auto first = house->account().automation(u"one"_s); // both wait for the one login
        const auto second = house->account().readRun(u"run-1"_s);
        QVERIFY(answerOf(first));
        QVERIFY(answerOf(second));
        QCOMPARE(house->remote.logins, 1);
        QCOMPARE(house->server().asked.last().headers.value("authorization"), "Bearer access-1"_ba);
    }

    void trapARenewalBringsNoNewRefreshToken_data() { addBoth(); }
    void trapARenewalBringsNoNewRefreshToken()
    {
        QFETCH(const QString, place);
        const auto house = calmHouse(place);
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
        for (int i = 1; i <= 2; ++i) { // a renewal brings no new refresh token: the old one serves again
            house->remote.token = u"another"_s;
            QVERIFY(answerOf(house->account().automation(u"one"_s)));
            QCOMPARE(house->remote.refreshes, i);
        }
        QCOMPARE(house->remote.logins, 1);
    }

    void whereNothingCanBeRenewedTheLoginIsDoneAgain_data() { addBoth(); }
    void whereNothingCanBeRenewedTheLoginIsDoneAgain()
    {
        QFETCH(const QString, place);
        const auto house = calmHouse(place);
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
        house->remote.token = u"another"_s;
        house->remote.takesRefreshTokens = false;
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
        QCOMPARE(house->remote.logins, 2);
    }

    void trapAWrongSecretIsNotTriedAgain_data() { addBoth(); }
    void trapAWrongSecretIsNotTriedAgain()
    {
        QFETCH(const QString, place);
        const auto house = calmHouse(place);
        house->open(credential(u"example secreT"_s));
        const auto refused = answerOf(house->account().automation(u"one"_s));
        QCOMPARE(refused.error().code, base::ErrorCode::Denied);
        QCOMPARE(refused.error().field, u"credential"_s);
        QVERIFY(refused.error().detail.contains("Incorrect username or password"_L1));
        QCOMPARE(house->server().asked.size(), place == "actions"_L1 ? 1 : 2);
        for (const test::Asked &asked : house->server().asked) {
            QVERIFY(place == "actions"_L1 || !asked.body.contains("example")); // by SRP the secret never goes out
        }
    }

    void trapAnUnknownKeyHasAnErrorOfItsOwn()
    {
        const auto house = calmHouse(u"autotasks"_s);
        house->open({{u"api_key"_s, u"nobody"_s}, {u"api_secret"_s, u"x"_s}});
        const auto refused = answerOf(house->account().automation(u"one"_s));
        QCOMPARE(refused.error().code, base::ErrorCode::Denied);
        QCOMPARE(refused.error().field, u"credential"_s);
    }

    void trapTheUserMayHaveAnotherNameForSrp()
    {
        const auto house = calmHouse(u"autotasks"_s);
        house->remote.userForSrp = u"someone else"_s;
        house->remote.session = u"session of it"_s; // handed back, too
        const auto item = answerOf(house->account().automation(u"one"_s));
        QVERIFY2(item, item ? "" : qPrintable(item.error().message()));
    }

    void withoutAKeyNothingIsAsked()
    {
        const auto house = calmHouse(u"actions"_s);
        house->open({});
        QCOMPARE(answerOf(house->account().automation(u"one"_s)).error().field, u"credential"_s);
        QCOMPARE(house->server().asked.size(), 0);
    }

    void aPastedTokenIsUsedAndNotRenewed()
    {
        const auto house = calmHouse(u"actions"_s);
        house->connection.settings.insert("login"_L1, u"token"_s);
        house->remote.token = u"pasted"_s;
        house->open({{u"api_key"_s, QLatin1StringView(DefenderDouble::apiKey)}, {u"token"_s, u"pasted"_s}});
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
        house->remote.token = u"another"_s;
        QCOMPARE(answerOf(house->account().automation(u"one"_s)).error().field, u"credential"_s);
        QCOMPARE(house->remote.logins, 0);
    }

    void aLoginServiceThatIsAwayIsNoWrongSecret()
    {
        const auto house = calmHouse(u"actions"_s);
        house->server().fault("POST", "/auth/login", test::Fault::ServerError);
        QCOMPARE(answerOf(house->account().automation(u"one"_s)).error().code, base::ErrorCode::Unavailable);
        house->server().heal();
        QVERIFY(answerOf(house->account().automation(u"one"_s)));
    }

    void challengesThatAreNoneOfOursAreNamed()
    {
        const auto house = calmHouse(u"autotasks"_s);
        house->server().route("POST", "/cognito/", [](const test::Asked &) {
            return test::told({{u"ChallengeName"_s, u"SMS_MFA"_s}});
        });
        const auto refused = answerOf(house->account().automation(u"one"_s));
        QCOMPARE(refused.error().code, base::ErrorCode::Denied);
        QVERIFY(refused.error().detail.contains("SMS_MFA"_L1));
    }

    void everyHostPoolAndClientIsASetting_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("wrong");
        QTest::newRow("generation") << u"generation"_s << u"sentinels"_s;
        QTest::newRow("login") << u"login"_s << u"by hand"_s;
        QTest::newRow("login_url") << u"login_url"_s << u"ftp://a"_s;
        QTest::newRow("cognito_url") << u"cognito_url"_s << u"nowhere"_s;
        QTest::newRow("pool_id") << u"pool_id"_s << u"94f3puJWv"_s;
    }
    void everyHostPoolAndClientIsASetting()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, wrong);
        domain::Connection connection;
        connection.baseUrl = QUrl(u"https://example.org/autotask/"_s);
        const auto usual = providers::defender::settingsOf(connection);
        QVERIFY(usual);
        QCOMPARE(usual->cognitoUrl, QUrl(u"https://cognito-idp.us-west-2.amazonaws.com/"_s));
        QCOMPARE(usual->poolId, u"us-west-2_94f3puJWv"_s);
        QCOMPARE(usual->clientId, u"40e58hbc7pktmnp9i26hh5nsav"_s);
        QCOMPARE(usual->loginUrl, connection.baseUrl);
        connection.settings = {{name, wrong}};
        QCOMPARE(providers::defender::settingsOf(connection).error().field, u"settings."_s + name);
    }
};

REGISTER_TEST(DefenderLoginTest);
#include "test_defenderlogin.moc"
