// SPDX-License-Identifier: Apache-2.0
// What the end of a run brings about, in the transaction of that end: so it happens once, whenever the program dies.
#pragma once

#include "app/domain/run.h"
#include "app/store/transaction.h"

namespace store {

/// moveRun() to a final status, and what follows from it: an interrupted run is done again where its automation says
/// so, else the automations that follow its automation are set off.
base::Result<domain::Run> endRun(Transaction &transaction, const domain::Run &run, domain::RunStatus to);
/// What follows from an end that was written already and is not done again.
base::Status followEnd(Transaction &transaction, const domain::Run &ended);

} // namespace store
