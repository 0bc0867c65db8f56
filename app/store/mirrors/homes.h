// SPDX-License-Identifier: Apache-2.0
// What changes and runs of automations that live elsewhere leave to be sent, inside the transaction that makes them.
// Nothing for those of this machine. Unsupported where the system can't do it: then the change is not made here either.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/domain/rights/rights.h"
#include "app/domain/run.h"
#include "app/store/mirrors/outboxtable.h"
#include "app/store/transaction.h"

namespace domain {
struct Automation;
}

namespace store {

/// After it was saved.
base::Status sendEdit(Transaction &transaction, const domain::Automation &after, const domain::Automation &before,
                      const domain::Actor &by);
/// Before it is removed here.
base::Status sendRemoval(Transaction &transaction, const domain::Automation &automation, const domain::Actor &by);
/// Before an old version is saved as the newest: gives it the home that it has now. One that was removed there, too, is
/// made there anew; one whose connection is gone is a paused one of this machine.
base::Status sendRestored(Transaction &transaction, domain::Automation &automation,
                          const std::optional<domain::Automation> &stored, const domain::Actor &by);
/// It is to be made there.
base::Status sendCreate(Transaction &transaction, const domain::Automation &automation, const domain::Actor &by);
/// What is here is to be sent, unless it is the same there by now.
base::Status fitUpdate(Transaction &transaction, const domain::Automation &here, const domain::Automation &there,
                       const domain::Actor &by);

/// A run that may start is asked for there: it waits on, in the name of the connection.
base::Result<domain::Run> handOver(Transaction &transaction, domain::Run run, const domain::Automation &automation);
/// One that was not sent yet is cancelled; else they are asked to.
base::Result<domain::Run> cancelThere(Transaction &transaction, const domain::Run &run, const domain::Actor &by);

/// The task is not to be done any more.
base::Status dropTask(Transaction &transaction, const TaskRow &task);
void noteOutbox(Transaction &transaction, const base::ConnectionId &connection);

} // namespace store
