// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/aftertable.h"

namespace store {

base::Result<QList<base::AutomationId>> AfterTable::followersOf(const base::AutomationId &id)
{
    return m_db.all(
        "SELECT follower_id FROM after_trigger WHERE automation_id = ? ORDER BY follower_id", {id.text()},
        [](const Query &row) -> base::Result<base::AutomationId> { return base::AutomationId(row.text(0)); });
}

base::Result<domain::Following> AfterTable::all()
{
    TRY(Query row, m_db.query("SELECT follower_id, automation_id FROM after_trigger ORDER BY automation_id"));
    domain::Following following;
    for (;;) {
        TRY(const bool more, row.next());
        if (!more) {
            return following;
        }
        following[base::AutomationId(row.text(0))].append(base::AutomationId(row.text(1)));
    }
}

base::Status AfterTable::save(const domain::Automation &automation)
{
    CHECK(m_db.run("DELETE FROM after_trigger WHERE follower_id = ?", {automation.id.text()}));
    for (const base::AutomationId &followed : domain::followedBy(automation)) {
        CHECK(m_db.run("INSERT INTO after_trigger (automation_id, follower_id) VALUES (?, ?)",
                       {followed.text(), automation.id.text()}));
    }
    return {};
}

} // namespace store
