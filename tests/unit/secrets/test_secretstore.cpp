// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memorykeychain.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using test::await;
using test::Keyring;

namespace {

struct House
{
    test::TempStore store;
    test::MemorySecrets secrets{store.store()};

    QStringList names()
    {
        QStringList names;
        const auto records = await(store->secretRecords().list()).value();
        for (const store::SecretRecord &record : records) {
            names.append(record.writtenAt ? record.name : record.name + u'?');
        }
        return names;
    }
    QString get(const QString &name)
    {
        const auto values = await(secrets->read({name}));
        return values ? values->value(name) : u"error: "_s + values.error().detail;
    }
};

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSetIsRead();
    void threeTroublesAreThreeErrors_data();
    void threeTroublesAreThreeErrors();
    void aLockedKeyringLosesNothing();
    void anotherKeyringIsTold();
    void whatCannotBeASecretIsRefused();
    void usesAreListed();
    void lentOnesAreTakenBack();
    void lentOnesAreKeptInMemoryWhereThereIsNoKeyring();
    void whoeverAsksOutlivesIt();
};

void TestSecretStore::whatIsSetIsRead()
{
    House house;
    const QString value = u"p4ss \"w\" \n ü 🗝"_s;
    QVERIFY(await(house.secrets->set(u"api"_s, value, u"ann"_s)));
    QCOMPARE(house.get(u"api"_s), value);
    QVERIFY(await(house.secrets->set(u"api"_s, u"new"_s, u"bob"_s)));
    QCOMPARE(house.get(u"api"_s), u"new"_s);
    QCOMPARE(house.names(), QStringList{u"api"_s});
    QVERIFY(await(house.secrets->remove(u"api"_s, u"ann"_s)));
    QCOMPARE(house.names(), QStringList());
    QVERIFY(house.secrets.state.entries.isEmpty());
    QStringList audit;
    const auto entries = await(house.store->audit().page({})).value();
    for (const store::AuditEntry &entry : entries) {
        audit.prepend(entry.by + u' ' + entry.action + u' ' + entry.subject + entry.detail);
    }
    QCOMPARE(audit, (QStringList{u"ann set secret api"_s, u"bob set secret api"_s, u"ann delete secret api"_s}));
}

void TestSecretStore::threeTroublesAreThreeErrors_data()
{
    QTest::addColumn<bool>("written");
    QTest::addColumn<Keyring>("keyring");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << false << Keyring::Open << ErrorCode::NotFound << u"is not set"_s;
    QTest::newRow("missing while locked") << false << Keyring::Locked << ErrorCode::NotFound << u"is not set"_s;
    QTest::newRow("locked") << true << Keyring::Locked << ErrorCode::Denied << u"keyring is locked"_s;
    QTest::newRow("unavailable") << true << Keyring::Missing << ErrorCode::Unavailable << u"no keyring service"_s;
}

void TestSecretStore::threeTroublesAreThreeErrors()
{
    QFETCH(bool, written);
    QFETCH(Keyring, keyring);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    House house;
    if (written) {
        QVERIFY(await(house.secrets->set(u"api"_s, u"hunter2"_s, {})));
    }
    house.secrets.state.keyring = keyring;
    const auto values = await(house.secrets->read({u"api"_s}));
    QVERIFY(!values);
    QCOMPARE(values.error().code, code);
    QVERIFY2(values.error().detail.contains(words), qPrintable(values.error().detail));
    QVERIFY(values.error().detail.contains(u"api"_s));
    const auto removed = await(house.secrets->remove(u"api"_s, {}));
    QCOMPARE(removed.error().code, code);
}

void TestSecretStore::aLockedKeyringLosesNothing()
{
    House house;
    QVERIFY(await(house.secrets->set(u"api"_s, u"hunter2"_s, {})));
    house.secrets.state.keyring = Keyring::Locked;
    QVERIFY(!await(house.secrets->remove(u"api"_s, {})));
    QCOMPARE(await(house.secrets->set(u"api"_s, u"other"_s, {})).error().code, ErrorCode::Denied);
    QCOMPARE(house.names(), QStringList{u"api"_s});
    house.secrets.state.keyring = Keyring::Open;
    QCOMPARE(house.get(u"api"_s), u"hunter2"_s);
}

