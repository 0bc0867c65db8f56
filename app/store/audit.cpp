// SPDX-License-Identifier: Apache-2.0
#include "app/store/audit.h"

#include "app/store/desk.h"
#include "app/store/tables/audittable.h"

namespace store {

QFuture<base::Result<QList<AuditEntry>>> Audit::page(const AuditQuery &query) const
{
    return m_desk.read([query](Transaction &transaction) { return readAudit(transaction.db(), query); });
}

QFuture<base::Result<AuditExport>> Audit::exported(std::optional<base::Instant> since) const
{
    return m_desk.read([since](Transaction &transaction) { return exportAudit(transaction.db(), since); });
}

QFuture<base::Result<qint64>> Audit::verify() const
{
    return m_desk.read([](Transaction &transaction) { return verifyAudit(transaction.db()); });
}

} // namespace store
