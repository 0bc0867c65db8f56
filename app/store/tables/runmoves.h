// SPDX-License-Identifier: Apache-2.0
// What may happen to a run, inside a transaction that already read it. The table of moves is domain's; here it meets
// rows.
#pragma once

#include "app/domain/rights/rights.h"
#include "app/domain/run.h"
#include "app/store/transaction.h"

namespace store {

/// It waits here, not at a remote system.
bool isQueuedOrHeld(const domain::Run &run);

/// Says which status was needed and which was found.
base::Error wrongStatus(const domain::Run &run, const QString &wanted);

/// Gives it an id, if it has none, and its number. False where it is there already: its slot has a run.
base::Result<bool> insertRun(Transaction &transaction, domain::Run &run);

/// Writes the run with its new status (Conflict where domain::mayMove() says no), stamps the end if it is final, takes
/// away the time it was held to if it is not held any more, and notes the change. Fields of `run` other than these are
/// written as they are.
base::Result<domain::Run> moveRun(Transaction &transaction, domain::Run run, domain::RunStatus to);

/// Moves it to held.
base::Result<domain::Run> holdRun(Transaction &transaction, domain::Run run, const domain::Hold &hold);
/// Cancels one that waits, marks one that runs. Conflict if it is over.
base::Result<domain::Run> cancelRun(Transaction &transaction, const domain::Run &run, const domain::Actor &by);
/// Not held any more: one that waits for a decision, or for a length of time to pass, has its turn at once. Audited.
/// Conflict for any other run.
base::Result<domain::Run> releaseRun(Transaction &transaction, const domain::Run &run, const domain::Actor &by);
/// A missed slot that waits for a decision is skipped. Audited. Conflict for any other run.
base::Result<domain::Run> dismissRun(Transaction &transaction, const domain::Run &run, const domain::Actor &by);
/// Its override reason is set: the windows have no say about it. Audited. Conflict for a run that waits no more.
base::Result<domain::Run> breakGlass(Transaction &transaction, const domain::Run &run, const domain::Actor &by,
                                     const QString &reason);
base::Status recordBreakGlass(Transaction &transaction, const domain::Run &run, const domain::Actor &by);
/// Somebody took note of a failure. Audited. Conflict for any other run.
base::Result<domain::Run> acknowledgeRun(Transaction &transaction, const domain::Run &run, const domain::Actor &by,
                                         const QString &note);
/// Takes that back. Audited.
base::Result<domain::Run> unacknowledgeRun(Transaction &transaction, const domain::Run &run, const domain::Actor &by);
/// Cancels all open runs of an automation; those that wait for a decision are dismissed.
base::Status cancelOpenRuns(Transaction &transaction, const base::AutomationId &automation, const domain::Actor &by);

} // namespace store
