// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/actions.h"
#include "app/providers/brahma/words.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/brahmahouse.h"
#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;
using namespace providers::brahma;
using test::answerOf;
using test::BrahmaDouble;
using test::BrahmaHouse;

namespace {

const QHash<QString, QString> keyOnly{{u"api_key"_s, QLatin1StringView(BrahmaDouble::apiKey)}};

/// The form of a registration, as somebody fills it in.
QJsonObject someForm()
{
    return {{u"client_id"_s, u"operator-console"_s},
            {u"name"_s, u"Operator console"_s},
            {u"input_tokens"_s, QJsonArray{u"0xAf88d065e77c8cC2239327C5EDb3A432268e5831"_s, zeroAddress}},
            {u"hop_addresses"_s, QJsonArray{u"0x3a23f943181408eac424116af7b7790c94cb97a5"_s}},
            {u"metadata"_s, u"{\"every\": \"60s\"}"_s},
            {u"timestamp"_s, 1700000000}};
}

const QString vectorSignature = u"0x197388753b4fdfcbcf508296b848d02f0b4c24a1c0229335f7cfe51b630f7e53"
                                "117ccf2aa583c3ecff6c43ca865b97884dd8d0d8f6ffc43895553c1c33a367301c"_s;

QJsonObject with(QJsonObject fields, const QString &name, const QJsonValue &value)
{
    fields.insert(name, value);
    return fields;
}

} // namespace

class BrahmaActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegistrationIsTheVector()
    {
        BrahmaHouse house;
        const auto made = answerOf(house.box->act(u"register"_s, someForm()));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        const test::Asked &asked = house.remote.server.asked.last();
        QCOMPARE(asked.path, "/v1/vendor/automations/executor"_ba);
        const QJsonObject body = asked.json();
        QCOMPARE(body.value("signature"_L1).toString(), vectorSignature);
        QCOMPARE(body.value("timestamp"_L1), QJsonValue(1700000000));
        QCOMPARE(body.value("chainId"_L1), QJsonValue(42161));
        QCOMPARE(body.value("executor"_L1).toString(), test::brahmaExecutor);
        const QJsonObject config = body.value("config"_L1).toObject();
        QCOMPARE(config.value("feeInBPS"_L1), QJsonValue(0));
        QCOMPARE(config.value("feeToken"_L1).toString(), zeroAddress);
        QCOMPARE(config.value("feeReceiver"_L1).toString(), zeroAddress);
        QCOMPARE(config.value("limitPerExecution"_L1), QJsonValue(true));
        QCOMPARE(config.value("inputTokens"_L1).toArray(), (QJsonArray{test::brahmaToken, zeroAddress}));
        const QJsonObject metadata = body.value("executorMetadata"_L1).toObject();
        QCOMPARE(metadata.value("id"_L1).toString(), u"operator-console"_s);
        QCOMPARE(metadata.value("name"_L1).toString(), u"Operator console"_s);
        QCOMPARE(metadata.value("metadata"_L1), QJsonValue(QJsonObject{{u"every"_s, u"60s"_s}}));
        QVERIFY(!made->toObject().value("id"_L1).toString().isEmpty());
    }

    void theDocumentedExampleIsSentAsItStands()
    {
        BrahmaHouse house;
        house.connection.settings.insert(u"executor"_s, u"0xAb3BCd63A3938031c27b122Ec2B7F87Ec0Ba472A"_s);
        house.open(keyOnly);
        const QByteArray answer = R"({"data": {"config": {"feeInBPS": 100,
            "feeReceiver": "0x00ab3bcd63a3938031c27b122ec2b7f87ec0ba47", "limitPerExecution": true,
            "feeToken": "0x00ab3bcd63a3938031c27b122ec2b7f87ec0ba47",
            "inputTokens": ["0xab3bcd63a3938031c27b122ec2b7f87ec0ba472a", "0xab3bcd63a3938031c27b122ec2b7f87ec0ba472b"],
            "hopAddresses": ["0xab3bcd63a3938031c27b122ec2b7f87ec0ba472d", "0xab3bcd63a3938031c27b122ec2b7f87ec0ba472c"]},
            "executor": "0xab3bcd63a3938031c27b122ec2b7f87ec0ba472a",
            "signature": "0x4dad6b013c18d43e41a38c91c8df5833eb309300c700a03440cfc4bea2ee15d54a123c228bfb21b652bed59e1a5ed67e147163e7ab81df4d83a8195dfdf051131c",
            "chainId": 42161, "timestamp": 1,
            "executorMetadata": {"id": "test-dapp", "name": "test", "logo": "test", "metadata": {}},
            "id": "239a574e-96b6-4168-969b-2f806bfb55fc", "status": 0}})";
        house.remote.server.route("POST", "/v1/vendor/automations/executor",
                                  [answer](const test::Asked &) { return test::Told{.status = 201, .body = answer}; });
        QJsonObject expected = QJsonDocument::fromJson(answer).object().value("data"_L1).toObject();
        const QJsonObject config = expected.value("config"_L1).toObject();
        const auto made = answerOf(
            house.box->act(u"register"_s, {{u"client_id"_s, u"test-dapp"_s},
                                           {u"name"_s, u"test"_s},
                                           {u"logo"_s, u"test"_s},
                                           {u"input_tokens"_s, config.value("inputTokens"_L1)},
                                           {u"hop_addresses"_s, config.value("hopAddresses"_L1)},
                                           {u"fee_bps"_s, 100},
                                           {u"fee_token"_s, config.value("feeToken"_L1)},
                                           {u"fee_receiver"_s, u"0x00Ab3bCd63A3938031C27B122ec2b7f87EC0bA47"_s},
                                           {u"timestamp"_s, 1},
                                           {u"signature"_s, expected.value("signature"_L1)}}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QCOMPARE(made->toObject(), expected);
        expected.remove("id"_L1);
        expected.remove("status"_L1);
        QCOMPARE(house.remote.server.asked.last().json(), expected);
    }

    void withoutATimestampItIsNowInMilliseconds()
    {
        BrahmaHouse house;
        QJsonObject form = someForm();
        form.remove("timestamp"_L1);
        QVERIFY(answerOf(house.box->act(u"register"_s, form)));
        QCOMPARE(house.remote.server.asked.last().json().value("timestamp"_L1).toInteger(),
                 base::toMillis(house.clock.now()));
    }

    void aPastedSignatureRegistersWithoutAKey()
    {
        BrahmaHouse house;
        house.connection.settings.insert(u"executor"_s, test::brahmaExecutor);
        house.open(keyOnly);
        const auto shown = answerOf(house.box->act(u"registration-to-sign"_s, someForm()));
        QCOMPARE(shown->toObject().value("digest"_L1).toString(),
                 u"0x6199caa7c9ae735de6734791fcd6556fc30419eba0f8a83b95f08256ed5309bb"_s);
        QCOMPARE(shown->toObject().value("timestamp"_L1), QJsonValue(1700000000));
        const QJsonObject good = with(someForm(), u"signature"_s, vectorSignature);
        QVERIFY(answerOf(house.box->act(u"register"_s, good)));
        const auto noTime = answerOf(house.box->act(u"register"_s, with(good, u"timestamp"_s, 0)));
        QCOMPARE(noTime.error().field, u"timestamp"_s);
    }

    void whatWasNotSignedIsNotSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("another fee") << u"fee_bps"_s << QJsonValue(100);
        QTest::newRow("another id") << u"client_id"_s << QJsonValue(u"operator-consolE"_s);
        QTest::newRow("another order") << u"input_tokens"_s << QJsonValue(QJsonArray{zeroAddress, test::brahmaToken});
        QTest::newRow("no limit") << u"limit_per_execution"_s << QJsonValue(false);
        QTest::newRow("another time") << u"timestamp"_s << QJsonValue(1700000001);
    }
    void whatWasNotSignedIsNotSent()
    {
        QFETCH(const QString, name);
        QFETCH(const QJsonValue, value);
        BrahmaHouse house;
        const QJsonObject form = with(with(someForm(), u"signature"_s, vectorSignature), name, value);
        const auto refused = answerOf(house.box->act(u"register"_s, form));
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"signature"_s);
        QVERIFY(house.remote.server.asked.isEmpty());
    }

    void onAnotherChainTheSignatureIsSomebodyElses()
    {
        BrahmaHouse house;
        house.connection.settings.insert(u"chain_id"_s, 8453);
        house.open();
        const auto refused = answerOf(house.box->act(u"register"_s, with(someForm(), u"signature"_s, vectorSignature)));
        QCOMPARE(refused.error().field, u"signature"_s);
        QVERIFY(house.remote.server.asked.isEmpty());
    }

    void badFormsAreNamed_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QString>("field");
        const QString enrol = u"register"_s;
        QTest::newRow("no id") << enrol << QJsonObject{} << u"client_id"_s;
        QTest::newRow("a token by name") << enrol << with(someForm(), u"input_tokens"_s, QJsonArray{u"USDC"_s})
                                         << u"input_tokens[0]"_s;
        QTest::newRow("a receiver by name")
            << enrol << with(someForm(), u"fee_receiver"_s, u"me"_s) << u"fee_receiver"_s;
        QTest::newRow("no metadata") << enrol << with(someForm(), u"metadata"_s, u"[1]"_s) << u"metadata"_s;
        QTest::newRow("unknown") << enrol << with(someForm(), u"colour"_s, u"red"_s) << u"colour"_s;
        QTest::newRow("no account") << u"nonce"_s << QJsonObject{} << u"account"_s;
        QTest::newRow("half an account") << u"nonce"_s << QJsonObject{{u"account"_s, u"0x12"_s}} << u"account"_s;
        QTest::newRow("no target") << u"validate"_s << QJsonObject{{u"account"_s, test::brahmaSubscriber}} << u"to"_s;
        QTest::newRow("no length") << u"kernel-register"_s << QJsonObject{{u"every"_s, u"soon"_s}} << u"every"_s;
        QTest::newRow("no time") << u"kernel-register"_s << QJsonObject{{u"ttl"_s, u"0s"_s}} << u"ttl"_s;
        QTest::newRow("no reason") << u"kernel-skip"_s
                                   << QJsonObject{{u"task_id"_s, u"k-1"_s}, {u"account"_s, test::brahmaSubscriber}}
                                   << u"reason"_s;
    }
    void badFormsAreNamed()
    {
        QFETCH(const QString, action);
        QFETCH(const QJsonObject, fields);
        BrahmaHouse house;
        const auto refused = answerOf(house.box->act(action, fields));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Invalid);
        QTEST(refused.error().field, "field");
        QVERIFY(house.remote.server.asked.isEmpty());
    }

    void allSubscriptionsAreListedWithTheirLimits()
    {
        BrahmaHouse house;
        const auto listed = answerOf(house.box->act(u"subscriptions"_s, {}));
        QVERIFY(listed);
        QCOMPARE(listed->toArray().size(), 3);
        const QJsonObject first = listed->toArray().first().toObject();
        QCOMPARE(first.value("status"_L1), QJsonValue(u"active"_s));
        QCOMPARE(first.value("limits"_L1).toArray(), QJsonArray{u"0.001 ETH"_s});
        QCOMPARE(listed->toArray().last()["status"_L1].toString(), u"cancelled"_s);
        for (const auto &other :
             {answerOf(house.box->act(u"subscriptions-of-account"_s, {{u"account"_s, test::brahmaSubscriber}})),
              answerOf(house.box->act(u"subscriptions-of-owner"_s, {{u"owner"_s, test::brahmaExecutor}}))}) {
            QVERIFY(other);
            QCOMPARE(other->toArray().size(), 3);
        }
    }

    void ownTokensAreReadable()
    {
        BrahmaHouse house;
        QJsonObject one = test::someSubscription(u"sub-1"_s, test::brahmaSubscriber);
        one.insert("tokenInputs"_L1, QJsonObject{{test::brahmaExecutor, u"1250"_s}});
        house.remote.subscriptions = {one};
        house.connection.settings.insert(u"tokens"_s, QJsonArray{test::brahmaExecutor + u" OWN 3"_s});
        house.open();
        const auto listed = answerOf(house.box->act(u"subscriptions"_s, {}));
        QCOMPARE(listed->toArray().first()["inputs"_L1].toArray(), QJsonArray{u"1.25 OWN"_s});
    }

    void aValidationTellsHowLongItHolds()
    {
        BrahmaHouse house;
        house.remote.expiry = base::toMillis(house.clock.now()) / 1000 + 120;
        const QJsonObject wish{{u"account"_s, test::brahmaSubscriber}, {u"to"_s, test::brahmaToken}};
        const auto seen = answerOf(house.box->act(u"validate"_s, wish));
        QVERIFY(seen);
        QCOMPARE(seen->toObject().value("expires_in"_L1), QJsonValue(u"2 min"_s));
        QVERIFY(seen->toObject().value("policy_signature"_L1).toString().startsWith(u"0x7"_s));
        const QJsonObject task = house.remote.validated.value("task"_L1).toObject();
        QCOMPARE(task.keys(), (QStringList{u"executable"_s, u"executor"_s, u"executorSignature"_s, u"subaccount"_s}));
        QCOMPARE(task.value("executable"_L1)["value"_L1], QJsonValue(u"0"_s));
        QCOMPARE(task.value("executable"_L1)["data"_L1], QJsonValue(u"0x"_s));
    }

    void theNonceCanBeAskedOfTheChainAsWell()
    {
        BrahmaHouse house;
        house.remote.nonces.insert(test::brahmaSubscriber, u"17"_s);
        const auto told = answerOf(house.box->act(u"nonce"_s, {{u"account"_s, test::brahmaSubscriber}}));
        QCOMPARE(told->toObject().value("nonce"_L1), QJsonValue(u"17"_s));
        const QJsonObject call = told->toObject().value("eth_call"_L1).toObject();
        QVERIFY(call.value("data"_L1).toString().startsWith(u"0x4611b4c7"_s));
        QCOMPARE(call.value("to"_L1).toString(), u"0xeC4181eE959e47f72e9cC60274fBE53D68949e47"_s);
    }

    void theKernelKnowsTheExecutor()
    {
        BrahmaHouse house;
        QVERIFY(answerOf(house.box->act(u"kernel-register"_s, {{u"every"_s, u"5m"_s}, {u"ttl"_s, u"120s"_s}})));
        const QJsonObject body = house.remote.server.asked.last().json();
        QCOMPARE(body.value("registryId"_L1), QJsonValue(u"registry-1"_s));
        QCOMPARE(body.value("config"_L1),
                 QJsonValue(QJsonObject{
                     {u"type"_s, u"INTERVAL"_s}, {u"defaultEvery"_s, u"5m"_s}, {u"executionTTL"_s, u"120s"_s}}));
        const QByteArray digest = *digestOf(kernelData(u"registry-1"_s, u"120s"_s, BrahmaDouble::chain));
        const auto signature = signatureIn(body.value("signature"_L1).toString(), u"signature"_s);
        QCOMPARE(hexText(*signerOf(digest, *signature)), test::brahmaExecutor);
        const auto shown = answerOf(house.box->act(u"kernel-to-sign"_s, {}));
        QCOMPARE(shown->toObject().value("digest"_L1).toString(), hexText(digest));
        const auto known = answerOf(house.box->act(u"kernel-registration"_s, {}));
        QCOMPARE(known->toObject().value("enabled"_L1), QJsonValue(true));
    }

    void trapTheKernelsListAloneComesInParts()
    {
        BrahmaHouse house;
        const auto first = answerOf(house.box->act(u"kernel-tasks"_s, {{u"limit"_s, 1}}));
        QCOMPARE(first->toObject().value("tasks"_L1)[0]["id"_L1], QJsonValue(u"k-1"_s));
        const qint64 next = first->toObject().value("cursor"_L1).toInteger();
        const auto second = answerOf(house.box->act(u"kernel-tasks"_s, {{u"cursor"_s, next}, {u"limit"_s, 1}}));
        QCOMPARE(second->toObject().value("tasks"_L1)[0]["id"_L1], QJsonValue(u"k-2"_s));
        QCOMPARE(house.remote.server.asked.last().value(u"cursor"_s), u"1"_s);
    }

    void aSkippedTaskSaysWhyAndMovesNothing()
    {
        BrahmaHouse house;
        QVERIFY(answerOf(house.box->act(
            u"kernel-skip"_s,
            {{u"task_id"_s, u"k-1"_s}, {u"account"_s, test::brahmaSubscriber}, {u"reason"_s, u"too dear now"_s}})));
        const QJsonObject task = house.remote.submitted["payload"_L1]["task"_L1].toObject();
        QCOMPARE(task.value("skip"_L1), QJsonValue(true));
        QCOMPARE(task.value("skipReason"_L1), QJsonValue(u"too dear now"_s));
        QCOMPARE(task.value("executorSignature"_L1), QJsonValue(u""_s));
    }

    void theKernelTellsHowFarItIs()
    {
        BrahmaHouse house;
        const auto status = answerOf(house.box->act(u"kernel-status"_s, {{u"task_id"_s, u"k-0"_s}}));
        QCOMPARE(status->toObject().value("meaning"_L1), QJsonValue(u"completed"_s));
        const auto logs = answerOf(house.box->act(u"kernel-logs"_s, {{u"id"_s, u"sub-1"_s}}));
        QCOMPARE(logs->toArray().first()["message"_L1].toString(), u"executed"_s);
        const auto task = answerOf(house.box->act(u"task-status"_s, {{u"task_id"_s, u"task-0"_s}}));
        QCOMPARE(task->toObject().value("status"_L1), QJsonValue(u"executing"_s));
    }

    void executionsAreNoActionSoThatNobodyPassesTheApproval()
    {
        for (const domain::RemoteAction &action : actions()) {
            QVERIFY(action.name != "execute"_L1);
        }
    }
};

REGISTER_TEST(BrahmaActionsTest);
#include "test_brahmaactions.moc"
