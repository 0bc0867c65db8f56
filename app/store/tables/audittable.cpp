// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/audittable.h"

namespace store {

base::Status record(Transaction &transaction, const AuditEntry &entry)
{
    CHECK(transaction.db().run(
        "INSERT INTO audit (at, by, action, subject, detail) VALUES (?, ?, ?, ?, ?)",
        {qint64(base::toMillis(transaction.now())), entry.by, entry.action, entry.subject, entry.detail}));
    return {};
}

base::Result<QList<AuditEntry>> readAudit(Connection &db, const AuditQuery &query)
{
    QByteArray where = " WHERE 1 = 1";
    Values values;
    if (query.since) {
        where += " AND at >= ?";
        values.emplace_back(qint64(base::toMillis(*query.since)));
    }
    if (query.before) {
        where += " AND seq < ?";
        values.emplace_back(*query.before);
    }
    values.emplace_back(query.limit > 0 ? query.limit : -1);
    return db.all("SELECT seq, at, by, action, subject, detail FROM audit" + where + " ORDER BY seq DESC LIMIT ?",
                  values, [](const Query &row) -> base::Result<AuditEntry> {
                      return AuditEntry{.seq = row.integer(0),
                                        .at = row.instant(1),
                                        .by = row.text(2),
                                        .action = row.text(3),
                                        .subject = row.text(4),
                                        .detail = row.text(5)};
                  });
}

} // namespace store
