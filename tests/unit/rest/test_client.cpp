// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/rest/clients.h"

#include <QElapsedTimer>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using test::Asked;
using test::Clients;
using test::Fault;
using enum base::ErrorCode;

namespace {

test::Told thing(const Asked &)
{
    return test::told(QJsonObject{{u"id"_s, 1}, {u"name"_s, u"a thing"_s}});
}

void serveThings(Clients &clients)
{
    clients.server.route("*", "/thing", thing);
}

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedArrives()
    {
        Clients clients;
        clients.server.route("PUT", "/api/things/{}", thing);
        rest::Call call =
            rest::jsonCall("PUT", {u"api"_s, u"things"_s, u"a/b ü?#%"_s}, QJsonDocument(QJsonObject{{u"n"_s, 1}}));
        call.ask(u"q"_s, u"a+b&c=d ü%"_s);
        const auto reply = test::answerOf(clients.client.ask(call));
        QVERIFY(reply);
        QCOMPARE(rest::objectOf(*reply)->value("name"_L1).toString(), u"a thing"_s);
        const Asked &asked = clients.server.asked.first();
        QCOMPARE(asked.path, "/api/things/a%2Fb%20%C3%BC%3F%23%25"_ba);
        QCOMPARE(asked.value(u"q"_s), u"a+b&c=d ü%"_s);
        QCOMPARE(asked.json().value("n"_L1).toInt(), 1);
        QCOMPARE(asked.headers.value("authorization"), "Bearer first"_ba);
    }

    void aNameThatIsNoneIsNotAskedFor()
    {
        Clients clients;
        for (const QString &part : {u""_s, u"."_s, u".."_s}) {
            QCOMPARE(clients.ask("GET", part).error().code, Corrupt);
        }
        QCOMPARE(clients.server.asked.size(), 0);
    }

