// SPDX-License-Identifier: Apache-2.0
// Where Brahma Console is not as one would expect; the other traps stand beside what they are about.
#include "app/providers/brahma/messages.h"
#include "app/providers/brahma/signing.h"
#include "app/providers/brahma/words.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/brahmahouse.h"
#include "tests/unit/providers/outcome.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace providers::brahma;
using test::answerOf;
using test::BrahmaDouble;
using test::BrahmaHouse;

namespace {

const QByteArray executeRoute = "/v1/vendor/automations/tasks/execute/{}";

syncing::RunWish transferFor(const QString &subscription)
{
    return {.remoteId = subscription, .arguments = test::someTransfer()};
}

QString inCapitals(const QString &address)
{
    return u"0x"_s + address.sliced(2).toUpper();
}

/// Who signed the registration that was sent.
QString signerOf(const QJsonObject &body)
{
    const QJsonObject config = body.value("config"_L1).toObject();
    Registration sent{.executor = body.value("executor"_L1).toString(),
                      .feeInBps = config.value("feeInBPS"_L1).toInteger(),
                      .feeToken = config.value("feeToken"_L1).toString(),
                      .feeReceiver = config.value("feeReceiver"_L1).toString(),
                      .limitPerExecution = config.value("limitPerExecution"_L1).toBool()};
    sent.clientId = body.value("executorMetadata"_L1)["id"_L1].toString();
    sent.timestamp = body.value("timestamp"_L1).toInteger();
    const QByteArray digest = digestOf(registrationData(sent, BrahmaDouble::chain)).value_or({});
    const auto signature = signatureIn(body.value("signature"_L1).toString(), u"signature"_s);
    return signature ? hexText(providers::brahma::signerOf(digest, *signature).value_or({})) : QString();
}

} // namespace

class BrahmaTrapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapDocumentedQueriesAreParts()
    {
        BrahmaHouse house;
        QVERIFY(answerOf(house.box->act(u"register"_s, {{u"client_id"_s, u"refuel"_s}})));
        QVERIFY(answerOf(house.box->facts()));
        QVERIFY(answerOf(house.box->act(u"nonce"_s, {{u"account"_s, test::brahmaSubscriber}})));
        QByteArrayList paths;
        for (const test::Asked &asked : house.remote.server.asked) {
            QVERIFY2(asked.query.isEmpty(), asked.path.constData());
            paths.append(asked.path);
        }
        QVERIFY(paths.contains("/v1/vendor/automations/executor")); // also without the executor's address behind it
        QVERIFY(paths.contains("/v1/vendor/automations/executor/" + test::brahmaExecutor.toLatin1() + "/42161"));
        QVERIFY(paths.contains("/v1/vendor/automations/executor/nonce/" + test::brahmaExecutor.toLatin1() + "/42161/" +
                               test::brahmaSubscriber.toLatin1()));
    }

    void trapAddressesAreTheSameInAnyCase()
    {
        BrahmaHouse house;
        house.connection.settings.insert(u"executor"_s, inCapitals(test::brahmaExecutor));
        house.open(); // whose key has that account
        QVERIFY(answerOf(house.box->facts()));
        house.remote.subscriptions = {test::someSubscription(u"sub-1"_s, test::brahmaSubscriber),
                                      test::someSubscription(u"sub-2"_s, inCapitals(test::brahmaSubscriber))};
        QCOMPARE(answerOf(house.box->automations({}))->items.size(), 1); // one account, two subscriptions
        QVERIFY(answerOf(house.box->run(transferFor(u"sub-1"_s))));
    }

    void trapARegistrationIsNotActiveAtOnce()
    {
        BrahmaHouse house;
        house.empty();
        const auto made = answerOf(house.box->act(u"register"_s, {{u"client_id"_s, u"refuel"_s}}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QCOMPARE(made->toObject().value("status"_L1), QJsonValue(0));
        QCOMPARE(answerOf(house.box->act(u"registration"_s, {}))->toObject().value("status"_L1), QJsonValue(1));
        QCOMPARE(answerOf(house.box->facts())->role, u"refuel"_s);
    }

    void trapFeesAreOutOfTenThousand()
    {
        BrahmaHouse house;
        const auto enrol = [&house](int fee) {
            return answerOf(house.box->act(u"register"_s, {{u"client_id"_s, u"refuel"_s}, {u"fee_bps"_s, fee}}));
        };
        QVERIFY(enrol(10000)); // all of it
        const auto refused = enrol(10001);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"fee_bps"_s);
        QCOMPARE(house.remote.server.count("POST", "/v1/vendor/automations/executor"), 1);
    }

    void trapTheTimestampIsInAnyUnit_data()
    {
        QTest::addColumn<qint64>("timestamp");
        QTest::newRow("milliseconds") << qint64(1700000000000);
        QTest::newRow("seconds") << qint64(1700000000);
        QTest::newRow("as documented") << qint64(1);
    }
    void trapTheTimestampIsInAnyUnit()
    {
        QFETCH(const qint64, timestamp);
        BrahmaHouse house;
        QVERIFY(answerOf(
            house.box->act(u"register"_s, {{u"client_id"_s, u"refuel"_s}, {u"timestamp"_s, double(timestamp)}})));
        const QJsonObject body = house.remote.server.asked.last().json();
        QCOMPARE(body.value("timestamp"_L1).toInteger(), timestamp);
        QCOMPARE(signerOf(body), test::brahmaExecutor); // what is sent is what was signed
    }

    void trapAnExecutionTakesLongerThanOtherRequests()
    {
        rest::Habits habits = test::hastyHabits();
        habits.longestSilence = base::Millis(200);
        habits.longest = base::Millis(600);
        BrahmaHouse house(habits);
        house.remote.server.route("POST", executeRoute, [&house](const test::Asked &) {
            QTimer::singleShot(750, qApp, [&house] {
                house.remote.server.push(R"({"data":{"taskId":"slow"}})");
                house.remote.server.closeStreams();
            });
            return test::Told{.open = true};
        });
        const auto run = answerOf(house.box->run(transferFor(u"sub-1"_s)));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(run->remoteId, u"slow"_s);
    }

    void trapATaskThatWasTakenCantBeCancelled()
    {
        BrahmaHouse house;
        const auto run = answerOf(house.box->run(transferFor(u"sub-1"_s)));
        QVERIFY(run);
        const auto refused = answerOf(house.box->cancel(run->remoteId));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Unsupported);
        QVERIFY(!capabilities().has(domain::Capability::Cancel));
    }
};

REGISTER_TEST(BrahmaTrapsTest);
#include "test_brahmatraps.moc"
