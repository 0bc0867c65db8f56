// SPDX-License-Identifier: Apache-2.0
// What people say to runs and automations afterwards, and who may follow whom.
#include "app/store/sql/connection.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/store/somerows.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorCode;
using domain::Run;
using domain::RunStatus;
using test::automationIn;
using test::await;
using test::TempStore;

namespace {

Run ended(TempStore &store, const base::AutomationId &automation, RunStatus status)
{
    const Run run = test::running(store, automation);
    return await(store->runs().finish(run.id, {.status = status})).value_or(Run());
}

domain::Automation named(TempStore &store, const QString &name, const QList<base::AutomationId> &follows = {})
{
    domain::Automation automation = test::someAutomation(name);
    for (const base::AutomationId &id : follows) {
        automation.triggers.append(domain::After{id, domain::AfterOn::Success});
    }
    const auto made = await(store->automations().create({automation}, u"ann"_s));
    return made ? made->first() : domain::Automation();
}

QJsonArray stepsOf(const QList<base::AutomationId> &automations)
{
    QJsonArray steps;
    for (const base::AutomationId &id : automations) {
        steps.append(QJsonObject{{u"id"_s, u"s%1"_s.arg(steps.size())}, {u"automation_id"_s, id.text()}});
    }
    return steps;
}

/// A workflow of these, saved anew where it has an id.
base::Result<domain::Automation> saved(TempStore &store, domain::Automation flow,
                                       const QList<base::AutomationId> &automations)
{
    flow.type = u"workflow"_s;
    flow.params = {{u"steps"_s, stepsOf(automations)}};
    if (!flow.id.isEmpty()) {
        return await(store->automations().update(flow, u"ann"_s));
    }
    const auto made = await(store->automations().create({flow}, u"ann"_s));
    return made ? base::Result<domain::Automation>(made->first()) : made.error();
}

class RowsFollowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailureIsTakenNoteOf();
    void aNoteIsTakenBack();
    void onlyFailuresAreTakenNoteOf();
    void theQueueIsCleared();
    void aRunIsDoneOnceMoreWithItsArguments();
    void aRunSetsAFollowerOffOnce();
    void whoIsFollowedMustExist();
    void aCycleIsRefusedAndNamed();
    void whoIsAStepMustExist();
    void aWorkflowInsideItselfIsRefusedAndNamed();
    void aDeletedAutomationComesBack();
    void anOldVersionComesBack();
};

void RowsFollowTest::aFailureIsTakenNoteOf()
{
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    const Run first = ended(store, automation, RunStatus::Failed);
    const Run second = ended(store, automation, RunStatus::TimedOut);
    ended(store, automation, RunStatus::Interrupted);
    ended(store, automation, RunStatus::Cancelled);
    QCOMPARE(await(store->runs().counts())->unnoted, 3);
    const auto noted = await(store->runs().acknowledge({first.id, second.id}, u"bob"_s, u"disk replaced"_s));
    QVERIFY(noted);
    QCOMPARE(await(store->runs().counts())->unnoted, 1);
    store.reopen();
    const auto read = await(store->runs().get(second.id));
    QCOMPARE(read->acknowledged, (domain::Acknowledgement{u"bob"_s, store.clock.now(), u"disk replaced"_s}));
    QCOMPARE(read->status, RunStatus::TimedOut);
    QCOMPARE(
        domain::toJson(*read).value("acknowledged"_L1).toObject(),
        (QJsonObject{{u"by"_s, u"bob"_s}, {u"at"_s, u"2026-10-25T00:00:00.000Z"_s}, {u"note"_s, u"disk replaced"_s}}));
    const auto audit = await(store->audit().page({.limit = 1}));
    QCOMPARE(audit->first().action, u"acknowledge"_s);
    QCOMPARE(audit->first().detail, u"Backup: disk replaced"_s);
}

