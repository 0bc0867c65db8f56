// SPDX-License-Identifier: Apache-2.0
// What people decide about automations that live on two sides, inside the transaction that keeps it.
#pragma once

#include "app/store/mirrors/mirrors.h"
#include "app/store/transaction.h"

namespace store {

/// See Mirrors::resolve().
base::Status resolveConflict(Transaction &transaction, const base::AutomationId &automation, const Choice &choice,
                             const domain::Actor &by);
/// See Mirrors::publish().
base::Result<domain::Automation> publishAutomation(Transaction &transaction, const base::AutomationId &automation,
                                                   const base::ConnectionId &connection, const domain::Actor &by);

/// The automation lives here from now on, paused: its schedules were another system's.
base::Status bringHome(Transaction &transaction, const base::AutomationId &automation, const domain::Actor &by);
/// What is here is as it is there: edits that were not sent are given up.
base::Status takeTheirs(Transaction &transaction, const base::AutomationId &automation, const domain::Actor &by);

} // namespace store
