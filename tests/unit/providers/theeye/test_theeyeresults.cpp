// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

using namespace Qt::StringLiterals;
using test::answerOf;
using test::Fault;
using test::TheEyeHouse;
using enum base::ErrorCode;

namespace {

const QJsonArray rightValues{QJsonValue(), u"prd"_s, u"full"_s};
const QByteArray poll = "/job/{}/result";

base::Result<QJsonValue> ran(TheEyeHouse &house, const QJsonArray &values = rightValues)
{
    return answerOf(house.account().act(u"run-and-wait"_s, {{u"id"_s, u"one"_s}, {u"task_arguments"_s, values}}));
}

base::Result<QJsonValue> resultOf(TheEyeHouse &house, const QString &job)
{
    return answerOf(house.account().act(u"job-result"_s, {{u"id"_s, job}}));
}

/// With the third host beside the other two.
std::unique_ptr<TheEyeHouse> houseWithResults()
{
    auto house = std::make_unique<TheEyeHouse>();
    house->connection.settings.insert("results_url"_L1, house->remote.results.url().toString());
    house->open(test::rightLogin());
    return house;
}

} // namespace

/// What comes of jobs, waited for.
class TheEyeResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsAnsweredWithWhatCameOfIt()
    {
        TheEyeHouse house;
        house.remote.slowness = 2; // each time it is sent to ask again
        const auto answer = ran(house);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message()));
        QCOMPARE(answer->toObject().value("state"_L1).toString(), u"success"_s);
        QCOMPARE(answer->toObject().value("result"_L1).toObject(), (QJsonObject{{u"n"_s, 1}}));
        QCOMPARE(answer->toObject().value("output"_L1).toArray(), (QJsonArray{1, QJsonObject{{u"n"_s, 1}}}));
        QVERIFY(answer->toObject().value("over"_L1).toBool());
        QCOMPARE(house.server().count("GET", poll), 3);
        QVERIFY(!QJsonDocument(answer->toObject()).toJson().contains("job-key"));
    }

    void trapAWaitThatIsSentOnForEverIsBounded()
    {
        TheEyeHouse house; // slowness 0: it is never over
        const auto answer = resultOf(house, u"job-4"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message()));
        QCOMPARE(answer->toObject().value("over"_L1), QJsonValue(false));
        QCOMPARE(answer->toObject().value("lifecycle"_L1).toString(), u"started"_s);
        QVERIFY(house.server().count("GET", poll) <= 4);
    }

    void trapAPollThatRunsOutIs408AndNoFailure()
    {
        TheEyeHouse house;
        house.server().route(
            "GET", poll, [](const test::Asked &) { return test::Told{.status = 408, .body = "\"Request Timeout\""}; });
        const auto answer = resultOf(house, u"job-4"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message()));
        QCOMPARE(answer->toObject().value("over"_L1), QJsonValue(false));
        QCOMPARE(house.server().count("GET", poll), 1); // it is not asked again at once
        const auto asked = std::find_if(house.server().asked.begin(), house.server().asked.end(),
                                        [](const test::Asked &one) { return one.path.endsWith("/result"); });
        const int seconds = asked->value(u"timeout"_s).toInt();
        QVERIFY(seconds >= 10 && seconds <= 60);
    }

    void trapAPollThatIsNeverAnsweredIsBounded()
    {
        TheEyeHouse house;
        house.server().fault("GET", poll, Fault::Silent);
        const auto answer = resultOf(house, u"job-4"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message()));
        QCOMPARE(answer->toObject().value("over"_L1), QJsonValue(false));
    }

    void trapTheStatusOfAResultIsThatOfTheJob_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("status");
        QTest::newRow("a failure is 500") << u"failure"_s << 200;
        QTest::newRow("a script says 404 itself") << u"success"_s << 404;
        QTest::newRow("a script says 401 itself") << u"success"_s << 401;
    }
    void trapTheStatusOfAResultIsThatOfTheJob()
    {
        QFETCH(const QString, state);
        QFETCH(const int, status);
        TheEyeHouse house;
        house.remote.scripted = status;
        house.remote.changeJob(u"job-1"_s, {{u"state"_s, state}});
        const auto answer = resultOf(house, u"job-1"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message()));
        QCOMPARE(answer->toObject().value("state"_L1).toString(), state);
        QCOMPARE(answer->toObject().value("result"_L1).toString(), u"plain"_s);
        QVERIFY(house.server().count("GET", poll) <= 2); // a failure of the script is none of the server
    }

    void whatIsNoJobHasNoResult()
    {
        TheEyeHouse house;
        QCOMPARE(resultOf(house, u"none"_s).error().code, NotFound);
        QCOMPARE(resultOf(house, {}).error().field, u"id"_s);
    }

    void trapAJobThatIsDeadAtOnceIsNotWaitedFor()
    {
        TheEyeHouse house;
        const auto answer = ran(house, {u"prd"_s, u"full"_s}); // a plain list, with a fixed one before
        QCOMPARE(answer->toObject().value("state"_L1).toString(), u"error"_s);
        QCOMPARE(house.server().count("GET", poll), 0);
    }

    void theHostForResultsAnswersAtOnceAndGetsTheToken()
    {
        const auto house = houseWithResults();
        const auto answer = ran(*house);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message()));
        QCOMPARE(answer->toObject(), (QJsonObject{{u"result"_s, QJsonObject{{u"n"_s, 1}}}}));
        QCOMPARE(house->remote.logins, 1);
        QCOMPARE(house->remote.results.asked.last().headers.value("authorization"), "Bearer session-1");
        QCOMPARE(house->server().count("GET", poll), 0);
        QCOMPARE(house->server().count("POST", "/acme/task/{}/job"), 0);
    }

    void trapAFailureAtTheHostForResultsMayBeTheTasks()
    {
        const auto house = houseWithResults();
        house->remote.scripted = 500;
        const auto answer = ran(*house);
        QCOMPARE(answer.error().code, Timeout); // it ran, whatever came of it
        QVERIFY2(answer.error().detail.contains(u"may be the task's"_s), qPrintable(answer.error().detail));
        QCOMPARE(house->remote.results.count("POST", "/acme/task/{}/job"), 1); // and is not run again
    }

    void trapWaitResultHidesTheRun()
    {
        TheEyeHouse house;
        const auto refused =
            answerOf(house.account().run({.remoteId = u"one"_s, .body = QJsonObject{{u"wait_result"_s, true}}}));
        QCOMPARE(refused.error().field, u"body"_s);
        QCOMPARE(house.server().count("POST", "/acme/task/{}/job"), 0);
    }

    void anAddressForResultsThatIsNoneIsRefused()
    {
        TheEyeHouse house;
        house.connection.settings.insert("results_url"_L1, u"sync"_s);
        QCOMPARE(providers::theeye::settingsOf(house.connection).error().field, u"settings.results_url"_s);
    }
};

REGISTER_TEST(TheEyeResultsTest);
#include "test_theeyeresults.moc"
