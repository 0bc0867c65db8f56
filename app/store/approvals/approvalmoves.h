// SPDX-License-Identifier: Apache-2.0
// What requests, decisions and changes of definitions do to runs, inside the transaction that makes them.
#pragma once

#include "app/domain/approvals/approval.h"
#include "app/domain/automation.h"
#include "app/domain/run.h"
#include "app/store/transaction.h"

namespace store {

/// See Approvals::ask().
base::Result<domain::Run> askFor(Transaction &transaction, const domain::Run &run, const domain::WindowDemand &window);
/// A run about to be started by this version of its automation: empty where it may, else the run, which people are
/// asked about now.
base::Result<std::optional<domain::Run>> heldBack(Transaction &transaction, const domain::Run &run, qint64 version);

/// Keeps the decided request, and lets its run go on or ends it.
base::Status settle(Transaction &transaction, const domain::Approval &decided);

/// The run of a request leaves the queue for another reason.
base::Status withdrawRequest(Transaction &transaction, const base::RunId &run, const QString &reason);
/// Requests about another definition than the automation has now are withdrawn and asked anew, or their runs go on
/// where nobody is to be asked any more.
base::Status askAnew(Transaction &transaction, const domain::Automation &automation);

} // namespace store
