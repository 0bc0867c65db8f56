// SPDX-License-Identifier: Apache-2.0
// What waits to be sent, and what becomes of it.
#include "tests/support/registry.h"
#include "tests/unit/store/mirrors/someremote.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using store::TaskKind;
using test::await;

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsThatWaitAreOneTask()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        describe(store, u"one"_s);
        describe(store, u"two"_s);
        QCOMPARE(await(store->outbox().list({}))->size(), 1);
        QCOMPARE(test::nextIn(store, office).wanted.description, u"two"_s);
        describe(store, QString()); // as it is there
        QVERIFY(await(store->outbox().list({}))->isEmpty());
    }

    void whatIsOnlyOursIsNotSent()
    {
        test::TempStore store;
        seen(store);
        domain::Automation automation = test::mirrored(store);
        automation.acl = {u"ann"_s};
        QVERIFY(await(store->automations().update(automation, u"ann"_s)));
        QVERIFY(await(store->outbox().list({}))->isEmpty());
    }

    void anEditWhileOneIsOnItsWayIsSentAfterIt()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        describe(store, u"one"_s);
        const store::OutboxTask first = test::nextIn(store, office);
        QVERIFY(*await(store->outbox().asking(first)));
        describe(store, u"two"_s);
        QVERIFY(!await(store->outbox().next(office))->task); // not before the answer
        QVERIFY(await(store->outbox().done(first.id, told(u"one"_s))));
        QCOMPARE(test::mirrored(store).description, u"two"_s);
        const store::OutboxTask second = test::nextIn(store, office);
        QCOMPARE(second.wanted.description, u"two"_s);
        QCOMPARE(second.base.description, u"one"_s);
        QVERIFY(*await(store->outbox().asking(second)));
        QVERIFY(await(store->outbox().done(second.id, told(u"two"_s))));
        QVERIFY(await(store->outbox().list({}))->isEmpty());
    }

    void anEditBeforeItIsSentIsSentWithIt()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        describe(store, u"one"_s);
        const store::OutboxTask read = test::nextIn(store, office);
        describe(store, u"two"_s);
        QVERIFY(!*await(store->outbox().asking(read)));
        QCOMPARE(test::nextIn(store, office).wanted.description, u"two"_s);
    }

    void theySayItOtherwiseAndThatIsTaken()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        describe(store, u" spaces "_s);
        const store::OutboxTask task = test::nextIn(store, office);
        QVERIFY(*await(store->outbox().asking(task)));
        QVERIFY(await(store->outbox().done(task.id, told(u"spaces"_s))));
        QCOMPARE(test::mirrored(store).description, u"spaces"_s);
        QVERIFY(await(store->outbox().list({}))->isEmpty());
    }

    void aLostAnswerIsLookedForFirst()
    {
        test::TempStore store;
        const base::ConnectionId office = published(store);
        const store::OutboxTask task = test::nextIn(store, office);
        QCOMPARE(task.kind, TaskKind::Create);
        QVERIFY(*await(store->outbox().asking(task)));
        store.reopen(); // as after a kill
        QVERIFY(!await(store->outbox().next(office))->task);
        QCOMPARE(*await(store->outbox().recover()), 1);
        QVERIFY(test::nextIn(store, office).unsure);
        const auto page = await(store->mirrors().see(office, {test::remoteAutomation(u"9"_s, u"Mine"_s)}));
        QCOMPARE(page->adopted, 1);
        QCOMPARE(page->added, 0);
        QCOMPARE(test::mirrored(store).remoteId, u"9"_s);
        QVERIFY(await(store->outbox().list({}))->isEmpty());
    }

    void whatIsNotThereIsSentAgain()
    {
        test::TempStore store;
        const base::ConnectionId office = published(store);
        const store::OutboxTask task = test::nextIn(store, office);
        QVERIFY(*await(store->outbox().asking(task)));
        const base::Error lost{.code = base::ErrorCode::Timeout, .context = {}, .detail = u"no answer"_s, .field = {}};
        QVERIFY(await(store->outbox().failed(task.id, lost, store.clock.now() + 30s)));
        const auto waits = await(store->outbox().next(office));
        QVERIFY(!waits->task);
        QCOMPARE(waits->dueAt.value(), store.clock.now() + 30s);
        store.clock.advance(31s);
        QVERIFY(test::nextIn(store, office).unsure);
        QVERIFY(await(store->outbox().notFoundThere(task.id)));
        const store::OutboxTask again = test::nextIn(store, office);
        QVERIFY(!again.unsure);
        QCOMPARE(again.attempts, 1);
        QVERIFY(*await(store->outbox().asking(again)));
        QVERIFY(await(store->outbox().done(again.id, test::remoteAutomation(u"9"_s, u"Mine"_s))));
        QCOMPARE(test::mirrored(store).remoteId, u"9"_s);
    }

    void anAnswerAfterItWasSeenMakesNoSecondOne()
    {
        test::TempStore store;
        const base::ConnectionId office = published(store);
        const store::OutboxTask task = test::nextIn(store, office);
        QVERIFY(*await(store->outbox().asking(task)));
        QVERIFY(await(store->mirrors().see(office, {test::remoteAutomation(u"9"_s, u"Mine"_s)})));
        QVERIFY(await(store->outbox().done(task.id, test::remoteAutomation(u"9"_s, u"Mine"_s))));
        const auto all = await(store->automations().list());
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().id, task.wanted.id);
    }

    void whatIsRemovedBeforeItWasSentNeverIs()
    {
        test::TempStore store;
        const base::ConnectionId office = published(store);
        QVERIFY(await(store->automations().remove(test::mirrored(store).id, u"ann"_s)));
        QVERIFY(await(store->outbox().list(office))->isEmpty());
    }

    void whatIsRemovedWhileItIsMadeThereIsRemovedThere()
    {
        test::TempStore store;
        const base::ConnectionId office = published(store);
        const store::OutboxTask task = test::nextIn(store, office);
        QVERIFY(*await(store->outbox().asking(task)));
        QVERIFY(await(store->automations().remove(task.wanted.id, u"ann"_s)));
        QVERIFY(!await(store->outbox().next(office))->task);
        QVERIFY(await(store->outbox().done(task.id, test::remoteAutomation(u"9"_s, u"Mine"_s))));
        QVERIFY(await(store->automations().list())->isEmpty());
        const store::OutboxTask removal = test::nextIn(store, office);
        QCOMPARE(removal.kind, TaskKind::Remove);
        QCOMPARE(removal.remoteId, u"9"_s);
        QVERIFY(*await(store->outbox().asking(removal)));
        QVERIFY(await(store->outbox().done(removal.id)));
        QVERIFY(await(store->mirrors().remoteIds(office))->isEmpty());
    }

    void whatIsRemovedWhileItIsMadeThereAndNeverWasIsDone()
    {
        test::TempStore store;
        const base::ConnectionId office = published(store);
        const store::OutboxTask task = test::nextIn(store, office);
        QVERIFY(*await(store->outbox().asking(task)));
        QVERIFY(await(store->automations().remove(task.wanted.id, u"ann"_s)));
        QVERIFY(await(store->outbox().failed(task.id, base::unavailable({}, u"no route"_s), store.clock.now())));
        QVERIFY(await(store->outbox().list(office))->isEmpty());
        QVERIFY(!await(store->outbox().next(office))->task);
    }

    void whatWaitsToRunEndsWithItsAutomation()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const domain::Automation automation = test::mirrored(store);
        const auto run = await(store->runs().request(automation.id, u"ann"_s));
        QVERIFY(await(store->runs().handOver(run->id)));
        QVERIFY(await(store->automations().remove(automation.id, u"ann"_s)));
        QCOMPARE(await(store->runs().get(run->id))->status, domain::RunStatus::Cancelled);
        QCOMPARE(test::nextIn(store, office).kind, TaskKind::Remove);
        QCOMPARE(await(store->outbox().list(office))->size(), 1);
    }

    void aPauseThatIsNotKeptThereIsRefused()
    {
        test::TempStore store;
        domain::AccountFacts facts = test::ableAccount();
        facts.capabilities.carries.removeOne(u"paused"_s);
        const base::ConnectionId office = test::connectionIn(store, facts);
        QVERIFY(await(store->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)})));
        const auto paused = await(store->automations().setPaused({test::mirrored(store).id}, true, u"ann"_s));
        QCOMPARE(paused.error().message(), u"Office can't pause its automations"_s);
    }

    void whatHasNoPlaceThereIsRefusedByName()
    {
        test::TempStore store;
        domain::AccountFacts facts = test::ableAccount();
        facts.capabilities.carries = {u"name"_s, u"description"_s, u"type"_s, u"params"_s};
        const base::ConnectionId office = test::connectionIn(store, facts);
        QVERIFY(await(store->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)})));
        const auto edit = [&store](const QJsonObject &changes) {
            return await(store->automations().update(*domain::edited(test::mirrored(store), changes), u"ann"_s));
        };
        const QJsonArray nightly{QJsonObject{{u"type"_s, u"schedule"_s}, {u"cron"_s, u"0 3 * * *"_s}}};
        for (const QJsonObject &change :
             {QJsonObject{{u"triggers"_s, nightly}}, QJsonObject{{u"env"_s, QJsonObject{{u"A"_s, u"b"_s}}}},
              QJsonObject{{u"run_as"_s, u"sudo"_s}}, QJsonObject{{u"timeout_s"_s, 60}}}) {
            const auto refused = edit(change);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, base::ErrorCode::Unsupported);
            QCOMPARE(refused.error().field, change.keys().first());
        }
        QVERIFY(edit({{u"tags"_s, QJsonArray{u"night"_s}}, {u"timeout_s"_s, 600}})); // the usual one says nothing
        QVERIFY(await(store->outbox().list(office))->isEmpty());
    }

    void aRefusalWaitsForAPerson()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        describe(store, u"one"_s);
        const store::OutboxTask task = test::nextIn(store, office);
        QVERIFY(*await(store->outbox().asking(task)));
        QVERIFY(await(store->outbox().failed(task.id, base::invalid(u"description"_s, u"too short"_s), {})));
        QVERIFY(!await(store->outbox().next(office))->task);
        const auto list = await(store->outbox().list(office));
        QCOMPARE(list->first().state, store::TaskState::Refused);
        QCOMPARE(list->first().waitsFor, u"Office: too short"_s);
        QVERIFY(await(store->outbox().retry(task.id, u"ann"_s)));
        QCOMPARE(test::nextIn(store, office).id, task.id);
        QVERIFY(await(store->outbox().giveUp(task.id, u"ann"_s)));
        QCOMPARE(test::mirrored(store).description, QString()); // as it is there
        QVERIFY(await(store->outbox().list(office))->isEmpty());
    }

    void whatTheSystemCantDoIsNotDoneHereEither()
    {
        test::TempStore store;
        domain::AccountFacts facts = test::ableAccount();
        facts.capabilities.can = {domain::Capability::List};
        const base::ConnectionId office = test::connectionIn(store, facts);
        QVERIFY(await(store->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)})));
        const domain::Automation before = test::mirrored(store);
        const auto edit = domain::edited(before, {{u"description"_s, u"x"_s}});
        const auto saved = await(store->automations().update(*edit, u"ann"_s));
        QCOMPARE(saved.error().code, base::ErrorCode::Unsupported);
        QCOMPARE(saved.error().message(), u"Office can't change its automations"_s);
        const auto removed = await(store->automations().remove(before.id, u"ann"_s));
        QCOMPARE(removed.error().code, base::ErrorCode::Unsupported);
        QCOMPARE(test::mirrored(store), before);
    }

    void whatIsEditedWhileItIsFoundDoneThereIsSentYet()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        describe(store, u"both"_s);
        const store::OutboxTask task = test::nextIn(store, office); // it is so there already, as a look tells
        domain::Automation again = test::mirrored(store);
        again.name = u"Newest"_s;
        QVERIFY(await(store->automations().update(again, u"ann"_s)));
        QVERIFY(await(store->outbox().done(task.id, told(u"both"_s))));
        QCOMPARE(test::mirrored(store).name, u"Newest"_s);
        QCOMPARE(test::nextIn(store, office).wanted.name, u"Newest"_s);
    }

    void whatArrivedOfALostUpdateIsNoChangeOfTheirs_data()
    {
        QTest::addColumn<QString>("later");
        QTest::newRow("edited again") << u"two"_s;
        QTest::newRow("as it was") << QString();
    }
    void whatArrivedOfALostUpdateIsNoChangeOfTheirs()
    {
        QFETCH(const QString, later);
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        describe(store, u"one"_s);
        QVERIFY(*await(store->outbox().asking(test::nextIn(store, office))));
        store.reopen(); // as after a kill
        QCOMPARE(*await(store->outbox().recover()), 1);
        describe(store, later);
        domain::RemoteAutomation there = told(u"one"_s);
        there.automation.name = u"Renamed there"_s;
        QVERIFY(await(store->mirrors().see(office, {there})));
        QVERIFY(await(store->mirrors().conflicts())->isEmpty());
        QCOMPARE(test::mirrored(store).description, later);
        QCOMPARE(test::mirrored(store).name, u"Renamed there"_s);
        QVERIFY(await(store->outbox().notFoundThere(await(store->outbox().list({}))->first().id)));
        QCOMPARE(test::nextIn(store, office).wanted.description, later);
    }

    void whatArrivedBeforeItsRemovalIsNoChangeOfTheirs()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        describe(store, u"one"_s);
        QVERIFY(*await(store->outbox().asking(test::nextIn(store, office))));
        store.reopen();
        QCOMPARE(*await(store->outbox().recover()), 1);
        QVERIFY(await(store->automations().remove(test::mirrored(store).id, u"ann"_s)));
        QVERIFY(await(store->mirrors().see(office, {told(u"one"_s)})));
        QVERIFY(await(store->mirrors().conflicts())->isEmpty());
        QVERIFY(await(store->mirrors().see(office, {told(u"theirs"_s)})));
        QCOMPARE(await(store->mirrors().conflicts())->size(), 1);
    }

    void aRestoredAutomationTakesItsRemovalBack()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const base::AutomationId id = test::mirrored(store).id;
        QVERIFY(await(store->automations().remove(id, u"ann"_s)));
        QVERIFY(await(store->automations().restore(id, 0, u"ann"_s)));
        QVERIFY(await(store->outbox().list(office))->isEmpty());
        QCOMPARE(test::mirrored(store).remoteId, u"1"_s);
    }

private:
    static base::ConnectionId seen(test::TempStore &store)
    {
        const base::ConnectionId office = test::connectionIn(store);
        const auto page = await(store->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)}));
        return page ? office : base::ConnectionId();
    }

    static base::ConnectionId published(test::TempStore &store)
    {
        const base::ConnectionId office = test::connectionIn(store);
        const auto made = await(store->automations().create({test::someAutomation(u"Mine"_s)}, u"ann"_s));
        const auto sent = await(store->mirrors().publish(made->first().id, office, u"ann"_s));
        return sent && sent->connectionId == office ? office : base::ConnectionId();
    }

    static domain::RemoteAutomation told(const QString &description)
    {
        domain::RemoteAutomation remote = test::remoteAutomation(u"1"_s, u"Backup"_s);
        remote.automation.description = description;
        return remote;
    }

    static void describe(test::TempStore &store, const QString &description)
    {
        domain::Automation automation = test::mirrored(store);
        automation.description = description;
        if (!await(store->automations().update(automation, u"ann"_s))) {
            qFatal("the mirrored automation can't be edited");
        }
    }
};

REGISTER_TEST(OutboxTest);

#include "test_outbox.moc"
