// SPDX-License-Identifier: Apache-2.0
// Requests and what becomes of their runs: one transaction each, whatever comes in between.
#include "tests/support/registry.h"
#include "tests/unit/store/somerows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ApprovalStatus;
using domain::Judgement;
using domain::Role;
using domain::RunStatus;
using test::await;
using test::TempStore;

namespace {

const domain::Operator bob{u"bob"_s, Role::Operator};
const domain::Operator cid{u"cid"_s, Role::Operator};
const store::Verdict yes{Judgement::Approve, u"fine"_s};
const store::Verdict no{Judgement::Reject, u"not today"_s};

domain::Automation asking(TempStore &store, qint64 quorum = 1, std::optional<qint64> expires = {})
{
    domain::Automation automation = test::someAutomation();
    automation.approval = domain::ApprovalPolicy{};
    automation.approval->quorum = quorum;
    automation.approval->expiresSeconds = expires;
    return await(store->automations().create({automation}, u"ann"_s)).value().first();
}

domain::Run asked(TempStore &store, const domain::Automation &automation)
{
    const domain::Run run = await(store->runs().request(automation.id, u"ann"_s)).value();
    return await(store->approvals().ask(run.id)).value();
}

domain::Run runOf(TempStore &store, const base::RunId &id)
{
    return await(store->runs().get(id)).value();
}

QList<domain::Approval> pending(TempStore &store)
{
    return await(store->approvals().page({.status = ApprovalStatus::Pending})).value();
}

base::Status decide(TempStore &store, const domain::ApprovalId &id, const store::Verdict &verdict,
                    const domain::Operator &who)
{
    const auto decided = await(store->approvals().decide({id}, verdict, who));
    return decided ? base::Status() : base::Status(decided.error());
}

QStringList audited(TempStore &store)
{
    QStringList lines;
    const auto entries = await(store->audit().page({})).value();
    for (const store::AuditEntry &entry : entries) {
        lines.prepend(entry.by + u' ' + entry.action);
    }
    return lines;
}

} // namespace

class ApprovalRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsReleasedByItsQuorum();
    void aRejectionEndsTheRun();
    void aDecisionIsTakenOnce();
    void nothingStartsUnasked();
    void anotherDefinitionIsAskedAnew();
    void aRunNobodyHasToBeAskedAboutGoesOn();
    void aCancelledRunWithdrawsItsRequest();
    void timeDecidesWhereNobodyDid();
    void severalAreDecidedTogetherOrNotAtAll();
    void aStepIsAskedOnBehalfOfWhoStartedTheWorkflow();
    void theChainOfTheAuditIsWhole();
};

void ApprovalRowsTest::aRunIsReleasedByItsQuorum()
{
    TempStore store;
    const domain::Run run = asked(store, asking(store, 2));
    QCOMPARE(run.status, RunStatus::AwaitingApproval);
    QCOMPARE(run.reason, u"waits for approval: 0 of 2"_s);
    const domain::Approval request = pending(store).value(0);
    QCOMPARE(request.run, run.id);
    QCOMPARE(request.requestedBy, u"ann"_s);
    QCOMPARE(request.details.value("command"_L1).toString(), u"true"_s);
    QVERIFY(decide(store, request.id, yes, bob));
    QCOMPARE(runOf(store, run.id).reason, u"waits for approval: 1 of 2"_s);
    QVERIFY(decide(store, request.id, yes, cid));
    const domain::Run released = runOf(store, run.id);
    QCOMPARE(released.status, RunStatus::Queued);
    QCOMPARE(released.reason, u"approved by bob, cid"_s);
    QCOMPARE(await(store->runs().start(run.id, 1, 1)).value().status, RunStatus::Running);
    QCOMPARE(audited(store), (QStringList{u"ann create"_s, u"ann run"_s, u"ann request_approval"_s, u"bob approve"_s,
                                          u"cid approve"_s}));
    QCOMPARE(await(store->approvals().get(request.id)).value().decisions.size(), 2);
}

