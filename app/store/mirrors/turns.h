// SPDX-License-Identifier: Apache-2.0
// Whose turn it is in the outbox, and why it is nobody else's. Reads only, inside a transaction.
#pragma once

#include "app/store/mirrors/outbox.h"
#include "app/store/transaction.h"

namespace store {

/// See Outbox::next().
base::Result<NextTask> nextTask(Transaction &transaction, const base::ConnectionId &connection);
/// See Outbox::list().
base::Result<QList<OutboxEntry>> entriesOf(Transaction &transaction,
                                           const std::optional<base::ConnectionId> &connection);

} // namespace store
