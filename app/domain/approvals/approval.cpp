// SPDX-License-Identifier: Apache-2.0
#include "app/domain/approvals/approval.h"

#include "app/base/wordtable.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<ApprovalStatus, ApprovalStatus::Withdrawn> statusWords({{
    {ApprovalStatus::Pending, u"pending"},
    {ApprovalStatus::Approved, u"approved"},
    {ApprovalStatus::Rejected, u"rejected"},
    {ApprovalStatus::Expired, u"expired"},
    {ApprovalStatus::Withdrawn, u"withdrawn"},
}});
constexpr base::WordTable<Judgement, Judgement::Reject> judgementWords({{
    {Judgement::Approve, u"approve"},
    {Judgement::Reject, u"reject"},
}});

base::Error denied(const QString &detail)
{
    return {.code = base::ErrorCode::Denied, .context = {}, .detail = detail, .field = {}};
}

base::Status checkPending(const Approval &approval)
{
    if (approval.status == ApprovalStatus::Pending) {
        return {};
    }
    return base::conflict(u"the request %1 is %2 already"_s.arg(approval.id.text(), statusWords.of(approval.status)));
}

QJsonValue timeOrNull(const std::optional<base::Instant> &time)
{
    return time ? QJsonValue(base::isoUtc(*time)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QString approvalStatusWord(ApprovalStatus status)
{
    return statusWords.of(status);
}

std::optional<ApprovalStatus> approvalStatusFromWord(const QString &word)
{
    return statusWords.find(word);
}

QStringList allApprovalStatusWords()
{
    return statusWords.words();
}

QString judgementWord(Judgement judgement)
{
    return judgementWords.of(judgement);
}

std::optional<Judgement> judgementFromWord(const QString &word)
{
    return judgementWords.find(word);
}

qint64 approvalsOf(const Approval &approval)
{
    return std::count_if(approval.decisions.begin(), approval.decisions.end(),
                         [](const ApprovalDecision &one) { return one.verdict == Judgement::Approve; });
}

bool releases(const Approval &approval)
{
    return approval.status == ApprovalStatus::Approved ||
           (approval.status == ApprovalStatus::Expired && approval.policy.onExpiry == OnExpiry::Approve);
}

bool isAsked(const Approval &approval, const Operator &who)
{
    return sees(who, approval.policy.approvers);
}

base::Status mayDecide(const Approval &approval, const Operator &who, base::Instant now)
{
    CHECK(authorize(who, Right::Edit));
    if (!isAsked(approval, who)) {
        return denied(u"%1 is not among the approvers: %2"_s.arg(who.name, approval.policy.approvers.join(u", "_s)));
    }
    if (approval.requestedBy == who.name && !approval.policy.allowRequester) {
        return denied(u"whoever asked for a run does not decide about it"_s);
    }
    CHECK(checkPending(approval));
    if (approval.expiresAt && *approval.expiresAt <= now) {
        return base::conflict(u"the request %1 has expired"_s.arg(approval.id.text()));
    }
    for (const ApprovalDecision &one : approval.decisions) {
        if (one.by == who.name) {
            return base::conflict(u"%1 has decided already"_s.arg(who.name));
        }
    }
    return {};
}

base::Result<Approval> decide(Approval approval, const ApprovalDecision &decision, const Operator &who)
{
    CHECK(mayDecide(approval, who, decision.at));
    if (decision.comment.size() > longestComment) {
        return base::invalid(u"comment"_s, u"comment must have at most %1 characters"_s.arg(longestComment));
    }
    ApprovalDecision taken = decision;
    taken.by = who.name;
    approval.decisions.append(taken);
    if (taken.verdict == Judgement::Reject) {
        approval.status = ApprovalStatus::Rejected;
    } else if (approvalsOf(approval) >= approval.policy.quorum) {
        approval.status = ApprovalStatus::Approved;
    }
    if (approval.status != ApprovalStatus::Pending) {
        approval.decidedAt = taken.at;
    }
    return approval;
}

base::Result<Approval> expire(Approval approval, base::Instant now)
{
    CHECK(checkPending(approval));
    if (!approval.expiresAt || *approval.expiresAt > now) {
        return base::conflict(u"the request %1 has not expired yet"_s.arg(approval.id.text()));
    }
    approval.status = ApprovalStatus::Expired;
    approval.decidedAt = now;
    approval.reason = u"%1 of %2 approved in time"_s.arg(approvalsOf(approval)).arg(approval.policy.quorum);
    return approval;
}

base::Result<Approval> withdraw(Approval approval, const QString &reason, base::Instant now)
{
    CHECK(checkPending(approval));
    approval.status = ApprovalStatus::Withdrawn;
    approval.decidedAt = now;
    approval.reason = reason;
    return approval;
}

QJsonObject toJson(const Approval &approval)
{
    QJsonArray decisions;
    for (const ApprovalDecision &one : approval.decisions) {
        decisions.append(QJsonObject{{u"by"_s, one.by},
                                     {u"verdict"_s, judgementWord(one.verdict)},
                                     {u"comment"_s, one.comment},
                                     {u"at"_s, base::isoUtc(one.at)}});
    }
    return {{u"id"_s, approval.id.text()},
            {u"subject"_s, u"run"_s},
            {u"automation_id"_s, approval.automation.text()},
            {u"run_id"_s, approval.run.text()},
            {u"title"_s, approval.title},
            {u"details"_s, approval.details},
            {u"digest"_s, approval.digest},
            {u"requested_by"_s, approval.requestedBy},
            {u"requested_at"_s, base::isoUtc(approval.requestedAt)},
            {u"approvers"_s, QJsonArray::fromStringList(approval.policy.approvers)},
            {u"quorum"_s, approval.policy.quorum},
            {u"approvals"_s, approvalsOf(approval)},
            {u"expires_at"_s, timeOrNull(approval.expiresAt)},
            {u"on_expiry"_s, onExpiryWord(approval.policy.onExpiry)},
            {u"allow_requester"_s, approval.policy.allowRequester},
            {u"note"_s, approval.policy.note},
            {u"status"_s, approvalStatusWord(approval.status)},
            {u"reason"_s, approval.reason},
            {u"decided_at"_s, timeOrNull(approval.decidedAt)},
            {u"decisions"_s, decisions}};
}

} // namespace domain