void ApprovalRowsTest::aRejectionEndsTheRun()
{
    TempStore store;
    const domain::Run run = asked(store, asking(store, 2));
    QVERIFY(decide(store, pending(store).value(0).id, no, bob));
    const domain::Run over = runOf(store, run.id);
    QCOMPARE(over.status, RunStatus::Rejected);
    QCOMPARE(over.reason, u"rejected by bob: not today"_s);
    QVERIFY(over.finishedAt);
    QVERIFY(pending(store).isEmpty());
}

void ApprovalRowsTest::aDecisionIsTakenOnce()
{
    TempStore store;
    asked(store, asking(store));
    const domain::ApprovalId id = pending(store).value(0).id;
    const auto first = store->approvals().decide({id}, yes, bob);
    const auto second = store->approvals().decide({id}, no, cid); // at the same moment
    QVERIFY(await(first));
    const auto late = await(second);
    QVERIFY(!late);
    QCOMPARE(late.error().code, base::ErrorCode::Conflict);
    QCOMPARE(decide(store, id, yes, {u"ann"_s, Role::Admin}).error().code, base::ErrorCode::Denied);
}

void ApprovalRowsTest::nothingStartsUnasked()
{
    TempStore store;
    const domain::Automation automation = asking(store);
    const domain::Run run = await(store->runs().request(automation.id, u"ann"_s)).value();
    // An engine that never heard of the policy.
    QCOMPARE(await(store->runs().start(run.id, 1, 1)).value().status, RunStatus::AwaitingApproval);
    QCOMPARE(pending(store).size(), 1);
    QVERIFY(!await(store->runs().start(run.id, 1, 1)));
    QVERIFY(decide(store, pending(store).value(0).id, yes, bob));
    // What was approved is the definition that runs, and no other.
    domain::Automation changed = automation;
    changed.params = {{u"command"_s, u"rm -r /"_s}};
    QVERIFY(await(store->automations().update(changed, u"ann"_s)));
    QCOMPARE(await(store->runs().start(run.id, 1, 2)).value().status, RunStatus::AwaitingApproval);
}

void ApprovalRowsTest::anotherDefinitionIsAskedAnew()
{
    TempStore store;
    domain::Automation automation = asking(store, 2);
    const domain::Run run = asked(store, automation);
    const domain::Approval before = pending(store).value(0);
    QVERIFY(decide(store, before.id, yes, bob));
    automation.paused = true; // nothing that runs
    automation = await(store->automations().update(automation, u"ann"_s)).value();
    QCOMPARE(pending(store).value(0).id, before.id);
    automation.env = {{u"A"_s, u"1"_s}};
    automation = await(store->automations().update(automation, u"ann"_s)).value();
    const domain::Approval after = pending(store).value(0);
    QVERIFY(after.id != before.id);
    QVERIFY(after.digest != before.digest);
    QCOMPARE(after.decisions.size(), 0);
    const domain::Approval withdrawn = await(store->approvals().get(before.id)).value();
    QCOMPARE(withdrawn.status, ApprovalStatus::Withdrawn);
    QCOMPARE(withdrawn.reason, u"the automation changed: version 3"_s);
    QCOMPARE(decide(store, before.id, yes, cid).error().code, base::ErrorCode::Conflict);
    QCOMPARE(runOf(store, run.id).status, RunStatus::AwaitingApproval);
    QVERIFY(await(store->automations().restore(automation.id, 1, u"ann"_s)));
    QVERIFY(pending(store).value(0).id != after.id); // a restored version is a change, too
}

void ApprovalRowsTest::aRunNobodyHasToBeAskedAboutGoesOn()
{
    TempStore store;
    domain::Automation automation = asking(store);
    const domain::Run run = asked(store, automation);
    automation.approval.reset();
    QVERIFY(await(store->automations().update(automation, u"ann"_s)));
    QVERIFY(pending(store).isEmpty());
    QCOMPARE(runOf(store, run.id).status, RunStatus::Queued);
    QCOMPARE(await(store->approvals().ask(run.id)).value().status, RunStatus::Queued);
    QCOMPARE(await(store->runs().start(run.id, 1, 2)).value().status, RunStatus::Running);
}