void RowsFollowTest::aNoteIsTakenBack()
{
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    const Run failed = ended(store, automation, RunStatus::Failed);
    const Run done = ended(store, automation, RunStatus::Done);
    QVERIFY(await(store->runs().acknowledge({failed.id}, u"bob"_s, u"known"_s)));
    QVERIFY(await(store->runs().unacknowledge({failed.id}, u"eve"_s)));
    QVERIFY(!await(store->runs().get(failed.id))->acknowledged);
    QCOMPARE(await(store->runs().counts())->unnoted, 1);
    const auto audit = await(store->audit().page({.limit = 1}));
    QCOMPARE(audit->first().action + audit->first().by, u"unacknowledgeeve"_s);
    QVERIFY(await(store->runs().unacknowledge({failed.id}, u"eve"_s)));
    QCOMPARE(await(store->audit().page({.limit = 1}))->first().seq, audit->first().seq);
    QCOMPARE(await(store->runs().unacknowledge({done.id}, u"eve"_s)).error().code, ErrorCode::Conflict);
}

void RowsFollowTest::onlyFailuresAreTakenNoteOf()
{
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    const Run failed = ended(store, automation, RunStatus::Failed);
    const Run done = ended(store, automation, RunStatus::Done);
    QCOMPARE(await(store->runs().acknowledge({failed.id, done.id}, u"bob"_s, {})).error().code, ErrorCode::Conflict);
    QVERIFY(!await(store->runs().get(failed.id))->acknowledged);
    QCOMPARE(await(store->runs().acknowledge({base::RunId(u"run_none"_s)}, u"bob"_s, {})).error().code,
             ErrorCode::NotFound);
}

void RowsFollowTest::theQueueIsCleared()
{
    TempStore store;
    const base::AutomationId one = automationIn(store);
    const base::AutomationId two = automationIn(store, u"Other"_s);
    Run held = test::planned(one, 1, RunStatus::Held);
    held.heldUntil = store.clock.now() + 60s;
    QVERIFY(await(store->runs().plan({held, test::planned(one, 2), test::planned(two, 3)}, {})));
    test::running(store, one);
    QCOMPARE(*await(store->runs().clearQueue(two, u"bob"_s)), 1);
    QCOMPARE(*await(store->runs().clearQueue({}, u"bob"_s)), 1);
    QCOMPARE(*await(store->runs().clearQueue({}, u"bob"_s)), 0);
    const auto counts = await(store->runs().counts());
    QCOMPARE(counts->queued, 0);
    QCOMPARE(counts->held, 1);
    QCOMPARE(counts->running, 1);
    const auto audit = await(store->audit().page({.limit = 2}));
    QCOMPARE(audit->at(0).action + audit->at(0).subject, u"clear_queue*"_s);
    QCOMPARE(audit->at(1).action + audit->at(1).subject, u"clear_queue"_s + two.text());
}

void RowsFollowTest::aRunIsDoneOnceMoreWithItsArguments()
{
    TempStore store;
    domain::Automation automation = test::someAutomation();
    domain::Argument argument;
    argument.name = u"place"_s;
    automation.arguments = {argument};
    automation = await(store->automations().create({automation}, u"ann"_s))->first();
    const auto run = await(store->runs().request(automation.id, u"ann"_s, {.arguments = {{u"place"_s, u"Ulm"_s}}}));
    const auto again = await(store->runs().again(run->id, u"bob"_s));
    QVERIFY(again);
    QCOMPARE(again->arguments.value(u"place"_s), u"Ulm"_s);
    QCOMPARE(again->requestedBy, u"bob"_s);
    QCOMPARE(again->parentRunId, run->id);
    QCOMPARE(again->status, RunStatus::Queued);
    QVERIFY(await(store->automations().remove(automation.id, u"ann"_s)));
    QCOMPARE(await(store->runs().again(run->id, u"bob"_s)).error().code, ErrorCode::NotFound);
}

