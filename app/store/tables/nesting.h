// SPDX-License-Identifier: Apache-2.0
// Which automations a workflow may name as its steps: those that are there, and none on a way back to itself.
#pragma once

#include "app/domain/automation.h"
#include "app/store/transaction.h"

namespace store {

/// Invalid names the step: `params.steps[2].automation_id`. A step whose automation `before` names already may stay
/// when that is gone. Everything that is no workflow is right.
base::Status checkSteps(Transaction &transaction, const domain::Automation &automation,
                        const domain::Automation &before);

} // namespace store
