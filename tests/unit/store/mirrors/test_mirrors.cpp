// SPDX-License-Identifier: Apache-2.0
// What is seen at remote systems, and what both sides make of it.
#include "tests/support/eventlog.h"
#include "tests/support/registry.h"
#include "tests/unit/store/mirrors/someremote.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;

class MirrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSeenIsThereOnce()
    {
        test::TempStore store;
        const base::ConnectionId office = test::connectionIn(store);
        const QList page{test::remoteAutomation(u"1"_s, u"Backup"_s), test::remoteAutomation(u"2"_s, u"Report"_s)};
        const auto first = await(store->mirrors().see(office, page));
        QVERIFY(first);
        QCOMPARE(first->added, 2);
        const auto all = await(store->automations().list());
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->first().connectionId, office);
        QCOMPARE(all->first().remoteId, u"1"_s);
        QCOMPARE(all->first().remote.value("relayerId"_L1).toString(), u"1"_s);
        QStringList changes;
        connect(&store.store(), &store::Store::changed, this,
                [&changes](const store::Changes &seen) { changes.append(QString::number(seen.size())); });
        const auto second = await(store->mirrors().see(office, page));
        QCOMPARE(second->added + second->changed + second->conflicts, 0);
        QVERIFY(changes.isEmpty());
        QCOMPARE(await(store->automations().list())->first().version, 1);
        QCOMPARE(*await(store->mirrors().remoteIds(office)), QStringList({u"1"_s, u"2"_s}));
    }

    void changesThereAreTakenAndOnesHereStay()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        edit(store, {{u"description"_s, u"ours"_s}});
        domain::RemoteAutomation remote = test::remoteAutomation(u"1"_s, u"Backup at night"_s);
        QCOMPARE(await(store->mirrors().see(office, {remote}))->changed, 1);
        const domain::Automation now = test::mirrored(store);
        QCOMPARE(now.name, u"Backup at night"_s);
        QCOMPARE(now.description, u"ours"_s);
        QCOMPARE(now.updatedBy, u"connection:Office"_s);
        const store::OutboxTask task = test::nextIn(store, office);
        QCOMPARE(task.kind, store::TaskKind::Update);
        QCOMPARE(task.wanted.description, u"ours"_s);
        QCOMPARE(task.base.name, u"Backup at night"_s);
    }

    void theSameFieldOnBothSidesWaitsForAPerson()
    {
        test::TempStore store;
        const base::ConnectionId office = inConflict(store);
        const auto conflicts = await(store->mirrors().conflicts());
        QCOMPARE(conflicts->size(), 1);
        QCOMPARE(conflicts->first().what, store::Disagreement::Fields);
        QCOMPARE(conflicts->first().fields.size(), 1);
        QCOMPARE(conflicts->first().fields.first().local.toString(), u"ours"_s);
        QCOMPARE(conflicts->first().fields.first().remote.toString(), u"theirs"_s);
        QCOMPARE(test::mirrored(store).description, u"ours"_s);
        QVERIFY(!await(store->outbox().next(office))->task); // nothing overwrites theirs
        store.reopen();
        QCOMPARE(await(store->mirrors().conflicts())->size(), 1);
    }

    /// However often it is looked at, whatever is edited meanwhile, and after a restart.
    void aConflictIsThereOnce()
    {
        test::TempStore store;
        const base::ConnectionId office = inConflict(store);
        const auto fields = [&store] {
            QStringList paths;
            const auto conflicts = await(store->mirrors().conflicts());
            for (const store::Conflict &conflict : *conflicts) {
                for (const domain::FieldConflict &field : conflict.fields) {
                    paths.append(field.path.join(u'.'));
                }
            }
            paths.sort();
            return paths;
        };
        const auto since = [&store] { return await(store->mirrors().conflicts())->first().since; };
        const base::Instant first = since();
        domain::RemoteAutomation there = theirs();
        for (int look = 0; look < 3; ++look) {
            store.clock.advance(std::chrono::minutes(1));
            QCOMPARE(await(store->mirrors().see(office, {there}))->conflicts, 0);
        }
        QCOMPARE(fields(), QStringList{u"description"_s});
        edit(store, {{u"description"_s, u"ours, again"_s}});
        there.automation.description = u"theirs, again"_s;
        QVERIFY(await(store->mirrors().see(office, {there})));
        QCOMPARE(fields(), QStringList{u"description"_s});
        store.reopen();
        QCOMPARE(await(store->mirrors().see(office, {there}))->conflicts, 0);
        QCOMPARE(fields(), QStringList{u"description"_s});
        QCOMPARE(since(), first);
        edit(store, {{u"params"_s, QJsonObject{{u"command"_s, u"ours"_s}}}});
        there.automation.params = {{u"command"_s, u"theirs"_s}};
        QVERIFY(await(store->mirrors().see(office, {there})));
        QVERIFY(await(store->mirrors().see(office, {there})));
        QCOMPARE(fields(), (QStringList{u"description"_s, u"params.command"_s})); // another field, of the same conflict
        QCOMPARE(await(store->mirrors().conflicts())->size(), 1);
    }

    void oursIsSentOnceAPersonSaysSo()
    {
        test::TempStore store;
        const base::ConnectionId office = inConflict(store);
        const base::AutomationId id = test::mirrored(store).id;
        QVERIFY(await(store->mirrors().resolve({{id, {.side = domain::Side::Local}}}, u"ann"_s)));
        QVERIFY(await(store->mirrors().conflicts())->isEmpty());
        const store::OutboxTask task = test::nextIn(store, office);
        QCOMPARE(task.wanted.description, u"ours"_s);
        QCOMPARE(task.base.description, u"theirs"_s);
        QCOMPARE(await(store->mirrors().resolve({{id, {}}}, u"ann"_s)).error().code, base::ErrorCode::NotFound);
    }

    void whatChangedSinceItWasSeenIsNotDecided()
    {
        test::TempStore store;
        const base::ConnectionId office = inConflict(store);
        const base::AutomationId id = test::mirrored(store).id;
        const auto sides = [&store] { return await(store->mirrors().conflicts())->first().sides; };
        const auto decide = [&](const store::Sides &seen) {
            return await(
                store->mirrors().resolve({{id, {.side = domain::Side::Local, .fields = {}, .seen = seen}}}, u"ann"_s));
        };
        const store::Sides first = sides();
        edit(store, {{u"tags"_s, QJsonArray{u"night"_s}}});
        QCOMPARE(decide(first).error().code, base::ErrorCode::Conflict);
        QVERIFY(decide(first).error().detail.contains(u"changed here"_s));
        const store::Sides second = sides();
        domain::RemoteAutomation later = theirs();
        later.automation.description = u"theirs, later"_s;
        QVERIFY(await(store->mirrors().see(office, {later})));
        QVERIFY(decide(second).error().detail.contains(u"changed there"_s));
        QVERIFY(decide(first).error().detail.contains(u"changed here and there"_s));
        QCOMPARE(await(store->mirrors().conflicts())->size(), 1); // nothing came of these
        QVERIFY(!await(store->outbox().next(office))->task);
        QVERIFY(decide(sides()));
        QCOMPARE(test::nextIn(store, office).wanted.description, u"ours"_s);
    }

    void theirsIsTakenOnceAPersonSaysSo()
    {
        test::TempStore store;
        const base::ConnectionId office = inConflict(store);
        const base::AutomationId id = test::mirrored(store).id;
        const QHash<QString, domain::Side> fields{{u"description"_s, domain::Side::Remote}};
        QVERIFY(await(store->mirrors().resolve({{id, {.fields = fields}}}, u"ann"_s)));
        QCOMPARE(test::mirrored(store).description, u"theirs"_s);
        QVERIFY(!await(store->outbox().next(office))->task);
        const auto audit = await(store->audit().page({.limit = 1}));
        QCOMPARE(audit->first().action, u"resolve"_s);
    }

    void anEditMayEndAConflict()
    {
        test::TempStore store;
        const base::ConnectionId office = inConflict(store);
        edit(store, {{u"description"_s, u"theirs"_s}});
        QVERIFY(await(store->mirrors().conflicts())->isEmpty());
        QVERIFY(!await(store->outbox().next(office))->task);
    }

    void whatIsRemovedThereGoesUnlessItWasEditedHere()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        QVERIFY(await(store->mirrors().gone(office, u"1"_s)));
        QVERIFY(await(store->automations().list())->isEmpty());
        QCOMPARE(await(store->audit().page({.limit = 1}))->first().action, u"delete"_s);
        QVERIFY(await(store->mirrors().gone(office, u"1"_s))); // nothing to remove a second time

        QVERIFY(await(store->mirrors().see(office, {test::remoteAutomation(u"2"_s, u"Report"_s)})));
        edit(store, {{u"description"_s, u"ours"_s}});
        QVERIFY(await(store->mirrors().gone(office, u"2"_s)));
        const base::AutomationId id = test::mirrored(store).id;
        QCOMPARE(await(store->mirrors().conflicts())->first().what, store::Disagreement::RemovedThere);
        QVERIFY(await(store->mirrors().resolve({{id, {.side = domain::Side::Local}}}, u"ann"_s)));
        const store::OutboxTask task = test::nextIn(store, office);
        QCOMPARE(task.kind, store::TaskKind::Create); // it is made there anew
        QCOMPARE(task.wanted.description, u"ours"_s);
        QVERIFY(test::mirrored(store).remoteId.isEmpty());
    }

    void whatIsRemovedHereAndChangedThereIsAskedAbout()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const base::AutomationId id = test::mirrored(store).id;
        QVERIFY(await(store->automations().remove(id, u"ann"_s)));
        QCOMPARE(test::nextIn(store, office).kind, store::TaskKind::Remove);
        QVERIFY(await(store->mirrors().see(office, {theirs()})));
        QCOMPARE(await(store->mirrors().conflicts())->first().what, store::Disagreement::RemovedHere);
        QVERIFY(!await(store->outbox().next(office))->task);
        QVERIFY(await(store->mirrors().resolve({{id, {.side = domain::Side::Remote}}}, u"ann"_s)));
        QCOMPARE(test::mirrored(store).description, u"theirs"_s);
        QCOMPARE(test::mirrored(store).id, id);
        QVERIFY(!await(store->outbox().next(office))->task);
    }

    void whatIsRemovedInConflictIsAskedAboutAgain()
    {
        test::TempStore store;
        const base::ConnectionId office = inConflict(store);
        const base::AutomationId id = test::mirrored(store).id;
        QVERIFY(await(store->automations().remove(id, u"ann"_s)));
        QCOMPARE(await(store->mirrors().conflicts())->first().what, store::Disagreement::RemovedHere);
        QVERIFY(!await(store->outbox().next(office))->task);
        QVERIFY(await(store->mirrors().see(office, {theirs()}))); // as it was seen before
        QVERIFY(!await(store->outbox().next(office))->task);
        QVERIFY(await(store->mirrors().resolve({{id, {.side = domain::Side::Remote}}}, u"ann"_s)));
        QCOMPARE(test::mirrored(store).description, u"theirs"_s);
        QVERIFY(!await(store->outbox().next(office))->task);
    }

    void whatIsRestoredWritesOverNothing()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const base::AutomationId id = test::mirrored(store).id;
        QVERIFY(await(store->automations().remove(id, u"ann"_s)));
        QVERIFY(await(store->mirrors().see(office, {theirs()})));
        QVERIFY(await(store->automations().restore(id, 0, u"ann"_s)));
        QCOMPARE(test::mirrored(store).description, u"theirs"_s);
        QVERIFY(await(store->mirrors().conflicts())->isEmpty());
        QVERIFY(!await(store->outbox().next(office))->task);

        test::TempStore other;
        const base::ConnectionId home = inConflict(other);
        const base::AutomationId disputed = test::mirrored(other).id;
        QVERIFY(await(other->automations().remove(disputed, u"ann"_s)));
        QVERIFY(await(other->automations().restore(disputed, 0, u"ann"_s)));
        QCOMPARE(await(other->mirrors().conflicts())->first().what, store::Disagreement::Fields);
        QVERIFY(!await(other->outbox().next(home))->task);
    }

    void whatCanBeNoAutomationIsPassedOverAndNamed()
    {
        test::TempStore store;
        const base::ConnectionId office = test::connectionIn(store);
        domain::RemoteAutomation broken = test::remoteAutomation(u"1"_s, u"Broken"_s);
        broken.automation.timeoutSeconds = -5;
        const auto page = await(store->mirrors().see(office, {broken, test::remoteAutomation(u"2"_s, u"Sound"_s)}));
        QVERIFY(page);
        QCOMPARE(page->added, 1);
        QVERIFY(page->unsound.value(0).startsWith(u"Broken: "_s));
    }

    void triggersOfOtherSystemsMakeNothingHere()
    {
        test::TempStore store;
        const base::ConnectionId office = test::connectionIn(store);
        domain::RemoteAutomation remote = test::remoteAutomation(u"1"_s, u"Follows"_s);
        remote.automation.triggers = {domain::Webhook{}, domain::After{.automation = base::AutomationId(u"77"_s)}};
        QVERIFY(await(store->mirrors().see(office, {remote})));
        QVERIFY(!await(store->webhooks().token(test::mirrored(store).id)));
    }

private:
    static base::ConnectionId seen(test::TempStore &store)
    {
        const base::ConnectionId office = test::connectionIn(store);
        const auto page = await(store->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)}));
        return page ? office : base::ConnectionId();
    }

    static domain::RemoteAutomation theirs()
    {
        domain::RemoteAutomation remote = test::remoteAutomation(u"1"_s, u"Backup"_s);
        remote.automation.description = u"theirs"_s;
        return remote;
    }

    static base::ConnectionId inConflict(test::TempStore &store)
    {
        const base::ConnectionId office = seen(store);
        edit(store, {{u"description"_s, u"ours"_s}});
        const auto page = await(store->mirrors().see(office, {theirs()}));
        return page && page->conflicts == 1 ? office : base::ConnectionId();
    }

    static void edit(test::TempStore &store, const QJsonObject &changes)
    {
        const auto after = domain::edited(test::mirrored(store), changes);
        if (!after || !await(store->automations().update(*after, u"ann"_s))) {
            qFatal("the mirrored automation can't be edited");
        }
    }
};

REGISTER_TEST(MirrorsTest);

#include "test_mirrors.moc"
