// SPDX-License-Identifier: Apache-2.0
// A request that people decide about before something happens, and the moves it may make. Pure: a decision answers the
// request as it is afterwards, and whoever keeps it writes that down.
#pragma once

#include "app/base/ids.h"
#include "app/domain/approvals/policy.h"
#include "app/domain/rights/rights.h"

#include <QJsonObject>
#include <QList>

namespace domain {

struct ApprovalTag
{
    static constexpr char prefix[] = "req_";
};
using ApprovalId = base::Id<ApprovalTag>;

enum class ApprovalStatus {
    Pending,
    Approved,
    Rejected,
    Expired,   ///< Nobody decided in time; the policy says what became of it.
    Withdrawn, ///< What would have run changed or is no more.
};
QString approvalStatusWord(ApprovalStatus status);
std::optional<ApprovalStatus> approvalStatusFromWord(const QString &word);
QStringList allApprovalStatusWords();

enum class Judgement { Approve, Reject };
QString judgementWord(Judgement judgement);
std::optional<Judgement> judgementFromWord(const QString &word);

struct ApprovalDecision
{
    QString by;
    Judgement verdict = Judgement::Approve;
    QString comment;
    base::Instant at;

    friend bool operator==(const ApprovalDecision &, const ApprovalDecision &) = default;
};

struct Approval
{
    ApprovalId id;
    base::AutomationId automation;
    base::RunId run;
    QString title;
    QJsonObject details; ///< What would run, see subject.h. Without values of secrets.
    QString digest;      ///< SHA-256 of what would run, in hex.
    QString requestedBy; ///< The operator who asked; empty where no person did.
    base::Instant requestedAt;
    ApprovalPolicy policy;                  ///< As it was when somebody asked.
    std::optional<base::Instant> expiresAt; ///< Never where empty.
    ApprovalStatus status = ApprovalStatus::Pending;
    QString reason; ///< Why it expired or was withdrawn, one line.
    std::optional<base::Instant> decidedAt;
    QList<ApprovalDecision> decisions; ///< Oldest first, one a person.

    friend bool operator==(const Approval &, const Approval &) = default;
};

/// How many have approved.
qint64 approvalsOf(const Approval &approval);
/// Whether the run goes on by what became of the request.
bool releases(const Approval &approval);
/// Whether the operator is among those who are asked.
bool isAsked(const Approval &approval, const Operator &who);

/// Denied or Conflict, with a sentence, where this operator can't decide about it now.
base::Status mayDecide(const Approval &approval, const Operator &who, base::Instant now);
/// The request after the operator's word; `decision.by` is not looked at, for it is the operator's name. Errors as
/// mayDecide().
base::Result<Approval> decide(Approval approval, const ApprovalDecision &decision, const Operator &who);
/// The request once its time is over. Conflict where that is not so, or it is not pending.
base::Result<Approval> expire(Approval approval, base::Instant now);
/// Conflict where it is not pending.
base::Result<Approval> withdraw(Approval approval, const QString &reason, base::Instant now);

QJsonObject toJson(const Approval &approval);

inline constexpr qsizetype longestComment = 2000;

} // namespace domain
