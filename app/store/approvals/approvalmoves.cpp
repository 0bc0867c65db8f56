// SPDX-License-Identifier: Apache-2.0
#include "app/store/approvals/approvalmoves.h"

#include "app/domain/approvals/subject.h"
#include "app/domain/reasons.h"
#include "app/store/approvals/approvaltable.h"
#include "app/store/notices/noticetable.h"
#include "app/store/tables/aftermath.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Approval;
using domain::ApprovalStatus;
using domain::Automation;
using domain::Run;
using domain::RunStatus;

base::Status recordAbout(Transaction &transaction, const Approval &approval, const domain::Actor &by,
                         const QString &action)
{
    const QString more = approval.reason.isEmpty() ? QString() : u": "_s + approval.reason;
    return record(transaction, {.by = by,
                                .action = action,
                                .subject = approval.id.text(),
                                .detail = u"%1, %2%3"_s.arg(approval.title, approval.run.text(), more)});
}

/// The person behind a run: of a step, whoever asked for its workflow.
Result<QString> requesterOf(Transaction &transaction, Run run)
{
    while (run.requestedBy.isEmpty() && run.trigger == domain::TriggerKind::Workflow) {
        TRY(const std::optional<Run> parent, RunTable(transaction.db()).find(run.parentRunId));
        if (!parent) {
            break;
        }
        run = *parent;
    }
    return run.requestedBy;
}

Result<Approval> insertRequest(Transaction &transaction, const Run &run, const Automation &automation,
                               const domain::ApprovalPolicy &policy)
{
    Approval approval;
    approval.id = domain::ApprovalId::make();
    approval.automation = automation.id;
    approval.run = run.id;
    approval.title = automation.name;
    approval.details = domain::approvalDetails(automation, run);
    approval.digest = domain::approvalDigest(domain::definitionDigest(automation), run.arguments);
    approval.details.insert("asked_by"_L1, policy == automation.approval ? u"automation"_s : u"window"_s);
    TRY(approval.requestedBy, requesterOf(transaction, run));
    approval.requestedAt = transaction.now();
    approval.policy = policy;
    if (policy.expiresSeconds) {
        approval.expiresAt = transaction.now() + base::Seconds(*policy.expiresSeconds);
    }
    CHECK(ApprovalTable(transaction.db()).insert(approval));
    transaction.note(Table::Approvals, ChangeKind::Inserted, approval.id.text());
    CHECK(recordAbout(transaction, approval, approval.requestedBy, u"request_approval"_s));
    return approval;
}

base::Status tellWhoDecides(Transaction &transaction, const Run &run)
{
    TRY(const int told,
        NoticeTable(transaction.db()).add(run, domain::NoticeCause::Approval, {}, transaction.now() + noticesGather));
    if (told > 0) {
        transaction.note(Table::Notices, ChangeKind::Inserted, {});
    }
    return {};
}

/// A run that waits already stays in its status and gets another reason.
Result<Run> waitFor(Transaction &transaction, Run run, const Approval &approval)
{
    run.reason = domain::reason::waitsForApproval(domain::approvalsOf(approval), approval.policy.quorum);
    if (run.status != RunStatus::AwaitingApproval) {
        TRY(run, moveRun(transaction, run, RunStatus::AwaitingApproval));
    } else {
        CHECK(RunTable(transaction.db()).save(run));
        transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    }
    CHECK(tellWhoDecides(transaction, run));
    return run;
}

/// Between two attempts it keeps its turn, else it queues.
base::Status release(Transaction &transaction, Run run, const QString &digest, const QString &reason)
{
    run.approvedDigest = digest;
    run.reason = reason;
    if (run.startedAt) {
        CHECK(holdRun(transaction, run, {.until = transaction.now(), .since = transaction.now(), .reason = reason}));
    } else {
        CHECK(moveRun(transaction, run, RunStatus::Queued));
    }
    return {};
}

QString whyRejected(const Approval &decided)
{
    if (decided.status == ApprovalStatus::Expired) {
        return domain::reason::approvalExpired();
    }
    const domain::ApprovalDecision &last = decided.decisions.last();
    return domain::reason::rejectedBy(last.by, last.comment);
}

QString whyReleased(const Approval &decided)
{
    if (decided.status == ApprovalStatus::Expired) {
        return domain::reason::approvedByTime();
    }
    QStringList names;
    for (const domain::ApprovalDecision &one : decided.decisions) {
        names.append(one.by);
    }
    return domain::reason::approvedBy(names.join(u", "_s));
}