void RowsFollowTest::aRunSetsAFollowerOffOnce()
{
    TempStore store;
    const base::AutomationId first = automationIn(store);
    const domain::Automation next = named(store, u"Next"_s, {first});
    const Run run = ended(store, first, RunStatus::Done);
    const auto runs = await(store->runs().page({.automation = next.id}));
    QCOMPARE(runs->size(), 1);
    QCOMPARE(runs->first().parentRunId, run.id);
    // Whoever tries it a second time: the store has one row for it and no more.
    const auto db = store::Connection::open(store.directory() + u"/signalbox.db"_s, store::Connection::Mode::Write);
    QVERIFY(!(*db)->run("INSERT INTO run (id, automation_id, automation_name, automation_version, trigger_kind,"
                        " requested_by, queued_at, status, reason, missed_count, attempt, error_message, log_lines,"
                        " log_bytes, log_truncated, parent_run_id) SELECT 'run_twice', automation_id, automation_name,"
                        " 1, 'after', '', 0, 'queued', '', 0, 1, '', 0, 0, 0, parent_run_id FROM run WHERE id = ?",
                        {runs->first().id.text()}));
}

void RowsFollowTest::whoIsFollowedMustExist()
{
    TempStore store;
    domain::Automation automation = test::someAutomation();
    automation.triggers = {domain::After{base::AutomationId(u"auto_none"_s), domain::AfterOn::Any}};
    const auto refused = await(store->automations().create({automation}, u"ann"_s));
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().field, u"triggers[0].automation_id"_s);
    // Somebody who is gone later does not stand in the way of other changes.
    const base::AutomationId first = automationIn(store);
    domain::Automation next = named(store, u"Next"_s, {first});
    QVERIFY(await(store->automations().remove(first, u"ann"_s)));
    next.description = u"changed"_s;
    QVERIFY(await(store->automations().update(next, u"ann"_s)));
}

void RowsFollowTest::aCycleIsRefusedAndNamed()
{
    TempStore store;
    domain::Automation one = named(store, u"One"_s);
    const domain::Automation two = named(store, u"Two"_s, {one.id});
    const domain::Automation three = named(store, u"Three"_s, {two.id});
    const domain::Automation aside = named(store, u"Aside"_s, {two.id, three.id});
    one.triggers = {domain::Startup{}, domain::After{three.id, domain::AfterOn::Failure}};
    auto refused = await(store->automations().update(one, u"ann"_s));
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().field, u"triggers[1].automation_id"_s);
    QCOMPARE(refused.error().detail, u"these would start each other without end: One → Two → Three → One"_s);
    one.triggers = {domain::After{one.id, domain::AfterOn::Any}};
    refused = await(store->automations().update(one, u"ann"_s));
    QCOMPARE(refused.error().detail, u"these would start each other without end: One → One"_s);
    // Once the middle is gone the same is no cycle any more; and it can't come back into one.
    QVERIFY(await(store->automations().remove(two.id, u"ann"_s)));
    one.triggers = {domain::After{three.id, domain::AfterOn::Failure}};
    QVERIFY(await(store->automations().update(one, u"ann"_s)));
    QCOMPARE(await(store->automations().restore(two.id, 1, u"ann"_s)).error().code, ErrorCode::Invalid);
}

void RowsFollowTest::whoIsAStepMustExist()
{
    TempStore store;
    const domain::Automation child = named(store, u"Child"_s);
    const base::AutomationId nobody(u"auto_nobody"_s);
    const auto refused = saved(store, test::someAutomation(u"Flow"_s), {child.id, nobody});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().field, u"params.steps[1].automation_id"_s);
    QVERIFY2(refused.error().detail.contains(nobody.text()), qPrintable(refused.error().detail));

    const auto flow = saved(store, test::someAutomation(u"Flow"_s), {child.id});
    QVERIFY(flow);
    QVERIFY(await(store->automations().remove(child.id, u"ann"_s)));
    // Who is gone since keeps nobody from saving the rest, but nobody new of that kind comes in.
    const auto kept = saved(store, *flow, {child.id});
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message()));
    const auto more = saved(store, *kept, {child.id, nobody});
    QVERIFY(!more);
    QCOMPARE(more.error().field, u"params.steps[1].automation_id"_s);
}

