// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/logplaces.h"

namespace store {

using base::Result;

base::Status LogPlaces::want(const base::RunId &run)
{
    CHECK(m_db.run("INSERT INTO remote_log (run_id) VALUES (?) ON CONFLICT (run_id) DO NOTHING", {run.text()}));
    return {};
}

Result<std::optional<LogPlace>> LogPlaces::find(const base::RunId &run)
{
    TRY(Query row, m_db.query("SELECT next, lines, rest, complete FROM remote_log WHERE run_id = ?", {run.text()}));
    TRY(const bool found, row.next());
    if (!found) {
        return std::optional<LogPlace>();
    }
    return std::optional(
        LogPlace{.next = row.text(0), .lines = row.integer(1), .rest = row.bytes(2), .complete = row.flag(3)});
}

base::Status LogPlaces::save(const base::RunId &run, const LogPlace &place)
{
    CHECK(m_db.run(
        "UPDATE remote_log SET next = ?, lines = ?, rest = ?, complete = ? WHERE run_id = ?",
        {place.next, place.lines, place.rest.isNull() ? QByteArray("") : place.rest, place.complete, run.text()}));
    return {};
}

Result<QList<WantedLog>> LogPlaces::wanted(const base::ConnectionId &connection, int atMost)
{
    return m_db.all("SELECT run.id, run.remote_id, remote_log.next, run.finished_at IS NOT NULL"
                    " FROM remote_log JOIN run ON run.id = remote_log.run_id"
                    " WHERE remote_log.complete = 0 AND run.connection_id = ? AND run.remote_id IS NOT NULL"
                    " ORDER BY run.seq DESC LIMIT ?",
                    {connection.text(), qint64(atMost)}, [](const Query &row) -> Result<WantedLog> {
                        return WantedLog{.run = base::RunId(row.text(0)),
                                         .remoteId = row.text(1),
                                         .from = row.text(2),
                                         .over = row.flag(3)};
                    });
}

} // namespace store
