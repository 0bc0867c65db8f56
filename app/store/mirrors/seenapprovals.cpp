// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/seenapprovals.h"

#include "app/domain/reasons.h"
#include "app/store/approvals/approvalmoves.h"
#include "app/store/approvals/approvaltable.h"
#include "app/store/mirrors/homes.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/runtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Approval;
using domain::RemoteApproval;

/// Its decision is on its way, or waits to be.
Result<bool> isDecidedHere(Transaction &transaction, const domain::Run &run, const QString &remoteId)
{
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(run.id));
    return std::any_of(tasks.begin(), tasks.end(), [&remoteId](const TaskRow &task) {
        return task.kind == TaskKind::Decide && task.remoteId == remoteId;
    });
}

/// Whoever may decide here may, for who may there is up to that system; so is when it is too late.
Approval asKeptHere(const RemoteApproval &remote, const domain::Connection &connection, const domain::Run &run)
{
    Approval approval;
    approval.id = domain::ApprovalId::make();
    approval.automation = run.automationId;
    approval.run = run.id;
    approval.title = remote.title.isEmpty() ? run.automationName : remote.title;
    approval.details = remote.details;
    approval.details.insert("connection"_L1, connection.name);
    if (remote.expiresAt) {
        approval.details.insert("expires_there_at"_L1, base::isoUtc(*remote.expiresAt));
    }
    approval.requestedBy = remote.requestedBy;
    approval.requestedAt = remote.requestedAt;
    approval.policy.allowRequester = true;
    return approval;
}

base::Status keepNew(Transaction &transaction, const domain::Connection &connection, const RemoteApproval &remote)
{
    TRY(const std::optional<domain::Run> run, RunTable(transaction.db()).findThere(connection.id, remote.runRemoteId));
    if (!run || domain::isFinal(run->status)) {
        return {};
    }
    TRY(const bool decided, isDecidedHere(transaction, *run, remote.remoteId));
    ApprovalTable table(transaction.db());
    TRY(const std::optional<Approval> other, table.pendingOf(run->id));
    if (decided || other) {
        return {}; // a run waits for one request at a time
    }
    const Approval approval = asKeptHere(remote, connection, *run);
    CHECK(table.insert(approval));
    CHECK(table.setRemoteId(approval.id, connection.id, remote.remoteId));
    transaction.note(Table::Approvals, ChangeKind::Inserted, approval.id.text());
    return record(transaction, {.by = domain::actorName(connection),
                                .action = u"request_approval"_s,
                                .subject = approval.id.text(),
                                .detail = u"%1, %2"_s.arg(approval.title, run->id.text())});
}

} // namespace

base::Status keepApprovals(Transaction &transaction, const domain::Connection &connection,
                           const QList<RemoteApproval> &pending)
{
    TRY(auto known, ApprovalTable(transaction.db()).pendingThere(connection.id));
    for (const RemoteApproval &remote : pending) {
        const bool waits = remote.status == domain::ApprovalStatus::Pending;
        if (waits && !known.remove(remote.remoteId)) {
            CHECK(keepNew(transaction, connection, remote));
        }
    }
    for (const Approval &gone : std::as_const(known)) {
        CHECK(withdrawRequest(transaction, gone.run, domain::reason::decidedThere(connection.name)));
    }
    return {};
}

base::Status decideThere(Transaction &transaction, const Approval &decided, const domain::Run &run)
{
    ApprovalTable table(transaction.db());
    CHECK(table.save(decided));
    transaction.note(Table::Approvals, ChangeKind::Updated, decided.id.text());
    if (decided.status == domain::ApprovalStatus::Pending || decided.decisions.isEmpty()) {
        return {};
    }
    const domain::ApprovalDecision &last = decided.decisions.last();
    TRY(const QString remoteId, table.remoteId(decided.id));
    CHECK(OutboxTable(transaction.db())
              .insert({.connection = run.connectionId,
                       .kind = TaskKind::Decide,
                       .automation = run.automationId,
                       .run = run.id,
                       .remoteId = remoteId,
                       .document = {{u"verdict"_s, domain::judgementWord(last.verdict)}, {u"comment"_s, last.comment}},
                       .madeAt = transaction.now(),
                       .madeBy = last.by}));
    noteOutbox(transaction, run.connectionId);
    return {};
}

} // namespace store