void RowsFollowTest::aWorkflowInsideItselfIsRefusedAndNamed()
{
    TempStore store;
    const domain::Automation child = named(store, u"Child"_s);
    const auto inner = saved(store, test::someAutomation(u"Inner"_s), {child.id});
    const auto middle = saved(store, test::someAutomation(u"Middle"_s), {child.id, inner->id});
    const auto outer = saved(store, test::someAutomation(u"Outer"_s), {middle->id, inner->id});
    QVERIFY(outer); // the same one twice below is no way round
    const auto self = saved(store, *inner, {inner->id});
    QVERIFY(!self);
    QCOMPARE(self.error().code, ErrorCode::Invalid);
    QCOMPARE(self.error().field, u"params.steps[0].automation_id"_s);
    QCOMPARE(self.error().detail, u"the workflow would run itself: Inner \u2192 Inner"_s);
    const auto deep = saved(store, *inner, {child.id, child.id, outer->id});
    QVERIFY(!deep);
    QCOMPARE(deep.error().field, u"params.steps[2].automation_id"_s);
    QVERIFY2(deep.error().detail.contains(u"Inner \u2192 Outer \u2192 "_s), qPrintable(deep.error().detail));

    // An old version closes no circle either.
    const auto apart = saved(store, *outer, {child.id});
    QVERIFY(apart);
    QVERIFY(saved(store, *inner, {outer->id}));
    const auto back = await(store->automations().restore(outer->id, 1, u"ann"_s));
    QVERIFY(!back);
    QCOMPARE(back.error().field, u"params.steps[0].automation_id"_s);
}

void RowsFollowTest::aDeletedAutomationComesBack()
{
    TempStore store;
    const base::AutomationId first = automationIn(store);
    const domain::Automation before = named(store, u"Next"_s, {first});
    QVERIFY(await(store->automations().remove(before.id, u"ann"_s)));
    ended(store, first, RunStatus::Done);
    QVERIFY(await(store->runs().page({.automation = before.id}))->isEmpty());
    store.clock.advance(1s);
    const auto back = await(store->automations().restore(before.id, 1, u"bob"_s));
    QVERIFY(back);
    QCOMPARE(back->version, 2);
    QCOMPARE(back->createdAt, before.createdAt);
    QCOMPARE(back->updatedBy, u"bob"_s);
    QCOMPARE(*await(store->automations().get(before.id)), *back);
    QCOMPARE(back->triggers, before.triggers);
    ended(store, first, RunStatus::Done);
    QCOMPARE(await(store->runs().page({.automation = before.id}))->size(), 1);
    QCOMPARE(await(store->automations().restore(base::AutomationId(u"auto_none"_s), 1, u"bob"_s)).error().code,
             ErrorCode::NotFound);
}

void RowsFollowTest::anOldVersionComesBack()
{
    TempStore store;
    domain::Automation automation = named(store, u"First"_s);
    automation.name = u"Second"_s;
    QVERIFY(await(store->automations().update(automation, u"ann"_s)));
    const auto back = await(store->automations().restore(automation.id, 1, u"bob"_s));
    QCOMPARE(back->version, 3);
    QCOMPARE(back->name, u"First"_s);
    QCOMPARE(await(store->automations().history(automation.id))->size(), 3);
    QCOMPARE(await(store->automations().restore(automation.id, 9, u"bob"_s)).error().code, ErrorCode::NotFound);
}

} // namespace

REGISTER_TEST(RowsFollowTest);

#include "test_rows_follow.moc"
