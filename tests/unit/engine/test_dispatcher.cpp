// SPDX-License-Identifier: Apache-2.0
// The dispatcher over a real store, without anything that works: the test says when a run ends.
#include "app/engine/dispatcher.h"
#include "app/engine/draft.h"
#include "app/store/sql/connection.h"
#include "tests/support/fakealarm.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::RunStatus;
using engine::Dispatcher;
using test::await;

namespace {

/// From the first moment of the test; what it blocks is made up for.
domain::MaintenanceWindow freeze()
{
    return *domain::windowFromJson({{u"name"_s, u"Freeze"_s},
                                    {u"start"_s, u"2026-10-25T00:00:00"_s},
                                    {u"end"_s, u"2026-10-25T01:00:00"_s},
                                    {u"timezone"_s, u"UTC"_s},
                                    {u"blocked_slots"_s, u"once_after"_s}});
}

class DispatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBeingStartedWhenItStopsIsLeftToTheNext()
    {
        test::TempStore store;
        const auto automation = await(store->automations().create({test::someAutomation()}, u"ann"_s))->first();
        engine::Book book(store.store());
        QSignalSpy loaded(&book, &engine::Book::loaded);
        book.load();
        QVERIFY(loaded.wait());
        const auto run = await(store->runs().request(automation.id, u"ann"_s));
        {
            Dispatcher first(store.store(), book, store.clock, std::make_unique<test::FakeAlarm>(store.clock));
            QSignalSpy admitted(&first, &Dispatcher::admitted);
            QSignalSpy quiet(&first, &Dispatcher::quiet);
            first.start(1, engine::Scope::Everything, {});
            first.add({*run});
            first.stop();
            QVERIFY(quiet.isEmpty());
            QVERIFY(quiet.wait());
            QVERIFY(admitted.isEmpty());
        }
        const auto kept = await(store->runs().get(run->id));
        QCOMPARE(kept->status, RunStatus::Held);
        QCOMPARE(kept->reason, u"the engine was stopped before it began"_s);
        QCOMPARE(kept->startedAt, std::nullopt);
        Dispatcher second(store.store(), book, store.clock, std::make_unique<test::FakeAlarm>(store.clock));
        QSignalSpy admitted(&second, &Dispatcher::admitted);
        second.start(2, engine::Scope::Everything, {});
        QVERIFY(admitted.wait());
        QCOMPARE(admitted.size(), 1);
    }

    void stoppingWithNothingUnderWayIsQuietAtOnce()
    {
        test::TempStore store;
        engine::Book book(store.store());
        Dispatcher dispatcher(store.store(), book, store.clock, std::make_unique<test::FakeAlarm>(store.clock));
        QSignalSpy quiet(&dispatcher, &Dispatcher::quiet);
        dispatcher.start(1, engine::Scope::Everything, {});
        dispatcher.stop();
        QCOMPARE(quiet.size(), 1);
    }

    /// The store is asked for a run, then has it put on hold, and answers both before anybody listens: what it read is
    /// of before.
    void whatWasReadBeforeAHoldDoesNotUndoIt()
    {
        test::TempStore store;
        const auto automation = await(store->automations().create({test::someAutomation()}, u"ann"_s))->first();
        const auto window = await(store->windows().create({freeze()}, u"ann"_s))->first();
        engine::Book book(store.store());
        QSignalSpy loaded(&book, &engine::Book::loaded);
        book.load();
        QVERIFY(loaded.wait());
        Dispatcher dispatcher(store.store(), book, store.clock, std::make_unique<test::FakeAlarm>(store.clock));
        const QSignalSpy admitted(&dispatcher, &Dispatcher::admitted);
        dispatcher.start(1, engine::Scope::Everything, {});
        QVERIFY(await(store->runs().waiting())); // and it has its own answer

        const auto wait = [&store](const base::RunId &id) { // for the answers to all that was asked so far
            store->runs().moveHolds({}).waitForFinished();
            store->runs().get(id).waitForFinished();
        };
        const auto planned = store->runs().plan({plannedAt(automation, store.clock.now())}, {});
        const base::RunId id = planned.result().value().first().id;
        wait(id);
        QCoreApplication::sendPostedEvents(); // the dispatcher hears of it, and asks for it
        wait(id);
        dispatcher.add(planned.result().value()); // and puts it on hold
        wait(id);
        const auto other =
            store::Connection::open(store.directory() + u"/signalbox.db"_s, store::Connection::Mode::Write);
        QVERIFY(other.value()->script("BEGIN IMMEDIATE"));
        QCoreApplication::sendPostedEvents(); // hears what it asked for, and then that it is held, and asks again
        store->runs().get(id).waitForFinished();
        QCoreApplication::sendPostedEvents(); // and hears so once more
        QVERIFY(other.value()->script("COMMIT"));
        QTRY_COMPARE(await(store->runs().get(id))->status, RunStatus::Held);

        const auto next = await(store->runs().plan({plannedAt(automation, store.clock.now() + base::Seconds(60))}, {}));
        QTRY_COMPARE(await(store->runs().get(next->first().id))->status, RunStatus::Skipped);
        QVERIFY(await(store->windows().remove(window.id, u"ann"_s)));
        QTRY_COMPARE(admitted.size(), 1);
        QCOMPARE(admitted.first().first().value<domain::Run>().id, id);
    }

private:
    static domain::Run plannedAt(const domain::Automation &automation, base::Instant slot)
    {
        domain::PlannedSlot planned;
        planned.slot = slot;
        return engine::slotRun(automation, planned, {.now = slot});
    }
};

} // namespace

REGISTER_TEST(DispatcherTest);

#include "test_dispatcher.moc"
