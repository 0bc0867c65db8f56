// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/pausetable.h"

namespace store {

base::Result<AllPaused> readAllPaused(Connection &db)
{
    TRY(Query row, db.query("SELECT paused, by, at FROM pause"));
    TRY(const bool found, row.next());
    if (!found) {
        return AllPaused{};
    }
    return AllPaused{.state = row.flag(0) ? Pausing::On : Pausing::Off, .by = row.text(1), .at = row.instant(2)};
}

base::Status writeAllPaused(Connection &db, const AllPaused &paused)
{
    CHECK(db.run("INSERT INTO pause (id, paused, by, at) VALUES (1, ?, ?, ?)"
                 " ON CONFLICT (id) DO UPDATE SET paused = excluded.paused, by = excluded.by, at = excluded.at",
                 {paused.state == Pausing::On, paused.by, qint64(base::toMillis(paused.at))}));
    return {};
}

} // namespace store
