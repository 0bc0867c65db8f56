// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/enginetable.h"

#include <QSysInfo>

#include <unistd.h>

namespace store {

base::Result<qint64> insertEngine(Connection &db, base::Instant now)
{
    return db.number("INSERT INTO engine (pid, host, started_at) VALUES (?, ?, ?) RETURNING id",
                     {qint64(::getpid()), QSysInfo::machineHostName(), qint64(base::toMillis(now))});
}

} // namespace store
