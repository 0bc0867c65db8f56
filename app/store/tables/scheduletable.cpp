// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/scheduletable.h"

namespace store {

base::Result<QList<SchedulePosition>> ScheduleTable::all()
{
    return m_db.all("SELECT automation_id, key, planned_until FROM schedule_position ORDER BY automation_id, key", {},
                    [](const Query &row) -> base::Result<SchedulePosition> {
                        return SchedulePosition{base::AutomationId(row.text(0)), row.text(1), row.instant(2)};
                    });
}

base::Result<bool> ScheduleTable::move(const SchedulePosition &position)
{
    const QString automation = position.automation.text();
    TRY(const int changed,
        m_db.run("INSERT INTO schedule_position (automation_id, key, planned_until)"
                 " SELECT id, ?, ? FROM automation WHERE id = ?"
                 " ON CONFLICT (automation_id, key) DO UPDATE SET planned_until = excluded.planned_until"
                 " WHERE planned_until <> excluded.planned_until",
                 {position.key, qint64(base::toMillis(position.plannedUntil)), automation}));
    return changed > 0;
}

} // namespace store
