// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/runkeytable.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;

Result<std::optional<base::RunId>> RunKeyTable::find(const KeyOwner &owner, const RunKey &key)
{
    TRY(Query row, m_db.query("SELECT run_id, digest FROM run_key WHERE automation_id = ? AND asked_by = ? AND key = ?",
                              {owner.automation.text(), owner.askedBy, key.text}));
    TRY(const bool found, row.next());
    if (!found) {
        return std::optional<base::RunId>();
    }
    if (row.bytes(1) != key.digest) {
        return base::conflict(u"this key was given before, as %1, and with other arguments"_s.arg(row.text(0)))
            .inField(u"idempotency-key"_s);
    }
    return std::optional(base::RunId(row.text(0)));
}

base::Status RunKeyTable::insert(const KeyOwner &owner, const RunKey &key, const base::RunId &run)
{
    CHECK(m_db.run("INSERT INTO run_key (automation_id, asked_by, key, run_id, digest) VALUES (?, ?, ?, ?, ?)",
                   {owner.automation.text(), owner.askedBy, key.text, run.text(), key.digest}));
    return {};
}

} // namespace store
