// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/logtables.h"

// How logs go: first nobody finds them any more, then their rows, then the room these took. Any of it may be cut short.

namespace store {

namespace {

// A hidden log has this and its number in place of a run.
constexpr qint64 keptFree = 256;   // pages: what is used again soon need not be given back
constexpr qint64 givenAtOnce = 64; // pages
constexpr qint64 incremental = 2;

} // namespace

const char *LogTables::removalText(Sql which)
{
    switch (which) {
    case Sql::Hide:
        return "UPDATE log SET run = 'removed:' || id WHERE run = ?";
    case Sql::Hidden:
        return "SELECT id FROM log WHERE run > 'removed:' AND run < 'removed;' LIMIT 1";
    case Sql::RemoveBlocks:
        return "DELETE FROM block WHERE id IN (SELECT id FROM block WHERE log = ? LIMIT 8)";
    case Sql::RemoveFilters:
        return "DELETE FROM filter WHERE log = ?1 AND first_line IN "
               "(SELECT first_line FROM filter WHERE log = ?1 LIMIT 32)";
    case Sql::CountLogs:
        return "SELECT count(*) FROM log WHERE run < 'removed:' OR run > 'removed;'";
    default:
        Q_UNREACHABLE();
    }
}

base::Status LogTables::hideAll(const QList<base::RunId> &runs)
{
    CHECK(begin());
    for (const base::RunId &run : runs) {
        TRY(LogStatement *const hidden, statement(Sql::Hide));
        hidden->bind(1, run.text());
        CHECK(hidden->run());
    }
    return commit();
}

base::Status LogTables::hide(const QList<base::RunId> &runs)
{
    // Whoever asked forgets about them then, so they must not come back when the power fails.
    CHECK(m_connection.execute("PRAGMA synchronous = FULL"));
    const base::Status hidden = hideAll(runs);
    if (!hidden) {
        rollback();
    }
    const base::Status asBefore = isOpen() ? m_connection.execute("PRAGMA synchronous = NORMAL") : base::Status();
    return hidden ? asBefore : hidden;
}

base::Result<qint64> LogTables::removed(Sql which, qint64 log)
{
    CHECK(run(which, log));
    return m_connection.changes();
}

/// A few rows of one hidden log; its own row last. False when there is no hidden log.
base::Result<bool> LogTables::removeSome()
{
    TRY(LogStatement *const hidden, statement(Sql::Hidden));
    TRY(const bool any, hidden->step());
    const qint64 log = any ? hidden->integer(0) : 0;
    hidden->reset();
    if (!any) {
        return false;
    }
    for (const Sql which : {Sql::RemoveBlocks, Sql::RemoveFilters, Sql::RemoveTail}) {
        TRY(const qint64 rows, removed(which, log));
        if (rows > 0) {
            return true;
        }
    }
    CHECK(run(Sql::RemoveLog, log));
    return true;
}

base::Result<bool> LogTables::reclaim(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    CHECK(begin());
    bool more = true;
    while (more && std::chrono::steady_clock::now() < until) {
        TRY(more, removeSome());
    }
    CHECK(commit());
    return !more;
}

base::Result<bool> LogTables::giveBack()
{
    TRY(const qint64 manner, m_connection.integer("PRAGMA auto_vacuum"));
    TRY(const qint64 free, m_connection.integer("PRAGMA freelist_count"));
    if (manner != incremental || free <= keptFree) {
        return true;
    }
    const QByteArray pages = QByteArray::number(std::min(givenAtOnce, free - keptFree));
    CHECK(m_connection.execute(("PRAGMA incremental_vacuum(" + pages + ")").constData()));
    return false;
}

base::Result<LogUsage> LogTables::usage()
{
    TRY(const qint64 page, m_connection.integer("PRAGMA page_size"));
    TRY(const qint64 pages, m_connection.integer("PRAGMA page_count"));
    TRY(const qint64 free, m_connection.integer("PRAGMA freelist_count"));
    TRY(LogStatement *const count, statement(Sql::CountLogs));
    TRY(const bool row, count->step());
    const qint64 logs = row ? count->integer(0) : 0;
    count->reset();
    return LogUsage{.logs = logs, .used = (pages - free) * page, .free = free * page};
}

} // namespace store
