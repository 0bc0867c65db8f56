// SPDX-License-Identifier: Apache-2.0
// Runs that are held, the decision about missed slots, the pause of everything, and the audit of all that.
#include "app/store/sql/connection.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/store/somerows.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorCode;
using domain::Run;
using domain::RunStatus;
using store::Pausing;
using test::automationIn;
using test::await;
using test::planned;
using test::TempStore;

namespace {

Run held(const base::AutomationId &automation, int minute, std::optional<base::Instant> until)
{
    Run run = planned(automation, minute, RunStatus::Held);
    run.heldUntil = until;
    run.caughtUp = true;
    run.reason = u"for a test"_s;
    return run;
}

QList<Run> plan(TempStore &store, const QList<Run> &runs)
{
    return await(store->runs().plan(runs, {})).value_or(QList<Run>());
}

QStringList audited(TempStore &store, const store::AuditQuery &query = {})
{
    QStringList lines;
    const auto entries = await(store->audit().page(query));
    for (const store::AuditEntry &entry : entries.value_or(QList<store::AuditEntry>())) {
        lines.append(u"%1 %2 %3"_s.arg(entry.by, entry.action, entry.subject));
    }
    return lines;
}

class RowsHoldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeldRunComesBackWithItsTime();
    void onlyWhatIsDueIsReleased();
    void aQueuedRunCanBeHeld();
    void aHeldRunCanBeCancelled();
    void aDecisionReleasesOrDismissesAll();
    void aDecisionAboutAnythingElseIsRefused();
    void deletingTheAutomationDismisses();
    void everythingIsPausedAndResumed();
    void pausingTwiceIsSaidOnce();
    void whatIsPlannedWhilePausedIsSkipped();
    void theAuditNamesEveryDeed();
    void theAuditIsNeverChanged();
};

void RowsHoldsTest::aHeldRunComesBackWithItsTime()
{
    TempStore store;
    const Run run = plan(store, {held(automationIn(store), 1, store.clock.now() + 60s)}).value(0);
    store.reopen();
    const auto read = await(store->runs().get(run.id));
    QCOMPARE(read->status, RunStatus::Held);
    QCOMPARE(read->heldUntil, store.clock.now() + 60s);
    QVERIFY(read->caughtUp);
    QVERIFY(!domain::waitsForDecision(*read));
    QCOMPARE(domain::toJson(*read).value("held_until"_L1).toString(), u"2026-10-25T00:01:00.000Z"_s);
    QCOMPARE(await(store->runs().waiting())->size(), 1);
}

void RowsHoldsTest::onlyWhatIsDueIsReleased()
{
    TempStore store;
    const auto automation = automationIn(store);
    const base::Instant now = store.clock.now();
    const QList<Run> runs =
        plan(store, {held(automation, 1, now), held(automation, 2, now + 1ms), held(automation, 3, std::nullopt)});
    const QList<base::RunId> ids{runs.at(0).id, runs.at(1).id, runs.at(2).id, base::RunId(u"run_none"_s)};
    const auto waiting = await(store->runs().releaseDue(ids, now));
    QCOMPARE(waiting->size(), 3);
    QCOMPARE(waiting->at(0).status, RunStatus::Queued);
    QCOMPARE(waiting->at(0).heldUntil, std::nullopt);
    QCOMPARE(waiting->at(0).reason, QString());
    QCOMPARE(waiting->at(1).status, RunStatus::Held);
    QCOMPARE(waiting->at(2).status, RunStatus::Held);
    // Asked again it says the same: an answer that got lost can be asked for twice.
    QCOMPARE(*await(store->runs().releaseDue(ids, now)), *waiting);
}

void RowsHoldsTest::aQueuedRunCanBeHeld()
{
    TempStore store;
    const auto run = await(store->runs().request(automationIn(store), u"ann"_s));
    const auto after = await(store->runs().hold(run->id, {store.clock.now() + 5s, store.clock.now(), u"later"_s}));
    QCOMPARE(after->status, RunStatus::Held);
    QCOMPARE(after->heldUntil, store.clock.now() + 5s);
    QCOMPARE(after->reason, u"later"_s);
    QCOMPARE(await(store->runs().hold(run->id, {})).error().code, ErrorCode::Conflict);
}

