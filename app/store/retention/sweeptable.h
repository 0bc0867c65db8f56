// SPDX-License-Identifier: Apache-2.0
// What is asked of the rows when runs are swept. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/domain/retention/retention.h"
#include "app/store/retention/retention.h"
#include "app/store/sql/connection.h"

#include <optional>

namespace store {

/// A run as a sweep looks at it.
struct SweepRow
{
    qint64 seq = 0;
    base::RunId id;
    base::Instant queuedAt;
    std::optional<base::Instant> endedAt;
    bool stays = false; ///< Whatever its age.
    qint64 logBytes = 0;
};

class SweepTable
{
public:
    SweepTable(Connection &db, base::Instant now) : m_db(db), m_now(now) {}

    /// The automation that has runs and comes after `after`, by id; empty where there is none. It may be gone itself.
    base::Result<QString> nextAutomation(const QString &after);
    /// Only runs before this one may go: the first of the `count` newest ones that started. None may where there are
    /// not so many; all may where there is no automation any more and `count` is 0.
    base::Result<qint64> boundary(const QString &automation, qint64 count);
    /// The next `most` runs of an automation after `seq`, oldest first.
    base::Result<QList<SweepRow>> runs(const QString &automation, qint64 seq, int most);
    /// The oldest runs whose logs may be given up.
    base::Result<QList<SweepRow>> runsWithLogs(int most);

    base::Status remove(const SweepRow &run);
    base::Status giveUpLog(const SweepRow &run);
    base::Result<QList<base::RunId>> removals();
    base::Status removalDone(const base::RunId &run);
    /// Adds to what this sweep has removed.
    base::Status add(const Swept &more);
    /// What it has removed; it is nothing then.
    base::Result<Swept> take();

private:
    base::Status oweRemoval(const base::RunId &run);
    base::Result<QList<SweepRow>> read(const QByteArray &where, const Values &values);

    Connection &m_db;
    base::Instant m_now;
};

} // namespace store
