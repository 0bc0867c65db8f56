// SPDX-License-Identifier: Apache-2.0
// What every change of an automation brings with it, inside the transaction that makes it. Nothing here tells a remote
// system; see mirrors/homes.h.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/rights/rights.h"
#include "app/store/transaction.h"

namespace store {

/// Whom it follows: somebody that is there, unless it is an old trigger, and never itself on a way round.
base::Status checkFollowed(Transaction &transaction, const domain::Automation &automation,
                           const QList<domain::Trigger> &before);

/// The version after `stored`. Audited.
base::Result<domain::Automation> saveVersion(Transaction &transaction, domain::Automation automation,
                                             const domain::Automation &stored, const domain::Actor &by);
/// A new one of this machine, checked. Audited.
base::Result<domain::Automation> insertHere(Transaction &transaction, domain::Automation automation,
                                            const domain::Actor &by, const QString &action);
/// A new one as it is, with version 1. Not audited.
base::Result<domain::Automation> insertAutomation(Transaction &transaction, domain::Automation automation,
                                                  const domain::Actor &by);
/// With what waits to run. Audited.
base::Status removeAutomation(Transaction &transaction, const domain::Automation &automation, const domain::Actor &by);
/// Only its row; versions and runs stay. Not audited.
base::Status forgetAutomation(Transaction &transaction, const base::AutomationId &id);

} // namespace store
