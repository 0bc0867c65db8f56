// SPDX-License-Identifier: Apache-2.0
// The dispatcher over a real store, without anything that works: the test says when a run ends.
#include "app/engine/dispatcher.h"
#include "tests/support/fakealarm.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::RunStatus;
using engine::Dispatcher;
using test::await;

namespace {

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
};

} // namespace

REGISTER_TEST(DispatcherTest);

#include "test_dispatcher.moc"
