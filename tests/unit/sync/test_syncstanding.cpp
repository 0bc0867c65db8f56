// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/sync/synchouse.h"

using namespace Qt::StringLiterals;
using domain::Automation;
using domain::ConnectionState;
using providers::Fault;
using test::edit;
using test::got;
using test::publish;
using test::script;
using test::spinUntil;
using test::SyncHouse;

/// How a connection stands, what it waits for, and its credential.
class TestSyncStanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsAreToldWithTheirCause();
    void aChangeThatFailsIsNoAbsence_data();
    void aChangeThatFailsIsNoAbsence();
    void aQuotaThatIsUsedUpIsWaitedFor_data();
    void aQuotaThatIsUsedUpIsWaitedFor();
    void aRefusedCredentialWaitsForAPerson();
    void aLookThatIsAskedForAsksWhoWeAre();
    void aRenewedCredentialIsKept();
    void aPausedConnectionAsksNothing();
    void aRemovedConnectionEndsWhateverIsUnderWay();
    void anUnknownProviderIsSaid();
    void aConnectionIsTriedOutBeforeItIsStored();
};

void TestSyncStanding::waitsAreToldWithTheirCause()
{
    SyncHouse house;
    house.far->create(script(u"There"_s));
    QVERIFY(house.startAndRest());
    house.far->faults = [](const QString &) { return Fault::Refused; };
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(house.rests());
    QVERIFY(spinUntil([&house] { return house.connection().state == ConnectionState::Offline; }));
    QCOMPARE(house.connection().detail, u"the far end can't be reached"_s);
    QCOMPARE(house.connection().nextSyncAt, house.store.clock.now() + base::Millis(1500));
    QCOMPARE(house.sleepers.next(), base::Millis(1500));

    // What is edited meanwhile waits, and nothing is asked before its time.
    const int asked = house.far->requests;
    edit(house, u"There"_s, [](Automation &a) { a.description = u"mine"_s; });
    QVERIFY(house.settles());
    QCOMPARE(house.far->requests, asked);
    QVERIFY(house.passToNext());
    QCOMPARE(house.sleepers.next(), base::Millis(3000));
    QVERIFY(house.outbox().first().waitsFor.contains(u"the far end can't be reached"_s));

    house.far->faults = {};
    QVERIFY(house.passToNext());
    QCOMPARE(house.far->automations().first().automation.description, u"mine"_s);
    QVERIFY(spinUntil([&house] { return house.connection().state == ConnectionState::Online; }));
    QVERIFY(!house.connection().nextSyncAt);
}

void TestSyncStanding::aChangeThatFailsIsNoAbsence_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("cause");
    QTest::newRow("not done") << int(Fault::Refused) << u"the far end can't be reached"_s;
    QTest::newRow("perhaps done") << int(Fault::RequestLost) << u"the far end did not answer in time"_s;
}

/// The others are sent, looks go on, and the one says why it waits.
void TestSyncStanding::aChangeThatFailsIsNoAbsence()
{
    QFETCH(int, fault);
    QFETCH(QString, cause);
    SyncHouse house;
    house.far->create(script(u"There"_s));
    QVERIFY(house.startAndRest());
    house.far->faults = [fault](const QString &verb) { return verb == u"create"_s ? Fault(fault) : Fault::None; };
    publish(house, script(u"Unlucky"_s));
    QVERIFY(spinUntil([&house] { return house.outbox().size() == 1 && house.outbox().first().attempts == 1; }));
    edit(house, u"There"_s, [](Automation &a) { a.description = u"mine"_s; });
    QVERIFY(spinUntil([&house] { return house.far->automations().first().automation.description == u"mine"_s; }));
    QVERIFY(house.settles());
    QVERIFY(spinUntil([&house] { return house.outbox().size() == 1; }));
    QCOMPARE(house.connection().state, ConnectionState::Online);
    QVERIFY2(house.outbox().first().waitsFor.startsWith(cause), qPrintable(house.outbox().first().waitsFor));
    QVERIFY(house.outbox().first().dueAt);

    // Its answer says nothing, and neither does any other: that is absence.
    house.far->faults = [](const QString &) { return Fault::Refused; };
    for (int i = 0; i < 20 && house.connection().state == ConnectionState::Online; ++i) {
        QVERIFY(house.passToNext());
        house.hears();
    }
    QCOMPARE(house.connection().state, ConnectionState::Offline);
    house.far->faults = {};
    for (int i = 0; i < 20 && house.far->automations().size() < 2; ++i) {
        QVERIFY(house.passToNext());
    }
    QCOMPARE(house.far->automations().size(), 2);
}