base::Status withdrawOne(Transaction &transaction, const Approval &pending, const QString &reason)
{
    TRY(const Approval withdrawn, domain::withdraw(pending, reason, transaction.now()));
    CHECK(ApprovalTable(transaction.db()).save(withdrawn));
    transaction.note(Table::Approvals, ChangeKind::Updated, withdrawn.id.text());
    return recordAbout(transaction, withdrawn, QString(), u"withdraw_approval"_s);
}

Result<Run> request(Transaction &transaction, const Run &run, const Automation &automation,
                    const domain::ApprovalPolicy &policy)
{
    TRY(const Approval approval, insertRequest(transaction, run, automation, policy));
    return waitFor(transaction, run, approval);
}

/// The window that asked for it, where one did. One without a policy of its own asks what the automation asks.
domain::WindowDemand windowBehind(const Approval &approval)
{
    if (approval.details.value("asked_by"_L1) != u"window"_s) {
        return {};
    }
    const bool own = approval.policy != domain::windowDefaultPolicy();
    return {.effect = domain::WindowEffect::Approve, .approval = own ? std::optional(approval.policy) : std::nullopt};
}

} // namespace

Result<Run> askFor(Transaction &transaction, const Run &run, const domain::WindowDemand &window)
{
    TRY(const Automation automation, AutomationTable(transaction.db()).get(run.automationId));
    const std::optional<domain::ApprovalPolicy> policy = domain::neededApproval(automation.approval, run, window);
    const QString digest = domain::approvalDigest(domain::definitionDigest(automation), run.arguments);
    if (!policy || run.approvedDigest == digest) {
        return run;
    }
    return request(transaction, run, automation, *policy);
}

Result<std::optional<Run>> heldBack(Transaction &transaction, const Run &run, qint64 version)
{
    AutomationTable table(transaction.db());
    TRY(const bool asks, table.asks(run.automationId));
    if (!asks) {
        return std::optional<Run>();
    }
    TRY(const Automation running, table.version(run.automationId, version));
    if (run.approvedDigest == domain::approvalDigest(domain::definitionDigest(running), run.arguments)) {
        return std::optional<Run>();
    }
    TRY(const Automation automation, table.get(run.automationId));
    if (!automation.approval) {
        return std::optional<Run>();
    }
    TRY(Run asked, request(transaction, run, automation, *automation.approval));
    return std::optional(std::move(asked));
}

base::Status settle(Transaction &transaction, const Approval &decided)
{
    CHECK(ApprovalTable(transaction.db()).save(decided));
    transaction.note(Table::Approvals, ChangeKind::Updated, decided.id.text());
    TRY(Run run, RunTable(transaction.db()).get(decided.run));
    if (run.status != RunStatus::AwaitingApproval) {
        return wrongStatus(run, u"awaiting_approval to be decided about"_s);
    }
    if (decided.status == ApprovalStatus::Pending) {
        CHECK(waitFor(transaction, run, decided));
        return {};
    }
    if (domain::releases(decided)) {
        return release(transaction, run, decided.digest, whyReleased(decided));
    }
    run.reason = whyRejected(decided);
    CHECK(endRun(transaction, run, RunStatus::Rejected));
    return {};
}

base::Status withdrawRequest(Transaction &transaction, const base::RunId &run, const QString &reason)
{
    TRY(const std::optional<Approval> pending, ApprovalTable(transaction.db()).pendingOf(run));
    return pending ? withdrawOne(transaction, *pending, reason) : base::Status();
}

base::Status askAnew(Transaction &transaction, const Automation &automation)
{
    TRY(const QList<Approval> pending, ApprovalTable(transaction.db()).pendingOf(automation.id));
    const QString definition = pending.isEmpty() ? QString() : domain::definitionDigest(automation);
    for (const Approval &approval : pending) {
        TRY(const Run run, RunTable(transaction.db()).get(approval.run));
        if (domain::isElsewhere(run)) {
            continue; // who is asked there is asked about what is there
        }
        if (approval.digest == domain::approvalDigest(definition, run.arguments)) {
            continue;
        }
        CHECK(withdrawOne(transaction, approval, domain::reason::definitionChanged(automation.version)));
        const auto policy = domain::neededApproval(automation.approval, run, windowBehind(approval));
        if (policy) {
            CHECK(request(transaction, run, automation, *policy));
        } else {
            CHECK(release(transaction, run, QString(), domain::reason::noApprovalNeeded()));
        }
    }
    return {};
}

} // namespace store
