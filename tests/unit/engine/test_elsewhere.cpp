// SPDX-License-Identifier: Apache-2.0
// Runs of automations that live at a remote system: they are handed over, and keep their turn until their end is told.
#include "app/engine/dispatcher.h"
#include "app/engine/draft.h"
#include "app/engine/scheduler.h"
#include "tests/support/fakealarm.h"
#include "tests/support/registry.h"
#include "tests/unit/store/mirrors/someremote.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;
using engine::Dispatcher;
using test::await;

namespace {

/// A mirrored automation, and an engine's queue over it.
class Elsewhere
{
public:
    explicit Elsewhere(const domain::AccountFacts &facts = test::ableAccount(),
                       domain::Overlap overlap = domain::Overlap::Queue)
        : office(test::connectionIn(store, facts)), book(store.store())
    {
        domain::RemoteAutomation remote = test::remoteAutomation(u"1"_s, u"Backup"_s);
        remote.automation.overlap = overlap;
        remote.automation.triggers = {*domain::triggerFromJson(
            QJsonObject{{u"type"_s, u"schedule"_s}, {u"every_minutes"_s, 1}}, domain::Provenance::Outside)};
        QSignalSpy loaded(&book, &engine::Book::loaded);
        if (!await(store->mirrors().see(office, {remote}))) {
            qFatal("nothing is seen");
        }
        book.load();
        loaded.wait();
        start();
    }

    void start()
    {
        dispatcher.reset();
        dispatcher = std::make_unique<Dispatcher>(store.store(), book, store.clock,
                                                  std::make_unique<test::FakeAlarm>(store.clock));
        admitted = std::make_unique<QSignalSpy>(dispatcher.get(), &Dispatcher::admitted);
        dispatcher->start(1, engine::Scope::Everything, {});
    }

    base::RunId request() { return await(store->runs().request(test::mirrored(store).id, u"ann"_s))->id; }
    domain::Run run(const base::RunId &id) { return await(store->runs().get(id)).value_or(domain::Run()); }
    /// Its task is sent, and answered with a run of this name and status.
    void answer(const QString &remoteId, RunStatus status)
    {
        const store::OutboxTask task = test::nextIn(store, office);
        if (!await(store->outbox().asking(task)) ||
            !await(store->outbox().done(task.id, test::remoteRun(remoteId, u"1"_s, status, store.clock.now())))) {
            qFatal("the run can't be answered");
        }
    }

    test::TempStore store;
    base::ConnectionId office;
    engine::Book book;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<QSignalSpy> admitted;
};

class ElsewhereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsHandedOverAndTheNextWaitsForItsEnd()
    {
        Elsewhere there;
        const base::RunId first = there.request();
        QTRY_COMPARE(there.run(first).reason, u"asked of Office"_s);
        const base::RunId second = there.request();
        QTRY_COMPARE(there.run(second).reason, u"waits for the run before it"_s);
        QVERIFY(!domain::isElsewhere(there.run(second)));
        there.answer(u"7"_s, RunStatus::Running);
        QCOMPARE(there.run(first).status, RunStatus::Running);
        const auto over = test::remoteRun(u"7"_s, u"1"_s, RunStatus::Done, there.store.clock.now());
        QVERIFY(await(there.store->mirrors().seeRuns(there.office, {over})));
        QTRY_COMPARE(there.run(second).reason, u"asked of Office"_s);
        QVERIFY(there.admitted->isEmpty()); // nothing works here
    }

    void itKeepsItsTurnThroughARestart()
    {
        Elsewhere there;
        const base::RunId first = there.request();
        QTRY_COMPARE(there.run(first).reason, u"asked of Office"_s);
        there.answer(u"7"_s, RunStatus::Running);
        there.start();
        const base::RunId second = there.request();
        QTRY_COMPARE(there.run(second).reason, u"waits for the run before it"_s);
        QCOMPARE(there.run(first).status, RunStatus::Running);
        QVERIFY(await(there.store->mirrors().runGone(there.office, u"7"_s)));
        QTRY_COMPARE(there.run(second).reason, u"asked of Office"_s);
    }

    void aNewerRunReplacesItThere()
    {
        Elsewhere there(test::ableAccount(), domain::Overlap::Replace);
        const base::RunId first = there.request();
        QTRY_COMPARE(there.run(first).reason, u"asked of Office"_s);
        there.answer(u"7"_s, RunStatus::Running);
        there.request();
        QTRY_COMPARE(test::nextIn(there.store, there.office).kind, store::TaskKind::Cancel);
        QCOMPARE(test::nextIn(there.store, there.office).remoteId, u"7"_s);
    }

    void aSystemThatStartsNothingFailsIt()
    {
        domain::AccountFacts facts = test::ableAccount();
        facts.capabilities.can.removeOne(domain::Capability::Run);
        Elsewhere there(facts);
        const base::RunId run = there.request();
        QTRY_COMPARE(there.run(run).status, RunStatus::Failed);
        QCOMPARE(there.run(run).reason, u"could not start: Office can't start runs when asked"_s);
    }

    void ourWindowsHoldItBeforeItIsSent()
    {
        Elsewhere there;
        const auto window = domain::windowFromJson({{u"name"_s, u"Freeze"_s},
                                                    {u"start"_s, u"2026-10-25T00:00:00"_s},
                                                    {u"end"_s, u"2026-10-25T01:00:00"_s},
                                                    {u"timezone"_s, u"UTC"_s},
                                                    {u"scope"_s, QJsonArray{u"connection:"_s + there.office.text()}},
                                                    {u"manual_runs"_s, u"block"_s}});
        QSignalSpy known(&there.book, &engine::Book::windowsChanged);
        const auto made = await(there.store->windows().create({*window}, u"ann"_s));
        QVERIFY(made);
        QVERIFY(known.count() > 0 || known.wait());
        const base::RunId run = there.request();
        QTRY_COMPARE(there.run(run).status, RunStatus::Held);
        QVERIFY(await(there.store->outbox().list({}))->isEmpty());
        QVERIFY(await(there.store->windows().remove(made->first().id, u"ann"_s)));
        QTRY_COMPARE(there.run(run).reason, u"asked of Office"_s);
    }

    void itsSchedulesAreNotFollowedHere()
    {
        Elsewhere there;
        engine::Scheduler scheduler(there.book, there.store.clock,
                                    std::make_unique<test::FakeAlarm>(there.store.clock));
        scheduler.start({});
        QVERIFY(!scheduler.nextDue());
    }
};

} // namespace

REGISTER_TEST(ElsewhereTest);

#include "test_elsewhere.moc"
