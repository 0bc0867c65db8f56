// SPDX-License-Identifier: Apache-2.0
// The rows of the audit. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/store/audit.h"
#include "app/store/transaction.h"

namespace store {

/// Adds an entry, at the time of the transaction.
base::Status record(Transaction &transaction, const AuditEntry &entry);
base::Result<QList<AuditEntry>> readAudit(Connection &db, const AuditQuery &query);

} // namespace store
