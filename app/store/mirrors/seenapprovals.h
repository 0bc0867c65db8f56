// SPDX-License-Identifier: Apache-2.0
// Requests for approval that wait at a remote system, about runs there: they stand in the queue here, too, and what is
// decided here is sent. Inside the transaction that keeps it.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/domain/connections/remote.h"
#include "app/store/transaction.h"

namespace store {

/// `pending` are all that wait there. Those that do no more are withdrawn here.
base::Status keepApprovals(Transaction &transaction, const domain::Connection &connection,
                           const QList<domain::RemoteApproval> &pending);
/// Keeps the decision, and leaves it to be sent. `run` is at a remote system.
base::Status decideThere(Transaction &transaction, const domain::Approval &decided, const domain::Run &run);

} // namespace store
