// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/logtables.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace store {

base::Status LogTables::open(const QString &path, LogAccess access)
{
    m_access = access;
    CHECK(m_connection.open(path, access));
    const base::Status ready = access == LogAccess::Write ? openForWriting() : openForReading();
    if (!ready) {
        close();
        return ready;
    }
    if (access == LogAccess::Write) {
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    }
    return {};
}

void LogTables::close()
{
    m_statements = {};
    m_connection.close();
}

base::Result<LogStatement *> LogTables::statement(Sql which)
{
    if (!isOpen()) {
        return base::unavailable(u"the file of logs"_s, u"it is not open"_s);
    }
    std::optional<LogStatement> &slot = m_statements[static_cast<size_t>(which)];
    if (!slot) {
        TRY(slot, m_connection.prepare(text(which)));
    }
    return &*slot;
}

base::Status LogTables::run(Sql which)
{
    TRY(LogStatement *const found, statement(which));
    return found->run();
}

base::Status LogTables::run(Sql which, qint64 log)
{
    TRY(LogStatement *const found, statement(which));
    found->bind(1, log);
    return found->run();
}

base::Status LogTables::begin()
{
    return run(m_access == LogAccess::Write ? Sql::BeginWrite : Sql::Begin);
}

base::Status LogTables::commit()
{
    return run(Sql::Commit);
}

void LogTables::rollback()
{
    const bool suspect = isOpen() && m_connection.isSuspect();
    const bool stuck = m_connection.inTransaction() && !run(Sql::Rollback);
    if (suspect || stuck) {
        close();
    }
}

base::Result<qint64> LogTables::version()
{
    TRY(LogStatement *const found, statement(Sql::Version));
    TRY(const bool row, found->step());
    const qint64 version = row ? found->integer(0) : 0;
    found->reset();
    return version;
}

base::Status LogTables::checkpoint()
{
    return m_connection.execute("PRAGMA wal_checkpoint(PASSIVE)");
}

base::Result<qint64> LogTables::logNumber(const base::RunId &run)
{
    TRY(LogStatement *const found, statement(Sql::Log));
    found->bind(1, run.text());
    TRY(const bool row, found->step());
    const qint64 number = row ? found->integer(0) : 0;
    found->reset();
    return number;
}

base::Result<LogInfo> LogTables::end(Sql which, qint64 log)
{
    TRY(LogStatement *const found, statement(which));
    found->bind(1, log);
    TRY(const bool row, found->step());
    const LogInfo info = row ? LogInfo{.lines = found->integer(0), .bytes = found->integer(1)} : LogInfo();
    found->reset();
    return info;
}

base::Result<LogExtent> LogTables::extent(const base::RunId &run)
{
    TRY(const qint64 log, logNumber(run));
    if (log == 0) {
        return LogExtent();
    }
    TRY(const LogInfo blocks, end(Sql::BlockEnd, log));
    TRY(const LogInfo tail, end(Sql::TailEnd, log));
    if (tail.lines <= blocks.lines) {
        return LogExtent{.log = log, .info = blocks, .tailBytes = 0};
    }
    return LogExtent{.log = log, .info = tail, .tailBytes = tail.bytes - blocks.bytes};
}

base::Result<qint64> LogTables::addLog(const base::RunId &run)
{
    TRY(LogStatement *const found, statement(Sql::AddLog));
    found->bind(1, run.text());
    CHECK(found->run());
    return m_connection.lastId();
}

base::Status LogTables::insert(Sql which, const LogRow &row)
{
    TRY(LogStatement *const found, statement(which));
    found->bind(1, row.log);
    found->bind(2, row.block.firstLine);
    found->bind(3, row.firstByte);
    found->bind(4, row.block.lines);
    found->bind(5, row.block.bytes);
    found->bind(6, static_cast<qint64>(row.block.codec));
    found->bind(7, row.block.data);
    return found->run();
}

base::Status LogTables::insertBlock(const LogRow &row)
{
    CHECK(insert(Sql::InsertBlock, row));
    if (row.filter.isEmpty()) {
        return {};
    }
    TRY(LogStatement *const found, statement(Sql::AddFilter));
    found->bind(1, row.log);
    found->bind(2, row.block.firstLine);
    found->bind(3, row.block.lines);
    found->bind(4, row.filter);
    return found->run();
}

base::Status LogTables::insertTail(const LogRow &row)
{
    return insert(Sql::InsertTail, row);
}

base::Result<QList<StoredBlock>> LogTables::tail(qint64 log)
{
    TRY(LogStatement *const found, statement(Sql::Tail));
    found->bind(1, log);
    QList<StoredBlock> rows;
    for (;;) {
        TRY(const bool row, found->step());
        if (!row) {
            return rows;
        }
        rows.append({.firstLine = found->integer(0),
                     .lines = found->integer(1),
                     .bytes = found->integer(2),
                     .codec = static_cast<int>(found->integer(3)),
                     .data = found->bytes(4)});
    }
}

base::Status LogTables::removeTail(qint64 log)
{
    return run(Sql::RemoveTail, log);
}

base::Status LogTables::moveTail(qint64 log)
{
    CHECK(run(Sql::MoveTail, log));
    return run(Sql::RemoveTail, log);
}

base::Result<LogPlace> LogTables::findIn(LogPlace::Table table, qint64 log, qint64 line)
{
    TRY(LogStatement *const found, statement(table == LogPlace::Table::Block ? Sql::FindBlock : Sql::FindTail));
    found->bind(1, log);
    found->bind(2, line);
    TRY(const bool row, found->step());
    if (!row) {
        return base::notFound(u"line %1"_s.arg(line));
    }
    const LogPlace place{.table = table,
                         .id = found->integer(0),
                         .block = {.firstLine = found->integer(1),
                                   .lines = found->integer(2),
                                   .bytes = found->integer(3),
                                   .codec = static_cast<int>(found->integer(4)),
                                   .data = {}}};
    found->reset();
    if (line - place.block.firstLine >= place.block.lines) {
        return base::notFound(u"line %1"_s.arg(line));
    }
    return place;
}

base::Result<LogPlace> LogTables::find(qint64 log, qint64 line)
{
    base::Result<LogPlace> place = findIn(LogPlace::Table::Block, log, line);
    if (!place && place.error().code == base::ErrorCode::NotFound) {
        return findIn(LogPlace::Table::Tail, log, line);
    }
    return place;
}

base::Result<QByteArray> LogTables::data(const LogPlace &place)
{
    TRY(LogStatement *const found, statement(place.table == LogPlace::Table::Block ? Sql::BlockData : Sql::TailData));
    found->bind(1, place.id);
    TRY(const bool row, found->step());
    if (!row) {
        return base::internal(u"a block of a log vanished inside a transaction"_s);
    }
    QByteArray data = found->bytes(0);
    found->reset();
    return data;
}

base::Result<qint64> LogTables::skipUnwanted(qint64 log, qint64 line, int blocks, const Wanted &wanted)
{
    if (!m_hasFilters) {
        return line;
    }
    TRY(LogStatement *const found, statement(Sql::Filters));
    found->bind(1, log);
    found->bind(2, line);
    for (; blocks > 0; --blocks) {
        TRY(const bool row, found->step());
        if (!row) {
            return line;
        }
        const qint64 lines = found->integer(1);
        if (found->integer(0) != line || lines < 1 || wanted(found->view(2))) {
            break;
        }
        line += lines;
    }
    found->reset();
    return line;
}

} // namespace store
