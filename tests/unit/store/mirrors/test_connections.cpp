// SPDX-License-Identifier: Apache-2.0
// Connections as rows: what people say of them, how they stand, and what goes with them.
#include "app/domain/connections/connection.h"
#include "tests/support/registry.h"
#include "tests/unit/store/mirrors/someremote.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ConnectionState;
using test::await;

class ConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsKeptAsItWasSaid()
    {
        test::TempStore store;
        domain::Connection said = test::unstored();
        said.baseUrl = QUrl(u"https://noba.example.org/api"_s);
        said.settings = {{u"dialect"_s, u"real"_s}};
        said.pollSeconds = 30;
        const auto added = await(store->connections().add(said, u"ann"_s));
        QVERIFY(added);
        store.reopen();
        QCOMPARE(*await(store->connections().get(added->id)), *added);
        QCOMPARE(added->state, ConnectionState::Untried);
        QCOMPARE(added->version, 1);
        const auto twice = await(store->connections().add(test::unstored(u"office"_s), u"ann"_s));
        QCOMPARE(twice.error().field, u"name"_s);
        const auto audit = await(store->audit().page({.limit = 1}));
        QCOMPARE(audit->first().action, u"add_connection"_s);
    }

    void onlyAnAdminMay()
    {
        test::TempStore store;
        const domain::Actor kim(u"kim"_s, domain::Role::Operator);
        QCOMPARE(await(store->connections().add(test::unstored(), kim)).error().code, base::ErrorCode::Denied);
        QVERIFY(await(store->connections().list())->isEmpty());
        const base::ConnectionId office = test::connectionIn(store);
        QCOMPARE(await(store->connections().edit(office, {{u"name"_s, u"x"_s}}, kim)).error().code,
                 base::ErrorCode::Denied);
        QCOMPARE(await(store->connections().remove(office, store::Unsent::Keep, kim)).error().code,
                 base::ErrorCode::Denied);
        QCOMPARE(await(store->connections().renewed(office, kim)).error().code, base::ErrorCode::Denied);
    }

    void anEditKnowsTheVersionItWasMadeOf()
    {
        test::TempStore store;
        const base::ConnectionId office = test::connectionIn(store);
        QVERIFY(await(store->connections().setStanding(office, {})));
        const auto paused =
            await(store->connections().edit(office, {{u"paused"_s, true}, {u"version"_s, 1}}, u"ann"_s));
        QCOMPARE(paused->state, ConnectionState::Paused);
        QCOMPARE(paused->version, 2);
        QVERIFY(await(store->connections().setStanding(office, {})));
        QCOMPARE(await(store->connections().get(office))->state, ConnectionState::Paused);
        const auto stale = await(store->connections().edit(office, {{u"name"_s, u"x"_s}, {u"version"_s, 1}}, u"ann"_s));
        QCOMPARE(stale.error().code, base::ErrorCode::Conflict);
        const auto other = await(store->connections().edit(office, {{u"provider"_s, u"noba"_s}}, u"ann"_s));
        QCOMPARE(other.error().field, u"provider"_s);
    }

    void standingStillWritesNothing()
    {
        test::TempStore store;
        const base::ConnectionId office = test::connectionIn(store);
        test::sawAll(store, office);
        int changes = 0;
        connect(&store.store(), &store::Store::changed, this, [&changes] { ++changes; });
        store.clock.advance(2min);
        test::sawAll(store, office);
        QVERIFY(await(store->connections().setFacts(office, test::ableAccount())));
        QCOMPARE(changes, 0);
        store.clock.advance(4min);
        test::sawAll(store, office);
        QCOMPARE(await(store->connections().get(office))->syncedAt.value(), store.clock.now());
        const store::Standing offline{
            .state = ConnectionState::Offline, .detail = u"no route"_s, .nextSyncAt = store.clock.now() + 1min};
        QVERIFY(await(store->connections().setStanding(office, offline)));
        QCOMPARE(await(store->connections().get(office))->detail, u"no route"_s);
    }

    void whatWasNotSentKeepsItFromBeingRemoved()
    {
        test::TempStore store;
        const base::ConnectionId office = test::connectionIn(store);
        QVERIFY(await(store->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)})));
        const auto made = await(store->automations().create({test::someAutomation(u"Mine"_s)}, u"ann"_s));
        QVERIFY(await(store->mirrors().publish(made->first().id, office, u"ann"_s)));
        QCOMPARE(await(store->connections().remove(office, store::Unsent::Keep, u"ann"_s)).error().code,
                 base::ErrorCode::Conflict);
        QVERIFY(await(store->connections().remove(office, store::Unsent::Discard, u"ann"_s)));
        const domain::Automation left = test::mirrored(store);
        QCOMPARE(left.name, u"Mine"_s);
        QVERIFY(left.connectionId.isEmpty());
        QVERIFY(left.paused);
        QVERIFY(await(store->connections().list())->isEmpty());
        QVERIFY(await(store->outbox().list({}))->isEmpty());
    }

    void runsThereEndWithTheirConnection()
    {
        test::TempStore store;
        const base::ConnectionId office = test::connectionIn(store);
        QVERIFY(await(store->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)})));
        const auto there = test::remoteRun(u"5"_s, u"1"_s, domain::RunStatus::Running, test::tempStoreStart);
        QVERIFY(await(store->mirrors().seeRuns(office, {there})));
        QVERIFY(await(store->connections().remove(office, store::Unsent::Keep, u"ann"_s)));
        const auto runs = await(store->runs().page({}));
        QCOMPARE(runs->first().status, domain::RunStatus::Interrupted);
        QCOMPARE(runs->first().reason, u"the connection Office was removed"_s);
        QCOMPARE(runs->size(), 1); // it is not done again here
    }
};

REGISTER_TEST(ConnectionsTest);

#include "test_connections.moc"
