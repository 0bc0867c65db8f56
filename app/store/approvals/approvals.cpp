// SPDX-License-Identifier: Apache-2.0
#include "app/store/approvals/approvals.h"

#include "app/domain/approvals/subject.h"
#include "app/store/approvals/approvalmoves.h"
#include "app/store/approvals/approvaltable.h"
#include "app/store/desk.h"
#include "app/store/mirrors/seenapprovals.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Approval;

/// What was asked about is still what would run.
base::Status checkUnchanged(Transaction &transaction, const Approval &approval)
{
    TRY(const domain::Run run, RunTable(transaction.db()).get(approval.run));
    TRY(const domain::Automation automation, AutomationTable(transaction.db()).get(approval.automation));
    if (domain::approvalDigest(domain::definitionDigest(automation), run.arguments) != approval.digest) {
        return base::conflict(u"what the request %1 is about has changed"_s.arg(approval.id.text()));
    }
    return {};
}

Result<Approval> decideOne(Transaction &transaction, const domain::ApprovalId &id, const Verdict &verdict,
                           const domain::Actor &who)
{
    TRY(const Approval pending, ApprovalTable(transaction.db()).get(id));
    const domain::ApprovalDecision decision{
        .by = who.name, .verdict = verdict.judgement, .comment = verdict.comment, .at = transaction.now()};
    TRY(const Approval decided, domain::decide(pending, decision, who));
    TRY(const domain::Run run, RunTable(transaction.db()).get(pending.run));
    if (domain::isElsewhere(run)) {
        CHECK(decideThere(transaction, decided, run));
    } else {
        CHECK(checkUnchanged(transaction, pending));
        CHECK(settle(transaction, decided));
    }
    const QString comment = verdict.comment.isEmpty() ? QString() : u": "_s + verdict.comment.simplified();
    CHECK(record(transaction, {.by = who,
                               .action = domain::judgementWord(verdict.judgement),
                               .subject = id.text(),
                               .detail = u"%1, %2%3"_s.arg(decided.title, decided.run.text(), comment)}));
    return decided;
}

Result<domain::Subject> subjectOf(Transaction &transaction, const Approval &approval)
{
    const qint64 number = approval.details.value("version"_L1).toInteger();
    const Result<domain::Automation> version = AutomationTable(transaction.db()).version(approval.automation, number);
    if (!version && version.error().code != base::ErrorCode::NotFound) {
        return version.error();
    }
    return domain::Subject{.definition = version ? domain::toJson(*version) : QJsonObject(),
                           .arguments = approval.details.value("arguments"_L1).toObject()};
}

base::Status expireOne(Transaction &transaction, const Approval &overdue)
{
    TRY(const Approval expired, domain::expire(overdue, transaction.now()));
    CHECK(settle(transaction, expired));
    return record(transaction, {.by = QString(),
                                .action = u"expire_approval"_s,
                                .subject = expired.id.text(),
                                .detail = u"%1, %2: %3"_s.arg(expired.title, expired.run.text(), expired.reason)});
}

} // namespace

QFuture<Result<QList<Approval>>> Approvals::page(const ApprovalQuery &query) const
{
    return m_desk.read([query](Transaction &transaction) { return ApprovalTable(transaction.db()).page(query); });
}

QFuture<Result<Approval>> Approvals::get(const domain::ApprovalId &id) const
{
    return m_desk.read([id](Transaction &transaction) { return ApprovalTable(transaction.db()).get(id); });
}

QFuture<Result<domain::ApprovalComparison>> Approvals::comparison(const domain::ApprovalId &id) const
{
    return m_desk.read([id](Transaction &transaction) -> Result<domain::ApprovalComparison> {
        ApprovalTable table(transaction.db());
        TRY(const Approval asked, table.get(id));
        TRY(const std::optional<Approval> last, table.lastReleasedBefore(asked));
        if (!last) {
            return domain::ApprovalComparison();
        }
        TRY(const domain::Subject before, subjectOf(transaction, *last));
        TRY(const domain::Subject now, subjectOf(transaction, asked));
        return domain::compareSubjects(last, before, now);
    });
}

QFuture<Result<qint64>> Approvals::pendingCount() const
{
    return m_desk.read([](Transaction &transaction) { return ApprovalTable(transaction.db()).pendingCount(); });
}

QFuture<Result<std::optional<base::Instant>>> Approvals::nextExpiry() const
{
    return m_desk.read([](Transaction &transaction) { return ApprovalTable(transaction.db()).nextExpiry(); });
}

QFuture<Result<domain::Run>> Approvals::ask(const base::RunId &id, domain::WindowDemand window)
{
    return m_desk.write([id, window](Transaction &transaction) -> Result<domain::Run> {
        TRY(const domain::Run run, RunTable(transaction.db()).get(id));
        if (!isQueuedOrHeld(run)) {
            return wrongStatus(run, u"queued or held to be asked about"_s);
        }
        return askFor(transaction, run, window);
    });
}

QFuture<Result<QList<Approval>>> Approvals::decide(const QList<domain::ApprovalId> &ids, Verdict verdict,
                                                   domain::Actor who)
{
    return m_desk.write([ids, verdict, who](Transaction &transaction) -> Result<QList<Approval>> {
        QList<Approval> decided;
        for (const domain::ApprovalId &id : ids) {
            TRY(Approval one, decideOne(transaction, id, verdict, who));
            decided.append(std::move(one));
        }
        return decided;
    });
}

QFuture<Result<std::optional<base::Instant>>> Approvals::expireDue()
{
    return m_desk.write([](Transaction &transaction) -> Result<std::optional<base::Instant>> {
        TRY(const QList<Approval> overdue, ApprovalTable(transaction.db()).overdue(transaction.now()));
        for (const Approval &one : overdue) {
            CHECK(expireOne(transaction, one));
        }
        return ApprovalTable(transaction.db()).nextExpiry();
    });
}

} // namespace store
