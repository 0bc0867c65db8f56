// SPDX-License-Identifier: Apache-2.0
// The runs that are steps of a run of a workflow, inside a transaction.
#pragma once

#include "app/store/runs.h"
#include "app/store/transaction.h"

namespace store {

/// See Runs::requestStep().
base::Result<domain::Run> insertStepRun(Transaction &transaction, const base::RunId &workflow,
                                        const StepRequest &request);

/// What waits of a workflow whose run is over has no one to go on for.
base::Status cancelWaitingSteps(Transaction &transaction, const domain::Run &workflow);

} // namespace store