void ApprovalRowsTest::aCancelledRunWithdrawsItsRequest()
{
    TempStore store;
    const domain::Automation automation = asking(store);
    const domain::Run run = asked(store, automation);
    const domain::ApprovalId id = pending(store).value(0).id;
    QVERIFY(await(store->runs().cancel(run.id, u"ann"_s)));
    QCOMPARE(await(store->approvals().get(id)).value().status, ApprovalStatus::Withdrawn);
    asked(store, automation);
    QVERIFY(await(store->automations().remove(automation.id, u"ann"_s)));
    QVERIFY(pending(store).isEmpty());
}

void ApprovalRowsTest::timeDecidesWhereNobodyDid()
{
    TempStore store;
    domain::Automation automation = asking(store, 1, 60);
    const domain::Run first = asked(store, automation);
    automation.approval->onExpiry = domain::OnExpiry::Approve;
    const domain::ApprovalId before = pending(store).value(0).id;
    store.clock.advance(59s);
    QCOMPARE(await(store->approvals().expireDue()).value(), pending(store).value(0).expiresAt);
    store.clock.advance(1s);
    QCOMPARE(decide(store, before, yes, bob).error().code, base::ErrorCode::Conflict); // nobody was there to end it
    store.reopen();
    QVERIFY(!await(store->approvals().expireDue()).value());
    QCOMPARE(runOf(store, first.id).status, RunStatus::Rejected);
    automation = await(store->automations().update(automation, u"ann"_s)).value();
    const domain::Run second = asked(store, automation);
    store.clock.advance(61s);
    QVERIFY(await(store->approvals().expireDue()));
    QCOMPARE(runOf(store, second.id).status, RunStatus::Queued);
    QCOMPARE(await(store->runs().start(second.id, 1, 2)).value().status, RunStatus::Running);
}

void ApprovalRowsTest::severalAreDecidedTogetherOrNotAtAll()
{
    TempStore store;
    const domain::Automation automation = asking(store);
    asked(store, automation);
    asked(store, automation);
    const QList<domain::Approval> both = pending(store);
    QVERIFY(!await(store->approvals().decide({both[0].id, domain::ApprovalId(u"req_none"_s)}, yes, bob)));
    QCOMPARE(pending(store).size(), 2);
    QVERIFY(await(store->approvals().decide({both[0].id, both[1].id}, yes, bob)));
    QCOMPARE(await(store->approvals().pendingCount()).value(), 0);
}

void ApprovalRowsTest::aStepIsAskedOnBehalfOfWhoStartedTheWorkflow()
{
    TempStore store;
    const domain::Automation step = asking(store);
    const domain::Run workflow = test::running(store, test::automationIn(store, u"Flow"_s));
    store::StepRequest request;
    request.step.id = u"one"_s;
    request.step.automation = step.id;
    const domain::Run run = await(store->runs().requestStep(workflow.id, request)).value();
    QVERIFY(await(store->approvals().ask(run.id)));
    QCOMPARE(pending(store).value(0).requestedBy, u"ann"_s);
    QVERIFY(await(store->runs().finish(workflow.id, {.status = RunStatus::Interrupted})));
    QCOMPARE(runOf(store, run.id).status, RunStatus::Cancelled);
}

void ApprovalRowsTest::theChainOfTheAuditIsWhole()
{
    TempStore store;
    const domain::Automation automation = asking(store);
    asked(store, automation);
    QVERIFY(decide(store, pending(store).value(0).id, no, bob));
    QCOMPARE(await(store->audit().verify()).value_or(-1), 4);
    const auto exported = await(store->audit().exported({}));
    QVERIFY(exported);
    QCOMPARE(domain::verifyExport(exported->text).value_or(-1), 4);
    const store::AuditEntry created = await(store->audit().page({})).value().last();
    QVERIFY(created.before.isEmpty());
    QVERIFY(created.after.contains(u"\"command\":\"true\""_s));
}

REGISTER_TEST(ApprovalRowsTest);

#include "test_rows_approvals.moc"
