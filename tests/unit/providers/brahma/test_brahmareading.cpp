// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/amounts.h"
#include "app/providers/brahma/reading.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/brahmahouse.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers::brahma;
using domain::RunStatus;

namespace {

const QString coin = u"0x0000000000000000000000000000000000000000"_s;

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/// As the documents show one.
QJsonObject documented()
{
    return parsed(R"({"chainId": 42161,
        "commitHash": "0x7f8c52bd5e691fd15398eb8097585d1572152defeb2b42e2f34c6f4b20cea15e",
        "createdAt": "2024-07-31T08:25:48.469066Z", "duration": 0, "feeAmount": "0",
        "feeToken": "0xaf88d065e77c8cc2239327c5edb3a432268e5831", "id": "50ad43f1-b44f-442b-b7e5-e5df041b223a",
        "metadata": {"amount": "1000000000000000", "chains": [8453, 34443], "minAmount": "150000000000000",
                     "refuelAddress": "0xAb3BCd63A3938031c27b122Ec2B7F87Ec0Ba472A"},
        "registryId": "259d6ce7-1008-43dc-8f48-f7c53354d194", "status": 2,
        "subAccountAddress": "0x3e26fe336ebae6135a3ae1600f13a01a1d2510c4",
        "tokenInputs": {"0x0000000000000000000000000000000000000000": "2000000000000000"},
        "tokenLimits": {"0x0000000000000000000000000000000000000000": "0.001"}})");
}

Surroundings around()
{
    return {.name = u"Refuel"_s, .tokens = tokensOf(42161, {})};
}

QJsonObject relayed(const QString &status, const QJsonObject &response = {})
{
    return {{u"taskId"_s, u"t"_s},
            {u"metadata"_s, QJsonObject{{u"response"_s, response}}},
            {u"outputTransactionHash"_s, QJsonValue::Null},
            {u"status"_s, status},
            {u"createdAt"_s, u"0001-01-01T00:00:00Z"_s}};
}

} // namespace

class BrahmaReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSubscriptionIsAnAutomation()
    {
        const auto remote = automationOf(documented(), around());
        QCOMPARE(remote.remoteId, u"50ad43f1-b44f-442b-b7e5-e5df041b223a"_s);
        QCOMPARE(remote.automation.type, u"chain"_s);
        QVERIFY(remote.automation.name.startsWith(u"Refuel · 0x3"_s));
        QVERIFY(!remote.automation.paused);
        QCOMPARE(remote.automation.remote, documented()); // all of it, verbatim
        QVERIFY(remote.automation.description.contains(u"Limits: 0.001 ETH for each execution"_s));
        QVERIFY(remote.automation.description.contains(u"Handed over: 0.002 ETH"_s));
        QCOMPARE(remote.automation.arguments.first().name, u"to"_s);
        QVERIFY(domain::automationFromJson(domain::toJson(remote.automation)));
    }

    void executionsAskFirstUnlessSaidOtherwise()
    {
        Surroundings asking = around();
        const auto policy = [&asking] { return automationOf(documented(), asking).automation.approval; };
        QVERIFY(policy() && policy()->allowRequester && policy()->quorum == 1 && !policy()->note.isEmpty());
        asking.asksFirst = AsksFirst::Others;
        QVERIFY(policy() && !policy()->allowRequester);
        asking.asksFirst = AsksFirst::Nobody;
        QVERIFY(!policy());
    }

    void trapSubscriptionsAreActiveCancelledOrNotKnown()
    {
        QCOMPARE(subscriptionWord(2), u"active"_s);
        QCOMPARE(subscriptionWord(4), u"cancelled"_s);
        for (const int status : {0, 1, 3, 7}) {
            QCOMPARE(subscriptionWord(status), u"not known (%1)"_s.arg(status));
            QJsonObject pending = documented();
            pending.insert("status"_L1, status);
            QVERIFY(!isCancelled(pending) && !automationOf(pending, around()).automation.paused);
        }
        QJsonObject over = documented();
        over.insert("status"_L1, 4);
        QVERIFY(automationOf(over, around()).automation.paused);
    }

    void trapInputsAreSmallestUnitsAndLimitsAreNot()
    {
        QJsonObject one = documented();
        one.insert("tokenInputs"_L1, QJsonObject{{test::brahmaToken, u"1500000"_s}});
        one.insert("tokenLimits"_L1, QJsonObject{{test::brahmaToken, u"1.5"_s}});
        one.insert("feeAmount"_L1, u"250000"_s);
        const QJsonObject seen = readable(one, around());
        QCOMPARE(seen.value("inputs"_L1).toArray(), QJsonArray{u"1.5 USDC"_s});
        QCOMPARE(seen.value("limits"_L1).toArray(), QJsonArray{u"1.5 USDC"_s});
        QCOMPARE(seen.value("fee"_L1), QJsonValue(u"0.25 USDC"_s));
        QCOMPARE(seen.value("account"_L1).toString().toLower(), u"0x3e26fe336ebae6135a3ae1600f13a01a1d2510c4"_s);
    }

    void trapNoDurationIsNoLimit()
    {
        Surroundings altogether = around();
        altogether.perExecution = false;
        QJsonObject one = documented();
        QCOMPARE(readable(one, altogether).value("limits_hold"_L1), QJsonValue(u"without a limit of time"_s));
        one.insert("duration"_L1, 604800 + 3600);
        QCOMPARE(readable(one, altogether).value("limits_hold"_L1), QJsonValue(u"in 7 d 1 h"_s));
        QCOMPARE(readable(one, around()).value("limits_hold"_L1), QJsonValue(u"for each execution"_s));
    }

    void trapEveryHasTwoForms_data()
    {
        QTest::addColumn<QJsonValue>("every");
        QTest::addColumn<QString>("text");
        QTest::newRow("60s") << QJsonValue(u"60s"_s) << u"1 min"_s;
        QTest::newRow("60") << QJsonValue(u"60"_s) << u"1 min"_s;
        QTest::newRow("a number") << QJsonValue(90) << u"1 min 30 s"_s;
        QTest::newRow("words") << QJsonValue(u"now and then"_s) << u"now and then"_s;
    }
    void trapEveryHasTwoForms()
    {
        QFETCH(const QJsonValue, every);
        QJsonObject one = documented();
        one.insert("metadata"_L1, QJsonObject{{u"every"_s, every}});
        QTEST(readable(one, around()).value("every"_L1).toString(), "text");
    }

    void trapOfSeveralSubscriptionsTheNewestCounts()
    {
        const auto at = [](const QString &id, const QString &time, const QString &account) {
            QJsonObject one = documented();
            one.insert("id"_L1, id);
            one.insert("createdAt"_L1, time);
            one.insert("subAccountAddress"_L1, account);
            return one;
        };
        const QString account = test::brahmaSubscriber;
        const auto newest =
            newestOf({at(u"a"_s, u"2024-07-31T08:25:48.469066Z"_s, account),
                      at(u"b"_s, u"2025-01-02T00:00:00Z"_s, account.toUpper().replace(u"0X"_s, u"0x"_s)),
                      at(u"c"_s, u"2024-12-31T23:59:59Z"_s, account),
                      at(u"d"_s, u"2020-01-01T00:00:00Z"_s, test::brahmaExecutor)});
        QVERIFY(newest);
        QStringList ids;
        for (const QJsonObject &one : *newest) {
            ids.append(one.value("id"_L1).toString());
        }
        QCOMPARE(ids, (QStringList{u"b"_s, u"d"_s}));
    }

    void aSubscriptionWithoutAnIdIsCorrupt()
    {
        QJsonObject one = documented();
        one.remove("id"_L1);
        QCOMPARE(newestOf({one}).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(newestOf({QJsonValue(3)}).error().code, base::ErrorCode::Corrupt);
    }

    void whateverStandsThereCanBeShownOrIsCorrupt()
    {
        const QList<QJsonValue> odd{QJsonValue(),
                                    true,
                                    -1,
                                    1e300,
                                    u""_s,
                                    u"\n\0x"_s,
                                    u"4"_s,
                                    QJsonArray{1},
                                    QJsonObject{{u"a"_s, QJsonValue()}},
                                    QString(9999, u'9')};
        for (const QString &key : documented().keys()) {
            for (const QJsonValue &value : odd) {
                QJsonObject one = documented();
                one.insert(key, value);
                const auto newest = newestOf({one, value});
                const auto alone = newestOf({one});
                QVERIFY(!newest);
                if (alone) {
                    const auto automation = automationOf(alone->first(), around()).automation;
                    QVERIFY2(domain::automationFromJson(domain::toJson(automation)), qPrintable(key));
                }
                (void)validationOf({{u"policySignature"_s, u"0x"_s}, {u"expiry"_s, value}}, {});
            }
        }
    }

    void theRelayersWordsAreOurs_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<RunStatus>("status");
        QTest::newRow("pending") << u"pending"_s << RunStatus::Queued;
        QTest::newRow("executing") << u"executing"_s << RunStatus::Running;
        QTest::newRow("successful") << u"successful"_s << RunStatus::Done;
        QTest::newRow("failed") << u"failed"_s << RunStatus::Failed;
        QTest::newRow("cancelled") << u"cancelled"_s << RunStatus::Cancelled;
        QTest::newRow("a new one") << u"reorganised"_s << RunStatus::Running;
    }
    void theRelayersWordsAreOurs()
    {
        QFETCH(const QString, word);
        const auto run = runOf(u"t"_s, relayed(word));
        QVERIFY(run);
        QTEST(run->status, "status");
        QCOMPARE(run->theirStatus, word);
        QVERIFY(!run->hasLog);
    }

    void aTaskAsTheDocumentsShowIt()
    {
        const auto run = runOf(u"[task-id]"_s, parsed(R"({"taskId": "[task-id]", "metadata": {"request":
            {"taskId": "[task-id]", "to": "[to]", "callData": "[call-data]", "requestedAt": 0, "timeout": 0,
             "signer": "[signer]", "chainID": "[chain-id]", "useSafeGasEstimate": false, "maxGasLimit": 0,
             "enableAccessList": false, "backendId": "[backend-id]", "webhook": "[webhook-url]"},
            "response": {"isSuccessful": false, "error": "[error]", "transactionHash": null}},
            "outputTransactionHash": null, "status": "failed", "createdAt": "0001-01-01T00:00:00Z"})"));
        QVERIFY(run);
        QCOMPARE(run->errorMessage, u"[error]"_s);
        QVERIFY(run->result.isUndefined());
    }

    void trapTheYearOneIsNoTime()
    {
        QVERIFY(!runOf(u"t"_s, relayed(u"pending"_s))->queuedAt);
        QJsonObject dated = relayed(u"pending"_s);
        dated.insert("createdAt"_L1, u"2025-07-01T10:00:00Z"_s);
        QCOMPARE(base::isoUtc(*runOf(u"t"_s, dated)->queuedAt), u"2025-07-01T10:00:00.000Z"_s);
    }

    void trapTheHashMayStandInTheResponseOnly()
    {
        const auto run = runOf(u"t"_s, relayed(u"successful"_s, {{u"transactionHash"_s, u"0xabc"_s}}));
        QCOMPARE(run->result.toObject().value("transaction_hash"_L1), QJsonValue(u"0xabc"_s));
    }

    void trapTheOutcomeOfANewWordStandsInTheResponse()
    {
        QCOMPARE(runOf(u"t"_s, relayed(u"x"_s, {{u"isSuccessful"_s, true}}))->status, RunStatus::Done);
        QCOMPARE(runOf(u"t"_s, relayed(u"x"_s, {{u"error"_s, u"reverted"_s}}))->status, RunStatus::Failed);
    }

    void aTaskWithoutAStatusIsCorrupt()
    {
        QCOMPARE(runOf(u"t"_s, {}).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(kernelRunOf(u"t"_s, {}).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(kernelRunOf(u"t"_s, {{u"status"_s, u"running"_s}}).error().code, base::ErrorCode::Corrupt);
    }

    void trapTheKernelTellsNumbers_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<RunStatus>("status");
        const QList<RunStatus> all{RunStatus::Queued,    RunStatus::Running,   RunStatus::Done, RunStatus::Failed,
                                   RunStatus::Cancelled, RunStatus::Cancelled, RunStatus::Done, RunStatus::TimedOut};
        for (int i = 0; i < all.size(); ++i) {
            QTest::addRow("%d", i) << i << all.at(i);
        }
        QTest::newRow("a new one") << 8 << RunStatus::Running;
    }
    void trapTheKernelTellsNumbers()
    {
        QFETCH(const int, number);
        const auto run = kernelRunOf(u"k"_s, {{u"status"_s, number}, {u"out"_s, QJsonValue::Null}});
        QVERIFY(run);
        QTEST(run->status, "status");
        QCOMPARE(run->remoteId, u"kernel:k"_s);
        QVERIFY(run->result.isUndefined());
    }

    void aValidationCountsDown()
    {
        const QJsonObject answer{{u"expiry"_s, 1713777104}, {u"policySignature"_s, u"0x12"_s}};
        const auto seen = validationOf(answer, base::fromMillis(1713777104000 - 299000));
        QCOMPARE(seen->value("expires_in"_L1), QJsonValue(u"4 min 59 s"_s));
        QCOMPARE(seen->value("expires_in_s"_L1), QJsonValue(299));
        QCOMPARE(seen->value("expires_at"_L1), QJsonValue(u"2024-04-22T09:11:44.000Z"_s));
        QCOMPARE(seen->value("policy_signature"_L1), QJsonValue(u"0x12"_s));
        QCOMPARE(validationOf(answer, base::fromMillis(1713777104000))->value("expires_in"_L1),
                 QJsonValue(u"it has expired"_s));
        QVERIFY(!validationOf({{u"expiry"_s, 1713777104}}, {}));
        QVERIFY(!validationOf({{u"policySignature"_s, u"0x12"_s}}, {}));
    }

    void amountsAreReadable_data()
    {
        QTest::addColumn<QString>("units");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("text");
        QTest::newRow("coin") << u"2000000000000000"_s << coin << u"0.002 ETH"_s;
        QTest::newRow("whole") << u"3000000000000000000"_s << coin << u"3 ETH"_s;
        QTest::newRow("nothing") << u"0"_s << coin << u"0 ETH"_s;
        QTest::newRow("longer than any number here")
            << u"123456789012345678901234567890"_s << coin << u"123456789012.34567890123456789 ETH"_s;
        QTest::newRow("capitals") << u"1"_s << test::brahmaToken.toUpper().replace(u"0X"_s, u"0x"_s)
                                  << u"0.000001 USDC"_s;
        QTest::newRow("unknown") << u"5"_s << test::brahmaExecutor << u"5 smallest units of "_s + test::brahmaExecutor;
        QTest::newRow("own") << u"1234"_s << test::brahmaSubscriber << u"12.34 OWN"_s;
        QTest::newRow("no number") << u"many"_s << coin << u"many smallest units of "_s + coin;
    }
    void amountsAreReadable()
    {
        QFETCH(const QString, units);
        QFETCH(const QString, address);
        QTEST(amountText(units, address, tokensOf(42161, {{test::brahmaSubscriber, {u"OWN"_s, 2}}})), "text");
    }

    void trapThereAreMoreChainsThanAreListed()
    {
        QCOMPARE(chainText(8453), u"Base (8453)"_s);
        QCOMPARE(chainText(31337), u"31337"_s); // whoever types one has it
        QCOMPARE(amountText(u"1000000000000000000"_s, coin, tokensOf(56, {})), u"1 BNB"_s);
        QCOMPARE(amountText(u"1"_s, coin, tokensOf(31337, {})), u"1 smallest units of "_s + coin);
    }

    void lengthsAreReadable()
    {
        QCOMPARE(durationText(0), u"0 s"_s);
        QCOMPARE(durationText(59), u"59 s"_s);
        QCOMPARE(durationText(3600), u"1 h"_s);
        QCOMPARE(durationText(90061), u"1 d 1 h"_s);
    }
};

REGISTER_TEST(BrahmaReadingTest);
#include "test_brahmareading.moc"