void TestSyncStanding::aQuotaThatIsUsedUpIsWaitedFor_data()
{
    QTest::addColumn<base::Millis>("reset");
    QTest::addColumn<base::Millis>("waited");
    QTest::newRow("until it is there") << base::Millis(std::chrono::hours(5)) << base::Millis(std::chrono::hours(5));
    QTest::newRow("a day at most") << base::Millis(std::chrono::hours(24 * 400))
                                   << base::Millis(std::chrono::hours(24));
    QTest::newRow("in the past") << base::Millis(std::chrono::hours(-1)) << base::Millis(1500);
}

/// That one change waits, and says for what; everything else goes on.
void TestSyncStanding::aQuotaThatIsUsedUpIsWaitedFor()
{
    QFETCH(const base::Millis, reset);
    QFETCH(const base::Millis, waited);
    SyncHouse house;
    house.far->create(script(u"There"_s));
    QVERIFY(house.startAndRest());
    const base::Instant began = house.store.clock.now();
    house.far->resetsAt = began + reset;
    house.far->faults = [](const QString &verb) { return verb == u"create"_s ? Fault::UsedUp : Fault::None; };
    publish(house, script(u"Costly"_s));
    QVERIFY(spinUntil([&house] { return house.outbox().size() == 1 && house.outbox().first().attempts == 1; }));
    QVERIFY(house.settles());
    const store::OutboxEntry waiting = house.outbox().first();
    QCOMPARE(waiting.dueAt, began + waited);
    QVERIFY2(waiting.waitsFor.startsWith(u"the quota of the far end is used up; it can be tried again from "_s),
             qPrintable(waiting.waitsFor));
    QCOMPARE(house.connection().state, ConnectionState::Online);

    house.far->faults = {};
    while (house.store.clock.now() + base::Millis(house.sleepers.next().value_or(base::Millis(0))) < began + waited) {
        QVERIFY(house.passToNext());
        QCOMPARE(house.far->automations().size(), 1);
    }
    QVERIFY(house.passToNext());
    QVERIFY(spinUntil([&house] { return house.far->automations().size() == 2; }));
}

