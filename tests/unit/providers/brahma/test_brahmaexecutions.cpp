// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/words.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/brahmahouse.h"
#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;
using namespace providers::brahma;
using test::answerOf;
using test::BrahmaDouble;
using test::BrahmaHouse;
using enum base::ErrorCode;

namespace {

const QByteArray executeRoute = "/v1/vendor/automations/tasks/execute/{}";
const QByteArray statusRoute = "/v1/vendor/relayer/tasks/status/{}";
const QString plugin = u"0xec4181ee959e47f72e9cc60274fbe53d68949e47"_s;
const QHash<QString, QString> keyOnly{{u"api_key"_s, QLatin1StringView(BrahmaDouble::apiKey)}};

syncing::RunWish transferFor(const QString &subscription = u"sub-1"_s)
{
    return {.remoteId = subscription, .arguments = test::someTransfer()};
}

/// Who signed the last execution that the double was told of, taken as one with this nonce, for this plugin.
QString signerOfLast(const BrahmaDouble &remote, const QString &nonce, const Plugin &at = {plugin, BrahmaDouble::chain},
                     const QString &safe = {})
{
    const QJsonObject task = remote.executed.value("task"_L1).toObject();
    const QJsonObject executable = task.value("executable"_L1).toObject();
    const Execution execution{.executable = {.callType = executable.value("callType"_L1).toInt(),
                                             .to = executable.value("to"_L1).toString(),
                                             .value = executable.value("value"_L1).toString(),
                                             .data = executable.value("data"_L1).toString()},
                              .account = task.value("subaccount"_L1).toString(),
                              .executor = task.value("executor"_L1).toString(),
                              .nonce = nonce};
    QByteArray digest = digestOf(executionData(execution, at)).value_or({});
    if (!safe.isEmpty()) {
        digest = digestOf(safeData(digest, {safe, at.chain})).value_or({});
    }
    const auto signature = signatureIn(task.value("executorSignature"_L1).toString(), u"signature"_s);
    return signature ? hexText(signerOf(digest, *signature).value_or({})) : QString();
}

QString codeOf(const base::Error &error)
{
    return base::errorCodeName(error.code) + u' ' + error.field;
}

} // namespace

class BrahmaExecutionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExecutionIsSignedForTheNonceThatHolds()
    {
        BrahmaHouse house;
        house.remote.nonces.insert(test::brahmaSubscriber, u"17"_s);
        const auto run = answerOf(house.box->run(transferFor()));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(run->status, domain::RunStatus::Queued);
        QCOMPARE(run->automationRemoteId, u"sub-1"_s);
        QCOMPARE(signerOfLast(house.remote, u"17"_s), test::brahmaExecutor);
        QVERIFY(signerOfLast(house.remote, u"0"_s) != test::brahmaExecutor);
    }

    void trapANonceOfZeroIsARealOne()
    {
        BrahmaHouse house;
        QVERIFY(answerOf(house.box->run(transferFor())));
        QCOMPARE(signerOfLast(house.remote, u"0"_s), test::brahmaExecutor);
    }

    void trapThePluginIsNotTheSameEverywhere()
    {
        BrahmaHouse house;
        const QString development = u"0xb92929d03768a4F8D69552e15a8071EAf8E684ed"_s;
        house.connection.settings.insert(u"plugin"_s, development);
        house.open();
        QVERIFY(answerOf(house.box->run(transferFor())));
        QCOMPARE(signerOfLast(house.remote, u"0"_s, {development, BrahmaDouble::chain}), test::brahmaExecutor);
        QVERIFY(signerOfLast(house.remote, u"0"_s) != test::brahmaExecutor);
        QVERIFY(signerOfLast(house.remote, u"0"_s, {development, 8453}) != test::brahmaExecutor);
        house.connection.settings.insert(u"chain_id"_s, 8453);
        house.open();
        QCOMPARE(answerOf(house.box->facts())->role, u"not registered"_s); // there
        QVERIFY(house.remote.server.asked.last().path.endsWith("/8453"));
    }

    void trapAmountsAreTextsAndCallTypesNumbers()
    {
        BrahmaHouse house;
        syncing::RunWish wish = transferFor();
        wish.arguments.insert(u"value"_s, u"123456789012345678901234567890"_s);
        wish.arguments.insert(u"call_type"_s, u"delegatecall"_s);
        QVERIFY(answerOf(house.box->run(wish)));
        const QJsonObject executable = house.remote.executed["task"_L1]["executable"_L1].toObject();
        QCOMPARE(executable.value("value"_L1), QJsonValue(u"123456789012345678901234567890"_s));
        QCOMPARE(executable.value("callType"_L1), QJsonValue(1));
        QCOMPARE(signerOfLast(house.remote, u"0"_s), test::brahmaExecutor);
    }

    void badArgumentsAreNamedAndNothingIsSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("no target") << u"to"_s << u""_s;
        QTest::newRow("a name") << u"to"_s << u"vitalik.eth"_s;
        QTest::newRow("a fraction") << u"value"_s << u"0.1"_s;
        QTest::newRow("hexadecimal") << u"value"_s << u"0x10"_s;
        QTest::newRow("odd digits") << u"data"_s << u"0xabc"_s;
        QTest::newRow("another call") << u"call_type"_s << u"create"_s;
        QTest::newRow("a webhook nowhere") << u"webhook"_s << u"example.org"_s;
    }
    void badArgumentsAreNamedAndNothingIsSent()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        BrahmaHouse house;
        syncing::RunWish wish = transferFor();
        wish.arguments.insert(name, value);
        const auto refused = answerOf(house.box->run(wish));
        QVERIFY(!refused);
        QCOMPARE(codeOf(refused.error()), u"invalid arguments."_s + name);
        QVERIFY(house.remote.server.asked.isEmpty());
    }

    void aBodyMayHoldTheArguments()
    {
        BrahmaHouse house;
        QVERIFY(answerOf(house.box->run(
            {.remoteId = u"sub-1"_s, .body = QJsonObject{{u"to"_s, test::brahmaToken}, {u"value"_s, u"5"_s}}})));
        QCOMPARE(house.remote.executed["task"_L1]["executable"_L1]["value"_L1], QJsonValue(u"5"_s));
        const auto refused =
            answerOf(house.box->run({.remoteId = u"sub-1"_s, .body = QJsonObject{{u"too"_s, u"x"_s}}}));
        QCOMPARE(codeOf(refused.error()), u"invalid arguments.too"_s);
    }

    void theWebhookIsTheRunsOrTheConnections()
    {
        BrahmaHouse house;
        QVERIFY(answerOf(house.box->run(transferFor())));
        QVERIFY(!house.remote.executed.contains("webhook"_L1));
        house.connection.settings.insert(u"webhook"_s, u"https://example.org/all?key=1"_s);
        house.open();
        QVERIFY(answerOf(house.box->run(transferFor())));
        QCOMPARE(house.remote.executed.value("webhook"_L1), QJsonValue(u"https://example.org/all?key=1"_s));
        house.open();
        syncing::RunWish wish = transferFor();
        wish.arguments.insert(u"webhook"_s, u"https://example.org/one"_s);
        QVERIFY(answerOf(house.box->run(wish)));
        QCOMPARE(house.remote.executed.value("webhook"_L1), QJsonValue(u"https://example.org/one"_s));
    }

    void trapTheTasksIdMayBeNested()
    {
        BrahmaHouse house;
        house.remote.nests = true;
        const auto run = answerOf(house.box->run(transferFor()));
        QVERIFY(run);
        QCOMPARE(run->remoteId, u"task-1"_s);
    }

    void trapAnErrorInsideASuccessIsAnError_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("beside the data") << R"({"data":null,"error":"policy: token limit exceeded"})"_ba;
        QTest::newRow("inside the data") << R"({"data":{"data":null,"error":"token limit exceeded"},"error":null})"_ba;
        QTest::newRow("several") << R"({"data":{"data":null,"error":null,"errors":["token limit exceeded"]}})"_ba;
        QTest::newRow("although there is an id") << R"({"data":{"taskId":"t","error":"token limit exceeded"}})"_ba;
        QTest::newRow("as an object") << R"({"data":{},"error":{"message":"token limit exceeded"}})"_ba;
    }
    void trapAnErrorInsideASuccessIsAnError()
    {
        QFETCH(const QByteArray, answer);
        BrahmaHouse house;
        house.remote.server.route("POST", executeRoute,
                                  [answer](const test::Asked &) { return test::Told{.body = answer}; });
        const auto refused = answerOf(house.box->run(transferFor()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Invalid); // not tried again: it was judged
        QVERIFY(refused.error().detail.contains(u"token limit exceeded"_s));
        QCOMPARE(house.remote.server.count("POST", executeRoute), 1);
    }

    void aTaskWithoutAnIdIsUnsure()
    {
        BrahmaHouse house;
        house.remote.server.route("POST", executeRoute, [](const test::Asked &) {
            return test::told({{u"data"_s, QJsonObject()}});
        });
        QCOMPARE(answerOf(house.box->run(transferFor())).error().code, Corrupt);
    }

    void trapErrorsHaveTwoForms()
    {
        BrahmaHouse house;
        for (const QString &key : {u"error"_s, u"message"_s}) {
            house.remote.server.route("POST", executeRoute, [key](const test::Asked &) {
                return test::told({{u"data"_s, QJsonValue::Null}, {key, u"signature does not fit"_s}}, 400);
            });
            const auto refused = answerOf(house.box->run(transferFor()));
            QCOMPARE(refused.error().code, Invalid);
            QVERIFY(refused.error().detail.contains(u"signature does not fit"_s));
        }
    }

    void trapTheNonceHoldsUntilATaskHasLanded()
    {
        BrahmaHouse house;
        const auto first = answerOf(house.box->run(transferFor()));
        QVERIFY(first);
        const auto second = answerOf(house.box->run(transferFor()));
        QCOMPARE(second.error().code, Conflict);
        QVERIFY(second.error().detail.contains(first->remoteId));
        QVERIFY(answerOf(house.box->run(transferFor(u"sub-2"_s)))); // another account
        house.remote.becomes(first->remoteId, u"successful"_s, u"0xabc"_s);
        QVERIFY(answerOf(house.box->run(transferFor())));
        QCOMPARE(house.remote.server.count("POST", executeRoute), 3);
    }

    void trapNoRateIsPublishedSoTasksAreAskedForSeldom()
    {
        BrahmaHouse house;
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(answerOf(house.box->readRun(u"task-0"_s))->status, domain::RunStatus::Running);
        }
        QCOMPARE(house.remote.server.count("GET", statusRoute), 1);
        house.clock.advance(base::Seconds(20));
        house.remote.becomes(u"task-0"_s, u"successful"_s, u"0xfeed"_s);
        const auto run = answerOf(house.box->readRun(u"task-0"_s));
        QCOMPARE(run->status, domain::RunStatus::Done);
        QCOMPARE(run->result.toObject().value("transaction_hash"_L1), QJsonValue(u"0xfeed"_s));
        QCOMPARE(house.remote.server.count("GET", statusRoute), 2);
    }

    void aTaskThatIsNotKnownThereIsNotFound()
    {
        BrahmaHouse house;
        QCOMPARE(answerOf(house.box->readRun(u"task-9"_s)).error().code, NotFound);
        QCOMPARE(answerOf(house.box->readRun(u"kernel:k-9"_s)).error().code, NotFound);
    }

    void trapTheKernelTakesATaskWithinAPayload()
    {
        BrahmaHouse house;
        syncing::RunWish wish = transferFor();
        wish.arguments.insert(u"kernel_task"_s, u"k-1"_s);
        const auto run = answerOf(house.box->run(wish));
        QVERIFY(run);
        QCOMPARE(run->remoteId, u"kernel:k-1"_s);
        const QJsonObject body = house.remote.submitted;
        QCOMPARE(body.value("id"_L1), QJsonValue(u"k-1"_s));
        QCOMPARE(body.value("registryId"_L1), QJsonValue(u"registry-1"_s));
        const QJsonObject task = body["payload"_L1]["task"_L1].toObject();
        QCOMPARE(task.value("skip"_L1), QJsonValue(false));
        QCOMPARE(task.value("skipReason"_L1), QJsonValue(u""_s));
        QCOMPARE(task.value("subaccount"_L1), QJsonValue(test::brahmaSubscriber));
        QCOMPARE(task.value("executable"_L1)["value"_L1], QJsonValue(u"0"_s));
        house.remote.kernelStates.insert(u"k-1"_s, 3);
        QCOMPARE(answerOf(house.box->readRun(u"kernel:k-1"_s))->status, domain::RunStatus::Failed);
    }

    void trapTheKernelSaysNoWith202()
    {
        BrahmaHouse house;
        house.remote.refusal = u"task expired"_s;
        syncing::RunWish wish = transferFor();
        wish.arguments.insert(u"kernel_task"_s, u"k-1"_s);
        const auto refused = answerOf(house.box->run(wish)); // it answers 202 all the same
        QCOMPARE(refused.error().code, Invalid);
        QVERIFY(refused.error().detail.contains(u"task expired"_s));
    }

    void aCancelledSubscriptionIsNotExecutedFor()
    {
        BrahmaHouse house;
        QCOMPARE(answerOf(house.box->run(transferFor(u"sub-3"_s))).error().code, Conflict);
        QCOMPARE(answerOf(house.box->run(transferFor(u"sub-9"_s))).error().code, NotFound);
        QCOMPARE(house.remote.server.count("POST", executeRoute), 0);
    }

    void aPastedSignatureIsSentWhereItIsTheExecutors()
    {
        BrahmaHouse house;
        const QJsonObject fields{{u"account"_s, test::brahmaSubscriber},
                                 {u"to"_s, test::brahmaToken},
                                 {u"data"_s, test::someTransfer().value(u"data"_s)}};
        const auto shown = answerOf(house.box->act(u"execution-to-sign"_s, fields));
        QVERIFY2(shown, shown ? "" : qPrintable(shown.error().message()));
        const QByteArray digest = *bytesIn(shown->toObject().value("digest"_L1).toString(), u"digest"_s);
        const QString good = hexText(*Key::read(test::brahmaKey)->sign(digest));
        const QString foreign = hexText(*Key::read(QString(63, u'0') + u'2')->sign(digest));
        house.connection.settings.insert(u"executor"_s, test::brahmaExecutor);
        house.open(keyOnly);
        syncing::RunWish wish = transferFor();
        QCOMPARE(codeOf(answerOf(house.box->run(wish)).error()), u"invalid signature"_s);
        wish.arguments.insert(u"signature"_s, foreign);
        const auto refused = answerOf(house.box->run(wish));
        QCOMPARE(codeOf(refused.error()), u"invalid signature"_s);
        QVERIFY(refused.error().detail.contains(u"0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF"_s));
        wish.arguments.insert(u"signature"_s,
                              good.chopped(2) + (good.endsWith(u"1b"_s) ? u"00"_s : u"01"_s)); // v of 0 or 1
        QVERIFY(answerOf(house.box->run(wish)));
        QCOMPARE(signerOfLast(house.remote, u"0"_s), test::brahmaExecutor);
        QCOMPARE(house.remote.executed["task"_L1]["executorSignature"_L1].toString(), good);
    }

    void aSignatureForAnEarlierNonceIsNotSent()
    {
        BrahmaHouse house;
        const QJsonObject fields{{u"account"_s, test::brahmaSubscriber}, {u"to"_s, test::brahmaToken}};
        const auto shown = answerOf(house.box->act(u"execution-to-sign"_s, fields));
        QCOMPARE(shown->toObject().value("nonce"_L1), QJsonValue(u"0"_s));
        const QByteArray digest = *bytesIn(shown->toObject().value("digest"_L1).toString(), u"digest"_s);
        house.remote.nonces.insert(test::brahmaSubscriber, u"1"_s); // somebody's task landed meanwhile
        const auto refused = answerOf(
            house.box->run({.remoteId = u"sub-1"_s,
                            .arguments = {{u"to"_s, test::brahmaToken},
                                          {u"signature"_s, hexText(*Key::read(test::brahmaKey)->sign(digest))}}}));
        QCOMPARE(codeOf(refused.error()), u"invalid signature"_s);
        QCOMPARE(house.remote.server.count("POST", executeRoute), 0);
    }

    void trapForASafeTheDigestIsWrapped()
    {
        BrahmaHouse house;
        const QString safe = u"0x5afe000000000000000000000000000000005afe"_s;
        QJsonObject registration = house.remote.registrations.take(test::brahmaExecutor).toObject();
        registration.insert(u"executor"_s, safe);
        house.remote.registrations.insert(safe, registration);
        house.connection.settings.insert(u"executor"_s, safe);
        house.connection.settings.insert(u"safe_owner"_s, test::brahmaExecutor);
        house.open();
        const auto run = answerOf(house.box->run(transferFor()));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(house.remote.executed["task"_L1]["executor"_L1].toString(), safe);
        QCOMPARE(signerOfLast(house.remote, u"0"_s, {plugin, BrahmaDouble::chain}, safe), test::brahmaExecutor);
        QVERIFY(signerOfLast(house.remote, u"0"_s) != test::brahmaExecutor); // not the digest itself
    }
};

REGISTER_TEST(BrahmaExecutionsTest);
#include "test_brahmaexecutions.moc"
