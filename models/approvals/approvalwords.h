// SPDX-License-Identifier: Apache-2.0
// What a request says to people: who asked and when, how much of its time is left, what exactly would run. Pure
// functions of their arguments and the default locale.
#pragma once

#include "app/domain/approvals/approval.h"
#include "app/domain/catalog.h"
#include "models/parts/facts.h"

namespace models {

struct HistoryLine
{
    QString when;
    QString text;
    QString statusKey; ///< Of what happened.

    friend bool operator==(const HistoryLine &, const HistoryLine &) = default;
};

/// `approval.pending` …
QString approvalStatusKey(const domain::Approval &approval);
/// `kim asked 3 min ago`, `the schedule asked 3 min ago`.
QString askedText(const domain::Approval &approval, base::Instant now);
/// `1 of 2`.
QString progressText(const domain::Approval &approval);
/// `27 min left`; empty where it never expires.
QString timeLeftText(const domain::Approval &approval, base::Instant now);
/// `Expires 15:00, in 27 min; then it is rejected.`, where no engine has seen to it yet `Expired 15:00, 9 min ago; it
/// is rejected as soon as an engine runs.` Of one that is over what became of it.
QString deadlineText(const domain::Approval &approval, base::Instant now);
/// How it ended, and by whom: `kim rejected: wrong day`. Empty while it is pending.
QString outcomeText(const domain::Approval &approval);
/// The command line of what would run, else its document; empty where that says nothing.
QString commandOf(const domain::Approval &approval);
/// Where, as whom and for how long it would run, and by which version.
QList<Fact> subjectFacts(const domain::Approval &approval, const domain::Catalog &catalog);
/// Its arguments and the names of its variables.
QList<Fact> argumentFacts(const domain::Approval &approval);
/// Why somebody is asked: who may decide, how many have to.
QString policyText(const domain::Approval &approval);
/// Why this operator can't decide about it now; empty where they can.
QString whyNotText(const domain::Approval &approval, const domain::Operator &who, base::Instant now);
/// Oldest first.
QList<HistoryLine> historyOf(const domain::Approval &approval, base::Instant now);

} // namespace models
