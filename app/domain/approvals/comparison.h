// SPDX-License-Identifier: Apache-2.0
// What is different in what would run now from what people let run last. Pure.
#pragma once

#include "app/domain/approvals/approval.h"
#include "app/domain/automation.h"
#include "app/domain/versions/difference.h"

namespace domain {

/// What would run, for a comparison.
struct Subject
{
    QJsonObject definition; ///< As domain::toJson() writes an automation; empty where its version is gone.
    QJsonObject arguments;  ///< Of the run.
};

struct ApprovalComparison
{
    std::optional<Approval> last; ///< The request that was let through last; empty is the first of its automation.
    QList<FieldChange> changes;   ///< Arguments of the run stand under `run.arguments`.
};

ApprovalComparison compareSubjects(const std::optional<Approval> &last, const Subject &before, const Subject &now);

/// `{last: {id, run_id, version, decided_at}, changes}`; `last` is null for the first one.
QJsonObject toJson(const ApprovalComparison &comparison);

} // namespace domain