void RowsHoldsTest::aHeldRunCanBeCancelled()
{
    TempStore store;
    const Run run = plan(store, {held(automationIn(store), 1, store.clock.now() + 60s)}).value(0);
    const auto cancelled = await(store->runs().cancel(run.id, u"ann"_s));
    QCOMPARE(cancelled->status, RunStatus::Cancelled);
    QCOMPARE(cancelled->heldUntil, std::nullopt);
}

void RowsHoldsTest::aDecisionReleasesOrDismissesAll()
{
    TempStore store;
    const auto automation = automationIn(store);
    QList<base::RunId> ids;
    for (const Run &run : plan(store, {held(automation, 1, {}), held(automation, 2, {}), held(automation, 3, {})})) {
        ids.append(run.id);
    }
    const auto released = await(store->runs().release({ids.at(0)}, u"ann"_s));
    QCOMPARE(released->value(0).status, RunStatus::Queued);
    const auto dismissed = await(store->runs().dismiss({ids.at(1), ids.at(2)}, u"bob"_s));
    QCOMPARE(dismissed->size(), 2);
    QCOMPARE(dismissed->at(1).status, RunStatus::Skipped);
    QCOMPARE(dismissed->at(1).reason, u"missed; dismissed by bob"_s);
    QCOMPARE(dismissed->at(1).finishedAt, store.clock.now());
    QCOMPARE(audited(store, {.limit = 3}),
             (QStringList{u"bob dismiss "_s + ids.at(2).text(), u"bob dismiss "_s + ids.at(1).text(),
                          u"ann release "_s + ids.at(0).text()}));
}

