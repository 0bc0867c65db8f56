// SPDX-License-Identifier: Apache-2.0
// How a workflow goes on. A way is taken when the step before has ended as its edge wants; a step starts when every way
// to it is taken, and never starts once one is not.
#pragma once

#include "app/domain/workflow/steps.h"

namespace domain {

enum class StepState {
    Waiting, ///< For steps before it.
    Open,    ///< Its run is made and not over.
    Done,
    Failed,   ///< Its run is over and not done, whatever else it was called.
    NotTaken, ///< No way led here.
};

/// By step; one that is not named waits.
using StepStates = QHash<QString, StepState>;

struct Progress
{
    QStringList start;    ///< Whose turn it is, in the order of the steps.
    QStringList notTaken; ///< Those that waited and will never start.
    bool over = false;    ///< Nothing is open, nothing to start.
    /// Steps that failed without a step that takes its way on their failure. None: the workflow is done, once over.
    QStringList failed;
};

Progress progressOf(const Steps &steps, StepStates states);

/// How a step stands whose run has this status.
StepState stepState(RunStatus status);

} // namespace domain