    void readsOutliveEveryPassingFault_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("500") << Fault::ServerError;
        QTest::newRow("502 page") << Fault::GatewayPage;
        QTest::newRow("bare string") << Fault::BareString;
        QTest::newRow("reset") << Fault::Reset;
        QTest::newRow("truncated") << Fault::Truncated;
        QTest::newRow("stall") << Fault::Stall;
        QTest::newRow("silent") << Fault::Silent;
        QTest::newRow("trickle") << Fault::Trickle;
    }
    void readsOutliveEveryPassingFault()
    {
        QFETCH(const Fault, fault);
        Clients clients;
        serveThings(clients);
        clients.server.fault("*", "/thing", fault, 2);
        QVERIFY(clients.ask("GET"));
        QCOMPARE(clients.server.asked.size(), 3);
    }

    void changesAreSentOnceWhateverHappens_data() { readsOutliveEveryPassingFault_data(); }
    void changesAreSentOnceWhateverHappens()
    {
        QFETCH(const Fault, fault);
        Clients clients;
        serveThings(clients);
        clients.server.fault("*", "/thing", fault, 1);
        const auto reply = clients.ask("POST");
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, Timeout);
        QCOMPARE(clients.server.asked.size(), 1);
    }

    void pleasAreHonoured_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("seconds") << Fault::TooMany;
        QTest::newRow("a date of a slow clock") << Fault::TooManyByDate;
    }
    void pleasAreHonoured()
    {
        QFETCH(const Fault, fault);
        Clients clients;
        serveThings(clients);
        clients.server.fault("*", "/thing", fault, 1);
        QElapsedTimer since;
        since.start();
        const auto first = clients.client.ask(rest::plainCall({u"thing"_s}, "POST"));
        QTRY_COMPARE(clients.server.asked.size(), 1);
        const auto second = clients.client.ask(rest::plainCall({u"thing"_s}));
        QVERIFY(test::answerOf(first));
        QVERIFY(since.elapsed() >= 900);
        QVERIFY(test::answerOf(second));
        QCOMPARE(clients.server.asked.size(), 3);
    }

    void aPleaThatIsTooLongIsTold()
    {
        rest::Habits habits = test::quickHabits();
        habits.patience = base::Millis(500);
        Clients clients(habits);
        serveThings(clients);
        clients.server.fault("*", "/thing", Fault::TooMany, 1);
        QCOMPARE(clients.ask("GET").error().code, Unavailable);
        const auto second = clients.ask("GET");
        QCOMPARE(second.error().code, Unavailable);
        QVERIFY2(second.error().detail.contains(u"asks to be left alone"_s), qPrintable(second.error().detail));
        QCOMPARE(clients.server.asked.size(), 1);
    }

    void aServerThatFailsAndFailsIsLeftAlone()
    {
        rest::Habits habits = test::quickHabits();
        habits.failuresInARow = 3;
        Clients clients(habits);
        serveThings(clients);
        clients.server.fault("*", "/thing", Fault::ServerError);
        QCOMPARE(clients.ask("GET").error().code, Unavailable);
        QCOMPARE(clients.server.asked.size(), 3);
        QVERIFY(!clients.ask("GET"));
        QCOMPARE(clients.server.asked.size(), 3);
        clients.server.heal();
        QTRY_VERIFY(clients.ask("GET"));
    }

    void answersOfAnotherFormAreCorrupt()
    {
        for (const Fault fault : {Fault::WrongType, Fault::Page}) {
            Clients clients;
            serveThings(clients);
            clients.server.fault("*", "/thing", fault);
            const auto reply = clients.ask("GET");
            QCOMPARE(reply.error().code, Corrupt);
            QCOMPARE(clients.server.asked.size(), 1);
        }
        Clients clients;
        serveThings(clients);
        clients.server.fault("*", "/thing", Fault::Garbled, 1);
        const auto garbled = clients.ask("GET");
        QVERIFY(garbled);
        QCOMPARE(rest::objectOf(*garbled).error().code, Corrupt);
    }

    void noCredentialGoesElsewhere()
    {
        Clients clients;
        serveThings(clients);
        clients.server.fault("*", "/thing", Fault::RedirectAway);
        for (const QByteArray &method : {"GET"_ba, "POST"_ba, "PUT"_ba}) {
            const auto reply = clients.ask(method);
            QVERIFY(!reply);
            QVERIFY2(reply.error().detail.contains(u"http://"_s), qPrintable(reply.error().detail));
        }
        QCOMPARE(clients.server.asked.size(), 3);
        QCOMPARE(clients.server.elsewhere.size(), 0);
        rest::Call linked;
        linked.url = QUrl(u"http://localhost:1/thing"_s);
        QCOMPARE(test::answerOf(clients.client.ask(linked)).error().code, Corrupt);
        linked.identity = rest::Identity::None;
        linked.url = clients.server.url().resolved(QUrl(u"/thing"_s));
        clients.server.heal();
        QVERIFY(test::answerOf(clients.client.ask(linked)));
        QVERIFY(!clients.server.asked.last().headers.contains("authorization"));
    }

    void aChangeIsNotRedirectedIntoARead()
    {
        Clients clients;
        serveThings(clients);
        clients.server.route("*", "/old", [](const Asked &) {
            return test::Told{.status = 301, .body = {}, .headers = {{"Location", "/thing"}}};
        });
        QVERIFY(clients.ask("GET", u"old"_s));
        const auto reply = clients.ask("POST", u"old"_s);
        QVERIFY(!reply);
        QVERIFY2(reply.error().detail.contains(u"/thing, which a change does not follow"_s),
                 qPrintable(reply.error().detail));
    }

    void theQueueWaitsForARenewalAndIsReplayedOnce()
    {
        Clients clients;
        serveThings(clients);
        clients.server.demand("authorization", "Bearer second");
        int renewals = 0;
        const rest::Promise<void> renewed;
        clients.client.renewBy([&] {
            ++renewals;
            return renewed.future();
        });
        QList<rest::Future<rest::Reply>> answers;
        for (int i = 0; i < 6; ++i) {
            answers.append(clients.client.ask(rest::plainCall({u"thing"_s}, i % 2 ? "POST" : "GET")));
        }
        QTRY_COMPARE(renewals, 1);
        QTRY_VERIFY(clients.server.asked.size() >= 4);
        QTest::qWait(30);
        const qsizetype refused = clients.server.asked.size();
        QVERIFY(refused <= 4); // what was under way; the others wait
        clients.token = "second";
        renewed.give({});
        for (const auto &answer : answers) {
            QVERIFY(test::answerOf(answer));
        }
        QCOMPARE(renewals, 1);
        QCOMPARE(clients.server.asked.size(), refused + 6);
    }

    void aCredentialThatIsRefusedAgainIsDenied()
    {
        Clients clients;
        serveThings(clients);
        clients.server.demand("authorization", "Bearer never");
        clients.client.renewBy([] { return rest::settled<void>({}); });
        const auto reply = clients.ask("POST");
        QCOMPARE(reply.error().code, Denied);
        QCOMPARE(reply.error().field, u"credential"_s);
        QCOMPARE(clients.server.asked.size(), 2);
    }

    void aRenewalThatFailsAnswersAll()
    {
        Clients clients;
        serveThings(clients);
        clients.server.demand("authorization", "Bearer never");
        int renewals = 0;
        clients.client.renewBy([&renewals] {
            ++renewals;
            return rest::settled<void>(base::Error{.code = Denied, .detail = u"wrong password"_s});
        });
        QList<rest::Future<rest::Reply>> answers;
        for (int i = 0; i < 4; ++i) {
            answers.append(clients.client.ask(rest::plainCall({u"thing"_s})));
        }
        for (const auto &answer : answers) {
            QCOMPARE(test::answerOf(answer).error().detail, u"wrong password"_s);
        }
        QVERIFY(renewals >= 1);
    }

    void whoeverGoesAnswersCancelled()
    {
        base::SystemClock clock;
        test::FaultServer server;
        server.fault("*", "/thing", Fault::Silent);
        auto client = std::make_unique<rest::RestClient>(
            rest::Remote{.base = server.url(), .caFile = {}, .clock = clock, .habits = test::quickHabits()});
        const auto under = client->ask(rest::plainCall({u"thing"_s}));
        QTRY_COMPARE(server.asked.size(), 1);
        const auto then =
            rest::then<int>(client.get(), under, [](const rest::Reply &) { return base::Result<int>(1); });
        client.reset();
        QCOMPARE(test::answerOf(under).error().code, Cancelled);
        QCOMPARE(test::answerOf(then).error().code, Cancelled);
    }
};

REGISTER_TEST(ClientTest);
#include "test_client.moc"