void TestSecretStore::anotherKeyringIsTold()
{
    House house;
    QVERIFY(await(house.secrets->set(u"api"_s, u"hunter2"_s, {})));
    house.secrets.state.entries.clear();
    const auto values = await(house.secrets->read({u"api"_s}));
    QCOMPARE(values.error().code, ErrorCode::NotFound);
    QVERIFY(values.error().detail.contains(u"does not have it any more"_s));
    QVERIFY2(house.secrets.state.entries.isEmpty(), "the trial entry is gone");
    QCOMPARE(house.names(), QStringList{u"api"_s});
    QVERIFY(await(house.secrets->remove(u"api"_s, {})));
    QCOMPARE(house.names(), QStringList());
}

void TestSecretStore::whatCannotBeASecretIsRefused()
{
    House house;
    QCOMPARE(await(house.secrets->set(u"api"_s, {}, {})).error().field, u"value"_s);
    QCOMPARE(await(house.secrets->set(u"api"_s, u"a\0b"_s, {})).error().field, u"value"_s);
    QVERIFY(house.secrets.state.asked.isEmpty());
    QCOMPARE(house.names(), QStringList());
}

void TestSecretStore::usesAreListed()
{
    House house;
    auto automation = test::someAutomation();
    automation.env = {{u"A"_s, u"${secret:api}:${secret:other}"_s}};
    QVERIFY(await(house.store->automations().create({automation}, {})));
    QVERIFY(await(house.secrets->set(u"api"_s, u"hunter2"_s, u"ann"_s)));
    QCOMPARE(house.names(), (QStringList{u"api"_s, u"other?"_s}));
    const auto records = await(house.store->secretRecords().list()).value();
    QCOMPARE(records.first().writtenBy, u"ann"_s);
    QCOMPARE(records.first().uses.size(), 1);
    QCOMPARE(records.first().uses.first().automationName, u"Backup"_s);
    QCOMPARE(records.first().uses.first().fields, QStringList{u"env.A"_s});
}

void TestSecretStore::lentOnesAreTakenBack()
{
    House house;
    const QString name = u"run_abc/TOKEN"_s;
    QVERIFY(await(house.secrets->lend({{name, u"hunter2"_s}}, u"ann"_s)));
    QCOMPARE(house.get(name), u"hunter2"_s);
    QCOMPARE(house.names(), QStringList());
    QCOMPARE(await(house.store->secretRecords().lent())->needed, QStringList{name});
    house.store.clock.advance(std::chrono::hours(2));
    QCOMPARE(await(house.store->secretRecords().lent())->over, QStringList{name});
    house.secrets.state.keyring = Keyring::Locked;
    QCOMPARE(await(house.secrets->takeBack({name})).error().code, ErrorCode::Denied);
    QCOMPARE(await(house.store->secretRecords().lent())->over, QStringList{name});
    house.secrets.state.keyring = Keyring::Open;
    QVERIFY(await(house.secrets->takeBack({name})));
    QVERIFY(house.secrets.state.entries.isEmpty());
    QVERIFY(await(house.store->secretRecords().lent())->over.isEmpty());
    QVERIFY(await(house.store->audit().page({}))->isEmpty());
}

void TestSecretStore::lentOnesAreKeptInMemoryWhereThereIsNoKeyring()
{
    House house;
    house.secrets.state.keyring = Keyring::Missing;
    const QString name = u"run_abc/TOKEN"_s;
    QVERIFY(await(house.secrets->lend({{name, u"hunter2"_s}}, {})));
    QCOMPARE(house.get(name), u"hunter2"_s);
    QVERIFY(await(house.secrets->takeBack({name})));
    QVERIFY(house.get(name).startsWith(u"error: "_s));
    house.secrets.state.keyring = Keyring::Locked;
    QCOMPARE(await(house.secrets->lend({{name, u"hunter2"_s}}, {})).error().code, ErrorCode::Denied);
}

void TestSecretStore::whoeverAsksOutlivesIt()
{
    test::TempStore store;
    QFuture<base::Result<secrets::Values>> answer;
    {
        test::MemorySecrets secrets(store.store());
        secrets.state.silent = true;
        answer = secrets->read({u"api"_s});
        QTRY_COMPARE(secrets.state.asked, QStringList{u"read api"_s});
    }
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.resultCount(), 0);
}

REGISTER_TEST(TestSecretStore);
#include "test_secretstore.moc"
