// SPDX-License-Identifier: Apache-2.0
// The approvals of a store: verbs. What people decide, what time decides, and what becomes of the run by it, is one
// transaction each: it can be neither lost nor taken twice.
#pragma once

#include "app/domain/approvals/comparison.h"
#include "app/domain/run.h"

#include <QFuture>

namespace store {

class Desk;

struct ApprovalQuery
{
    std::optional<domain::ApprovalStatus> status = {};
    std::optional<base::RunId> run = {};
    qint64 limit = 100;                            ///< 0 is no limit.
    std::optional<domain::ApprovalId> before = {}; ///< Only those asked for before this one.
};

/// What is said about one or several requests.
struct Verdict
{
    domain::Judgement judgement = domain::Judgement::Approve;
    QString comment = {};
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Approvals
{
public:
    explicit Approvals(Desk &desk) : m_desk(desk) {}

    /// Newest first.
    QFuture<base::Result<QList<domain::Approval>>> page(const ApprovalQuery &query) const;
    QFuture<base::Result<domain::Approval>> get(const domain::ApprovalId &id) const;
    /// What would run by it beside what was let through last for its automation.
    QFuture<base::Result<domain::ApprovalComparison>> comparison(const domain::ApprovalId &id) const;
    QFuture<base::Result<qint64>> pendingCount() const;
    /// When the next request expires.
    QFuture<base::Result<std::optional<base::Instant>>> nextExpiry() const;

    /// A waiting run becomes awaiting_approval, with a request by what its automation or the window asks of it. Where
    /// nothing is asked, or people agreed to exactly this, it stays as it is. Answers the run. Audited.
    QFuture<base::Result<domain::Run>> ask(const base::RunId &run, domain::WindowDemand window = {});
    /// The operator's word on all of `ids`: on each that is decided by it the run goes on or is rejected. None of them
    /// where one is unknown, decided already (Conflict) or not theirs to decide (Denied). Audited.
    QFuture<base::Result<QList<domain::Approval>>> decide(const QList<domain::ApprovalId> &ids, Verdict verdict,
                                                          domain::Actor who);
    /// Ends those whose time is over, as their policies say. Answers when the next one expires. Audited.
    QFuture<base::Result<std::optional<base::Instant>>> expireDue();

private:
    Desk &m_desk;
};

} // namespace store
