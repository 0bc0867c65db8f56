// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/evidencetable.h"

#include "app/store/tables/runrow.h"

namespace store {

namespace {

using base::Result;
using domain::Run;

constexpr qint64 mostEarlier = 200;
constexpr qint64 mostEngines = 3;

qint64 millis(base::Instant instant)
{
    return base::toMillis(instant);
}

} // namespace

Result<std::optional<Run>> EvidenceTable::one(const QByteArray &where, const Values &values)
{
    TRY(Query row, m_db.query("SELECT " + runColumns() + " FROM run WHERE " + where, values));
    TRY(const bool found, row.next());
    if (!found) {
        return std::optional<Run>();
    }
    TRY(Run run, readRun(row));
    return std::optional(std::move(run));
}

Result<std::optional<Run>> EvidenceTable::ofSlot(const base::AutomationId &automation, base::Instant slot)
{
    return one("automation_id = ? AND planned_for = ?", {automation.text(), millis(slot)});
}

Result<std::optional<Run>> EvidenceTable::afterSlot(const base::AutomationId &automation, base::Instant slot)
{
    return one("automation_id = ? AND planned_for > ? ORDER BY planned_for LIMIT 1", {automation.text(), millis(slot)});
}

/// Rows are made in the order of time but for a clock that was set back, so the place is found by bisection.
Result<std::optional<qint64>> EvidenceTable::lastMadeUntil(const base::AutomationId &automation, base::Instant until)
{
    TRY(qint64 low, m_db.number("SELECT coalesce(min(seq), 0) FROM run WHERE automation_id = ?", {automation.text()}));
    TRY(qint64 high, m_db.number("SELECT coalesce(max(seq), 0) FROM run WHERE automation_id = ?", {automation.text()}));
    std::optional<qint64> found;
    while (low <= high && low > 0) {
        const qint64 middle = low + (high - low) / 2;
        TRY(Query row, m_db.query("SELECT seq, queued_at FROM run WHERE automation_id = ? AND seq <= ?"
                                  " ORDER BY seq DESC LIMIT 1",
                                  {automation.text(), middle}));
        TRY(const bool any, row.next());
        if (any && row.instant(1) > until) {
            high = row.integer(0) - 1;
        } else {
            found = any ? row.integer(0) : found;
            low = middle + 1;
        }
    }
    return found;
}

Result<QList<Run>> EvidenceTable::madeUntil(const base::AutomationId &automation, base::Instant until)
{
    TRY(const std::optional<qint64> last, lastMadeUntil(automation, until));
    if (!last) {
        return QList<Run>();
    }
    return m_db.all("SELECT " + runColumns() +
                        " FROM run WHERE automation_id = ? AND seq <= ? ORDER BY seq DESC LIMIT ?",
                    {automation.text(), *last, mostEarlier}, readRun);
}

Result<QList<base::Instant>> EvidenceTable::enginesAround(base::Instant instant)
{
    const auto read = [](const Query &row) -> Result<base::Instant> { return row.instant(0); };
    TRY(QList<base::Instant> engines,
        m_db.all("SELECT started_at FROM engine WHERE started_at <= ? ORDER BY started_at DESC LIMIT 1",
                 {millis(instant)}, read));
    TRY(const QList<base::Instant> later,
        m_db.all("SELECT started_at FROM engine WHERE started_at > ? ORDER BY started_at LIMIT ?",
                 {millis(instant), mostEngines}, read));
    return engines + later;
}

} // namespace store
