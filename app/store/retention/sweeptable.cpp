// SPDX-License-Identifier: Apache-2.0
#include "app/store/retention/sweeptable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

/// A run and what keeps it: its time, a mark, a question or notice on its way, a run it belongs to or that came of it.
constexpr char columns[] =
    "SELECT seq, id, queued_at, finished_at, log_bytes,"
    " finished_at IS NULL OR max(coalesce(planned_for, 0), finished_at) > ?"
    " OR EXISTS (SELECT 1 FROM log_mark WHERE run_id = run.id)"
    " OR EXISTS (SELECT 1 FROM approval WHERE run_id = run.id AND status = 'pending')"
    " OR EXISTS (SELECT 1 FROM notice WHERE run_id = run.id AND state <> 'told')"
    " OR EXISTS (SELECT 1 FROM run AS other WHERE other.id = run.parent_run_id AND other.finished_at IS NULL)"
    " OR id IN (SELECT parent_run_id FROM run WHERE finished_at IS NULL"
    "  AND status IN ('queued', 'held', 'awaiting_approval', 'running') AND parent_run_id IS NOT NULL)"
    " FROM run ";

base::Result<SweepRow> readRow(const Query &row)
{
    return SweepRow{.seq = row.integer(0),
                    .id = base::RunId(row.text(1)),
                    .queuedAt = row.instant(2),
                    .endedAt = row.maybeInstant(3),
                    .stays = row.flag(5),
                    .logBytes = row.integer(4)};
}

} // namespace

base::Result<QList<SweepRow>> SweepTable::read(const QByteArray &where, const Values &values)
{
    Values all{qint64(base::toMillis(m_now))};
    all.insert(all.end(), values.begin(), values.end());
    return m_db.all(columns + where, all, readRow);
}

base::Result<QString> SweepTable::nextAutomation(const QString &after)
{
    TRY(Query row, m_db.query("SELECT min(automation_id) FROM run WHERE automation_id > ?", {after}));
    TRY(const bool any, row.next());
    return any ? row.text(0) : QString();
}

base::Result<qint64> SweepTable::boundary(const QString &automation, qint64 count)
{
    TRY(Query row, m_db.query("SELECT seq FROM run WHERE automation_id = ? AND started_at IS NOT NULL"
                              " ORDER BY seq DESC LIMIT 1 OFFSET ?",
                              {automation, count - 1}));
    TRY(const bool any, row.next());
    return any ? row.integer(0) : beforeEveryRun;
}

base::Result<QList<SweepRow>> SweepTable::runs(const QString &automation, qint64 seq, int most)
{
    return read("WHERE automation_id = ? AND seq > ? ORDER BY seq LIMIT ?", {automation, seq, qint64(most)});
}

base::Result<QList<SweepRow>> SweepTable::runsWithLogs(int most)
{
    return read("WHERE finished_at IS NOT NULL AND log_bytes > 0 AND log_removed_at IS NULL ORDER BY seq LIMIT ?",
                {qint64(most)});
}

base::Status SweepTable::oweRemoval(const base::RunId &run)
{
    CHECK(m_db.run("INSERT INTO log_removal (run_id) VALUES (?) ON CONFLICT DO NOTHING", {run.text()}));
    return {};
}

base::Status SweepTable::remove(const SweepRow &run)
{
    CHECK(oweRemoval(run.id));
    for (const char *sql : {"DELETE FROM run_result WHERE run_id = ?", "DELETE FROM notice WHERE run_id = ?",
                            "DELETE FROM run WHERE id = ?"}) {
        CHECK(m_db.run(sql, {run.id.text()}));
    }
    CHECK(m_db.run("UPDATE counter SET value = value - 1 WHERE name = 'runs'"));
    return {};
}

base::Status SweepTable::giveUpLog(const SweepRow &run)
{
    CHECK(oweRemoval(run.id));
    CHECK(m_db.run("UPDATE run SET log_removed_at = ? WHERE id = ?", {qint64(base::toMillis(m_now)), run.id.text()}));
    return {};
}

base::Result<QList<base::RunId>> SweepTable::removals()
{
    return m_db.all("SELECT run_id FROM log_removal", {},
                    [](const Query &row) -> base::Result<base::RunId> { return base::RunId(row.text(0)); });
}

base::Status SweepTable::removalDone(const base::RunId &run)
{
    CHECK(m_db.run("DELETE FROM log_removal WHERE run_id = ?", {run.text()}));
    return {};
}

base::Status SweepTable::add(const Swept &more)
{
    if (!more.any()) {
        return {};
    }
    CHECK(m_db.run("UPDATE sweep SET too_old = too_old + ?, too_many = too_many + ?, logs = logs + ?,"
                   " bytes = bytes + ? WHERE id = 1",
                   {more.tooOld, more.tooMany, more.logs, more.bytes}));
    return {};
}

base::Result<Swept> SweepTable::take()
{
    Swept swept;
    {
        TRY(Query row, m_db.query("SELECT too_old, too_many, logs, bytes FROM sweep WHERE id = 1"));
        TRY(const bool any, row.next());
        if (any) {
            swept = {
                .tooOld = row.integer(0), .tooMany = row.integer(1), .logs = row.integer(2), .bytes = row.integer(3)};
        }
    }
    if (swept.any()) {
        CHECK(m_db.run("UPDATE sweep SET too_old = 0, too_many = 0, logs = 0, bytes = 0 WHERE id = 1"));
    }
    return swept;
}

} // namespace store
