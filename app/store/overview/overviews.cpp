// SPDX-License-Identifier: Apache-2.0
#include "app/store/overview/overviews.h"

#include "app/store/desk.h"
#include "app/store/tables/runrow.h"
#include "app/store/tables/runtable.h"

namespace store {

namespace {

using base::Result;
using domain::RunStatus;

/// Runs are read from the newest on; after so many older ones in a row none is looked for any more.
constexpr int mostOlder = 1000;

RunMark readMark(const Query &row)
{
    return {.id = base::RunId(row.text(0)),
            .automation = base::AutomationId(row.text(1)),
            .status = domain::statusFromWord(row.text(2)).value_or(RunStatus::Failed),
            .plannedFor = row.maybeInstant(3),
            .queuedAt = row.instant(4),
            .startedAt = row.maybeInstant(5),
            .finishedAt = row.maybeInstant(6),
            .caughtUp = row.flag(7)};
}

base::Status readMarks(Connection &db, base::Instant since, OverviewRows &rows)
{
    TRY(Query row, db.query("SELECT id, automation_id, status, planned_for, queued_at, started_at, finished_at,"
                            " caught_up FROM run ORDER BY seq DESC"));
    for (int older = 0; older < mostOlder;) {
        TRY(const bool more, row.next());
        if (!more) {
            return {};
        }
        if (rows.marks.size() == Overviews::mostMarks) {
            rows.wholeSince = rows.marks.constLast().at();
            return {};
        }
        const RunMark mark = readMark(row);
        older = mark.at() < since ? older + 1 : 0;
        if (older == 0) {
            rows.marks.append(mark);
        }
    }
    return {};
}

} // namespace

QFuture<Result<OverviewRows>> Overviews::rows(base::Instant since) const
{
    return m_desk.read([since](Transaction &transaction) -> Result<OverviewRows> {
        OverviewRows rows;
        CHECK(readMarks(transaction.db(), since, rows));
        RunTable table(transaction.db());
        TRY(rows.unnoted, table.unnoted(mostUnnoted));
        TRY(rows.waiting, table.open({RunStatus::Queued, RunStatus::Held, RunStatus::AwaitingApproval}));
        return rows;
    });
}

} // namespace store
