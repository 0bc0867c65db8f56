// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/scheduletable.h"

#include <QJsonDocument>

namespace store {

namespace {

bool isKeyOfOne(const QString &key, const QList<domain::Trigger> &triggers)
{
    const QJsonObject form = QJsonDocument::fromJson(key.toUtf8()).object();
    const auto schedule = domain::scheduleFromJson(form, domain::Provenance::Store);
    return schedule && triggers.contains(domain::Trigger(*schedule));
}

} // namespace

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

base::Result<int> ScheduleTable::keepOnly(const base::AutomationId &automation, const QList<domain::Trigger> &triggers)
{
    TRY(const QStringList keys,
        m_db.all("SELECT key FROM schedule_position WHERE automation_id = ?", {automation.text()},
                 [](const Query &row) -> base::Result<QString> { return row.text(0); }));
    int forgotten = 0;
    for (const QString &key : keys) {
        if (!isKeyOfOne(key, triggers)) {
            TRY(const int deleted, m_db.run("DELETE FROM schedule_position WHERE automation_id = ? AND key = ?",
                                            {automation.text(), key}));
            forgotten += deleted;
        }
    }
    return forgotten;
}

} // namespace store