void TestSyncStanding::aRefusedCredentialWaitsForAPerson()
{
    SyncHouse house;
    house.far->token = u"right"_s;
    house.start();
    QVERIFY(spinUntil([&house] { return house.connection().state == ConnectionState::NeedsLogin; }));
    QCOMPARE(house.connection().detail, u"the token is not accepted"_s);
    const int asked = house.far->requests;
    house.store.clock.advance(base::Seconds(100'000));
    house.sleepers.look();
    QCoreApplication::processEvents();
    QCOMPARE(house.far->requests, asked);

    QVERIFY(got(house.secrets->set(domain::credentialName(house.id, u"token"_s), u"right"_s, u"tester"_s)));
    QVERIFY(got(house.store->connections().renewed(house.id, u"tester"_s)));
    QVERIFY(spinUntil([&house] { return house.connection().state == ConnectionState::Online; }));
}

void TestSyncStanding::aLookThatIsAskedForAsksWhoWeAre()
{
    SyncHouse house;
    QVERIFY(house.startAndRest());
    QVERIFY(spinUntil([&house] { return house.connection().state == ConnectionState::Online; }));
    QCOMPARE(house.connection().account.capabilities.log, domain::RemoteLog::Poll);
    int asked = 0;
    house.far->faults = [&asked](const QString &verb) {
        asked += verb == u"facts"_s ? 1 : 0;
        return Fault::None;
    };
    house.far->setRules({.log = domain::RemoteLog::AtEnd});
    for (int i = 0; i < 3; ++i) {
        QVERIFY(house.passToNext());
    }
    QCOMPARE(asked, 0); // by itself it is not asked again and again
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(house.settles());
    QVERIFY(spinUntil([&house] { return house.connection().account.capabilities.log == domain::RemoteLog::AtEnd; }));
    QCOMPARE(asked, 1);

    // Asked for while a look is under way.
    house.far->setRules({});
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(house.settles());
    QVERIFY(spinUntil([&house] { return house.connection().account.capabilities.log == domain::RemoteLog::Poll; }));
}

void TestSyncStanding::aRenewedCredentialIsKept()
{
    SyncHouse house;
    const QString name = domain::credentialName(house.id, u"token"_s);
    house.far->token = u"old"_s;
    QVERIFY(got(house.secrets->set(name, u"old"_s, u"tester"_s)));
    QVERIFY(house.startAndRest());
    house.far->renewedToken = u"new"_s;
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(house.rests());
    QVERIFY(spinUntil([&house, &name] { return house.secrets.state.entries.value(name) == u"new"_s; }));
    house.stop();
    QVERIFY(house.startAndRest());
    QCOMPARE(house.connection().state, ConnectionState::Online);
}

void TestSyncStanding::aPausedConnectionAsksNothing()
{
    SyncHouse house;
    house.far->create(script(u"There"_s));
    QVERIFY(house.startAndRest());
    QVERIFY(got(house.store->connections().edit(house.id, {{u"paused"_s, true}}, u"tester"_s)));
    QVERIFY(spinUntil([&house] { return !house.sleepers.next(); }));
    const int asked = house.far->requests;
    edit(house, u"There"_s, [](Automation &a) { a.description = u"mine"_s; });
    house.store.clock.advance(base::Seconds(100'000));
    house.sleepers.look();
    QCoreApplication::processEvents();
    QCOMPARE(house.far->requests, asked);
    QVERIFY(got(house.store->connections().edit(house.id, {{u"paused"_s, false}}, u"tester"_s)));
    QVERIFY(spinUntil([&house] { return house.far->automations().first().automation.description == u"mine"_s; }));
}

void TestSyncStanding::aRemovedConnectionEndsWhateverIsUnderWay()
{
    SyncHouse house;
    for (int i = 0; i < 120; ++i) {
        house.far->create(script(u"Number %1"_s.arg(i)));
    }
    bool asked = false;
    house.far->faults = [&house, &asked](const QString &verb) {
        if (verb == u"automations"_s && !std::exchange(asked, true)) {
            house.store->connections().remove(house.id, store::Unsent::Discard, u"tester"_s);
        }
        return Fault::Late;
    };
    house.start();
    QVERIFY(spinUntil([&house] { return got(house.store->connections().list()).value_or({}).isEmpty(); }));
    QVERIFY(spinUntil([&house] { return !house.sleepers.next(); }));
    const int before = house.far->requests;
    QTest::qWait(50);
    QVERIFY(house.far->requests <= before + 1);
    QCOMPARE(house.automations().size(), 0);
}

void TestSyncStanding::anUnknownProviderIsSaid()
{
    SyncHouse house;
    domain::Connection wanted;
    wanted.name = u"Of the future"_s;
    wanted.provider = u"unheard-of"_s;
    wanted.baseUrl = QUrl(u"https://example.org"_s);
    const base::ConnectionId id = got(house.store->connections().add(wanted, u"tester"_s))->id;
    QVERIFY(house.startAndRest());
    QVERIFY(spinUntil([&house, &id] {
        return got(house.store->connections().get(id))->detail == u"this program has no provider named unheard-of"_s;
    }));
}

void TestSyncStanding::aConnectionIsTriedOutBeforeItIsStored()
{
    SyncHouse house;
    house.start();
    house.far->token = u"right"_s;
    domain::Connection wanted;
    wanted.name = u"New"_s;
    wanted.provider = u"loopback"_s;
    wanted.baseUrl = house.connection().baseUrl;
    const auto wrong = got(house.loop->tryOut(wanted, {{u"token"_s, u"wrong"_s}}));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, base::ErrorCode::Denied);
    const auto right = got(house.loop->tryOut(wanted, {{u"token"_s, u"right"_s}}));
    QVERIFY(right);
    QCOMPARE(right->who, u"New"_s);
    wanted.baseUrl = QUrl(u"http://here"_s);
    QCOMPARE(got(house.loop->tryOut(wanted, {})).error().field, u"base_url"_s);
}

REGISTER_TEST(TestSyncStanding);
#include "test_syncstanding.moc"