void RowsHoldsTest::aDecisionAboutAnythingElseIsRefused()
{
    TempStore store;
    const auto automation = automationIn(store);
    const QList<Run> runs = plan(store, {held(automation, 1, {}), held(automation, 2, store.clock.now() + 60s)});
    const base::RunId asked = await(store->runs().request(automation, {}))->id;
    const qsizetype before = audited(store).size();
    for (const base::RunId &other : {runs.at(1).id, asked}) {
        QCOMPARE(await(store->runs().release({runs.at(0).id, other}, u"ann"_s)).error().code, ErrorCode::Conflict);
        QCOMPARE(await(store->runs().dismiss({runs.at(0).id, other}, u"ann"_s)).error().code, ErrorCode::Conflict);
    }
    QCOMPARE(await(store->runs().release({base::RunId(u"run_none"_s)}, u"ann"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(store->runs().get(runs.at(0).id))->status, RunStatus::Held);
    QCOMPARE(audited(store).size(), before);
}

void RowsHoldsTest::deletingTheAutomationDismisses()
{
    TempStore store;
    const auto automation = automationIn(store);
    const QList<Run> runs = plan(store, {held(automation, 1, {}), held(automation, 2, store.clock.now() + 60s)});
    QVERIFY(await(store->automations().remove(automation, u"ann"_s)));
    QCOMPARE(await(store->runs().get(runs.at(0).id))->reason, u"missed; dismissed by ann"_s);
    QCOMPARE(await(store->runs().get(runs.at(0).id))->status, RunStatus::Skipped);
    QCOMPARE(await(store->runs().get(runs.at(1).id))->status, RunStatus::Cancelled);
}

void RowsHoldsTest::everythingIsPausedAndResumed()
{
    TempStore store;
    QCOMPARE(*await(store->pauses().allPaused()), store::AllPaused());
    QSignalSpy changed(&store.store(), &store::Store::changed);
    QVERIFY(await(store->pauses().setAllPaused(Pausing::On, u"ann"_s)));
    const store::AllPaused expected{Pausing::On, u"ann"_s, store.clock.now()};
    store.reopen();
    QCOMPARE(*await(store->pauses().allPaused()), expected);
    QVERIFY(changed.takeLast().at(0).value<store::Changes>().contains(
        store::Change{store::Table::Pauses, store::ChangeKind::Updated, {}}));
    store.clock.advance(1s);
    const auto resumed = await(store->pauses().setAllPaused(Pausing::Off, u"bob"_s));
    QCOMPARE(*resumed, (store::AllPaused{Pausing::Off, u"bob"_s, store.clock.now()}));
    QCOMPARE(audited(store), (QStringList{u"bob resume *"_s, u"ann pause *"_s}));
}

void RowsHoldsTest::pausingTwiceIsSaidOnce()
{
    TempStore store;
    const auto first = await(store->pauses().setAllPaused(Pausing::On, u"ann"_s));
    store.clock.advance(1s);
    QCOMPARE(*await(store->pauses().setAllPaused(Pausing::On, u"bob"_s)), *first);
    QCOMPARE(audited(store).size(), 1);
}

void RowsHoldsTest::whatIsPlannedWhilePausedIsSkipped()
{
    TempStore store;
    const auto automation = automationIn(store);
    // The planner may hear of a pause only after it planned.
    QVERIFY(await(store->automations().setPaused({automation}, true, u"ann"_s)));
    Run run = plan(store, {planned(automation, 1)}).value(0);
    QCOMPARE(run.status, RunStatus::Skipped);
    QCOMPARE(run.reason, u"paused"_s);
    QCOMPARE(run.missedCount, 1);
    QCOMPARE(run.finishedAt, store.clock.now());
    QVERIFY(await(store->automations().setPaused({automation}, false, u"ann"_s)));
    QVERIFY(await(store->pauses().setAllPaused(Pausing::On, u"ann"_s)));
    run = plan(store, {held(automation, 2, store.clock.now() + 1s)}).value(0);
    QCOMPARE(run.status, RunStatus::Skipped);
    QCOMPARE(run.reason, u"everything is paused"_s);
    QCOMPARE(*await(store->runs().get(run.id)), run);
    // What a person asks for still runs.
    QCOMPARE(await(store->runs().request(automation, u"ann"_s))->status, RunStatus::Queued);
    QVERIFY(await(store->pauses().setAllPaused(Pausing::Off, u"ann"_s)));
    QCOMPARE(plan(store, {planned(automation, 3)}).value(0).status, RunStatus::Queued);
}

void RowsHoldsTest::theAuditNamesEveryDeed()
{
    TempStore store;
    const auto id = automationIn(store);
    auto automation = *await(store->automations().get(id));
    automation.name = u"Backup of all"_s;
    QVERIFY(await(store->automations().update(automation, u"bob"_s)));
    store.clock.advance(1s);
    QVERIFY(await(store->automations().setPaused({id}, true, u"cyd"_s)));
    QVERIFY(await(store->automations().setPaused({id}, true, u"cyd"_s)));
    QVERIFY(await(store->automations().setPaused({id}, false, u"cyd"_s)));
    QVERIFY(await(store->automations().remove(id, u"dan"_s)));
    const QString subject = u' ' + id.text();
    QCOMPARE(audited(store),
             (QStringList{u"dan delete"_s + subject, u"cyd resume"_s + subject, u"cyd pause"_s + subject,
                          u"bob edit"_s + subject, u"ann create"_s + subject}));
    QCOMPARE(audited(store, {.since = store.clock.now()}).size(), 3);
    QCOMPARE(audited(store, {.limit = 2}).size(), 2);
    const auto entries = await(store->audit().page({}));
    QCOMPARE(entries->at(3).detail, u"Backup of all, version 2"_s);
    QCOMPARE(entries->at(3).at, test::tempStoreStart);
    QCOMPARE(audited(store, {.before = entries->at(3).seq}), QStringList{u"ann create"_s + subject});
    // A change that was refused has not happened.
    QVERIFY(!await(store->automations().update(automation, u"eve"_s)));
    QCOMPARE(audited(store).size(), 5);
}

void RowsHoldsTest::theAuditIsNeverChanged()
{
    TempStore store;
    automationIn(store);
    const auto db = store::Connection::open(store.directory() + u"/signalbox.db"_s, store::Connection::Mode::Write);
    QVERIFY(!(*db)->run("UPDATE audit SET by = 'nobody'"));
    QVERIFY(!(*db)->run("DELETE FROM audit"));
    QCOMPARE(audited(store).size(), 1);
}

} // namespace

REGISTER_TEST(RowsHoldsTest);

#include "test_rows_holds.moc"
