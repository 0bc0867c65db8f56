// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/brahma.h"
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

const QString plugin = u"0xec4181ee959e47f72e9cc60274fbe53d68949e47"_s;
const QHash<QString, QString> keyOnly{{u"api_key"_s, QLatin1StringView(BrahmaDouble::apiKey)}};

syncing::RunWish transferFor(const QString &subscription = u"sub-1"_s)
{
    return {.remoteId = subscription, .arguments = test::someTransfer()};
}

QString codeOf(const base::Error &error)
{
    return base::errorCodeName(error.code) + u' ' + error.field;
}

} // namespace

class BrahmaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapTheAddressHasAPrefix()
    {
        BrahmaHouse house;
        QVERIFY(answerOf(house.box->automations({})));
        QVERIFY(!house.remote.server.asked.isEmpty());
        for (const test::Asked &asked : house.remote.server.asked) {
            QVERIFY2(asked.path.startsWith("/v1/vendor/automations/"), asked.path.constData());
            QCOMPARE(asked.headers.value("x-api-key"), QByteArray(BrahmaDouble::apiKey));
        }
    }

    void withoutAKeyNoneIsSent()
    {
        BrahmaHouse house;
        house.open({{u"executor_key"_s, test::brahmaKey}});
        const auto refused = answerOf(house.box->automations({}));
        QCOMPARE(codeOf(refused.error()), u"denied credential"_s);
        QVERIFY(!house.remote.server.asked.first().headers.contains("x-api-key"));
    }

    void theExecutorIsTheKeysAccount()
    {
        BrahmaHouse house;
        const auto facts = answerOf(house.box->facts());
        QVERIFY(facts);
        QCOMPARE(facts->who, u"0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"_s);
        QCOMPARE(facts->role, u"Refuel"_s);
        QCOMPARE(facts->version, u"Arbitrum (42161)"_s);
    }

    void trapAnExecutorThatIsNotRegisteredIs404()
    {
        BrahmaHouse house;
        house.empty();
        const auto facts = answerOf(house.box->facts());
        QVERIFY(facts);
        QCOMPARE(facts->role, u"not registered"_s);
    }

    void anotherAccountsKeyIsDenied()
    {
        BrahmaHouse house;
        house.connection.settings.insert(u"executor"_s, test::brahmaSubscriber);
        house.open();
        const auto denied = answerOf(house.box->facts());
        QCOMPARE(codeOf(denied.error()), u"denied credential"_s);
        QVERIFY(denied.error().detail.contains(u"0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"_s));
        QVERIFY(!denied.error().detail.contains(test::brahmaKey));
        QVERIFY(house.remote.server.asked.isEmpty());
    }

    void nobodyIsDenied()
    {
        BrahmaHouse house;
        house.open(keyOnly);
        for (const auto &refused : {answerOf(house.box->facts()).error(), answerOf(house.box->automations({})).error(),
                                    answerOf(house.box->run(transferFor())).error(),
                                    answerOf(house.box->act(u"registration"_s, {})).error()}) {
            QCOMPARE(codeOf(refused), u"denied credential"_s);
        }
    }

    void theKeyIsInNoErrorAndNoAnswer()
    {
        BrahmaHouse house;
        const QString digits = u"deadbeefdeadbeef"_s;
        const QString key = digits + digits + digits + digits;
        house.open({{u"api_key"_s, QLatin1StringView(BrahmaDouble::apiKey)}, {u"executor_key"_s, key + u"0"_s}});
        QVERIFY(!answerOf(house.box->facts()).error().message().contains(digits));
        house.remote.registrations = {};
        house.open({{u"api_key"_s, QLatin1StringView(BrahmaDouble::apiKey)}, {u"executor_key"_s, key}});
        QVERIFY(answerOf(house.box->act(u"register"_s, {{u"client_id"_s, u"refuel"_s}})));
        QVERIFY(!answerOf(house.box->run(transferFor(u"nobody"_s))).error().message().contains(digits));
        for (const test::Asked &asked : house.remote.server.asked) {
            QVERIFY(!asked.body.contains(digits.toLatin1()) && !asked.path.contains(digits.toLatin1()));
            for (const QByteArray &value : asked.headers) {
                QVERIFY(!value.contains(digits.toLatin1()));
            }
        }
    }

    void settingsAreCheckedByName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *title, const QString &name, const QJsonValue &value,
                            const QString &field = {}) {
            QTest::newRow(title) << name << value << u"settings."_s + (field.isEmpty() ? name : field);
        };
        row("no address", u"executor"_s, u"0x12"_s);
        row("no plugin", u"plugin"_s, u"plugin"_s);
        row("a Safe that is nobody", u"safe_owner"_s, test::brahmaExecutor, u"executor"_s);
        row("no chain", u"chain_id"_s, 0);
        row("a chain in words", u"chain_id"_s, u"Base"_s);
        row("no webhook", u"webhook"_s, u"ftp://example.org"_s);
        row("a login in the webhook", u"webhook"_s, u"https://a:b@example.org"_s);
        row("no token", u"tokens"_s, QJsonArray{test::brahmaToken + u" USDC"_s}, u"tokens[0]"_s);
        row("too many decimals", u"tokens"_s, QJsonArray{test::brahmaToken + u" USDC 78"_s}, u"tokens[0]"_s);
        row("unknown", u"pluginn"_s, u""_s);
        row("asks the moon", u"ask_first"_s, u"moon"_s);
        row("never looked at", u"status_s"_s, 0);
    }
    void settingsAreCheckedByName()
    {
        QFETCH(const QString, name);
        QFETCH(const QJsonValue, value);
        domain::Connection connection;
        connection.baseUrl = QUrl(u"https://gtw.brahma.fi/v1/vendor"_s);
        connection.settings.insert(name, value);
        const base::Status refused = providers::Brahma().check(connection);
        QVERIFY(!refused);
        QTEST(refused.error().field, "field");
    }

    void trapMixedCaseIsNoChecksum()
    {
        domain::Connection connection;
        connection.baseUrl = QUrl(u"https://gtw.brahma.fi"_s);
        connection.settings = {{u"executor"_s, u"0xAb3BCd63A3938031c27b122Ec2B7F87Ec0Ba472A"_s}};
        QVERIFY(providers::Brahma().check(connection));
        QCOMPARE(settingsOf(connection)->executor, u"0xab3bcd63a3938031c27b122ec2b7f87ec0ba472a"_s);
        QCOMPARE(settingsOf(connection)->plugin.address.toLower(), plugin);
    }

    void whatIsNotThereIsUnsupported()
    {
        BrahmaHouse house;
        using test::outcomeOf;
        QObject *box = house.box.get();
        for (const rest::Future<void> &answer :
             {outcomeOf(box, house.box->create({})), outcomeOf(box, house.box->update({}, {}, {})),
              house.box->remove(u"sub-1"_s), house.box->cancel(u"task-0"_s), outcomeOf(box, house.box->runs({})),
              outcomeOf(box, house.box->log(u"task-0"_s, {})), outcomeOf(box, house.box->approvals()),
              outcomeOf(box, house.box->windows()), outcomeOf(box, house.box->act(u"execute"_s, {}))}) {
            QCOMPARE(answerOf(answer).error().code, Unsupported);
        }
    }
};

REGISTER_TEST(BrahmaTest);
#include "test_brahma.moc"
