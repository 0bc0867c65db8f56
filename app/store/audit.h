// SPDX-License-Identifier: Apache-2.0
// Who did what, in order. A row is written in the transaction of the change it tells of; none is ever changed or
// removed, and each holds on to the one before by its hash.
#pragma once

#include "app/domain/audit/chain.h"

#include <QFuture>
#include <QList>

#include <optional>

namespace store {

class Desk;

using AuditEntry = domain::AuditEntry;

struct AuditQuery
{
    std::optional<base::Instant> since = {}; ///< Only entries from then on.
    std::optional<qint64> before = {};       ///< Only entries before this `seq`.
    QString words = {}; ///< Must occur in who, from where, what, subject or detail, whatever the case.
    qint64 limit = 100; ///< 0 is no limit.
};

/// Rows as they are exported.
struct AuditExport
{
    QByteArray text; ///< As domain::verifyExport() reads it.
    qint64 rows = 0;
};

/// Verbs may be called from any thread; their futures are finished on a thread of the store.
class Audit
{
public:
    explicit Audit(Desk &desk) : m_desk(desk) {}

    /// Newest first.
    QFuture<base::Result<QList<AuditEntry>>> page(const AuditQuery &query) const;
    /// Oldest first, with their hashes; all of them, or those from the first one at `since` on.
    QFuture<base::Result<AuditExport>> exported(std::optional<base::Instant> since) const;
    /// How many rows the chain has. Corrupt, naming the first row that does not fit.
    QFuture<base::Result<qint64>> verify() const;

private:
    Desk &m_desk;
};

} // namespace store
