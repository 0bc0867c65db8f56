// SPDX-License-Identifier: Apache-2.0
// The rows of the audit. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/store/audit.h"
#include "app/store/transaction.h"

#include <QJsonObject>

namespace store {

/// Adds an entry, at the time of the transaction, to the end of the chain. Denied where whoever does it may not: the
/// last gate for everything that is audited, whichever door it came through.
base::Status record(Transaction &transaction, const AuditEntry &entry);
/// The same with the fields of two documents that differ.
base::Status record(Transaction &transaction, AuditEntry entry, const QJsonObject &before, const QJsonObject &after);

base::Result<QList<AuditEntry>> readAudit(Connection &db, const AuditQuery &query);
base::Result<AuditExport> exportAudit(Connection &db, std::optional<base::Instant> since);
/// See Audit::verify().
base::Result<qint64> verifyAudit(Connection &db);
/// Gives rows from before there was a chain their hashes. Part of a step of the schema.
base::Status chainAudit(Connection &db);

} // namespace store
