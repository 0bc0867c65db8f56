// SPDX-License-Identifier: Apache-2.0
// How the steps of one run of a workflow stand: each with its run, where it has one.
#pragma once

#include "app/domain/workflow/progress.h"

namespace domain {

struct Standing
{
    Step step;
    std::optional<Run> run; ///< Its run of the workflow's current or last attempt.
    StepState state = StepState::Waiting;
    bool willCome = false; ///< It has no run yet, but may still get one.

    friend bool operator==(const Standing &, const Standing &) = default;
};

/// In the order of the steps. `runs` are those of the steps, oldest first, of any attempt.
QList<Standing> standings(const Steps &steps, const Run &workflow, const QList<Run> &runs);

/// The status of its run; without one `waiting`, `not_taken` or, where the workflow is over, `not_started`.
QString standingWord(const Standing &standing);

/// `{id, automation_id, automation_name, status, run_id, queued_at, started_at, finished_at, attempt, reason}` each;
/// what only a run has is null without one.
QJsonArray toJson(const QList<Standing> &standings);

} // namespace domain
