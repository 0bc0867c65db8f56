// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/logtables.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qint64 applicationId = 0x53424c47; // "SBLG"
constexpr qint64 schemaVersion = 1;

/// AUTOINCREMENT: a number is never given twice, so that a decoded block can be remembered by number and line.
constexpr const char *schema = R"(
CREATE TABLE log(id INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE block(
    id INTEGER PRIMARY KEY,
    log INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    first_byte INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    codec INTEGER NOT NULL,
    data BLOB NOT NULL,
    UNIQUE(log, first_line)) STRICT;
CREATE TABLE tail(
    id INTEGER PRIMARY KEY,
    log INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    first_byte INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    codec INTEGER NOT NULL,
    data BLOB NOT NULL,
    UNIQUE(log, first_line)) STRICT;
PRAGMA application_id = 1396853831;
PRAGMA user_version = 1;
)";
static_assert(applicationId == 1396853831);

base::Error wrongFile(base::ErrorCode code, const QString &detail)
{
    return {.code = code, .context = u"the file of logs"_s, .detail = detail, .field = {}};
}

} // namespace

const char *LogTables::text(Sql which)
{
    switch (which) {
    case Sql::Begin:
        return "BEGIN";
    case Sql::BeginWrite:
        return "BEGIN IMMEDIATE";
    case Sql::Commit:
        return "COMMIT";
    case Sql::Rollback:
        return "ROLLBACK";
    case Sql::Version:
        return "PRAGMA data_version";
    case Sql::Log:
        return "SELECT id FROM log WHERE run = ?";
    case Sql::AddLog:
        return "INSERT INTO log(run) VALUES (?)";
    case Sql::BlockEnd:
        return "SELECT first_line + lines, first_byte + bytes FROM block WHERE log = ? ORDER BY first_line DESC LIMIT "
               "1";
    case Sql::TailEnd:
        return "SELECT first_line + lines, first_byte + bytes FROM tail WHERE log = ? ORDER BY first_line DESC LIMIT 1";
    case Sql::InsertBlock:
        return "INSERT INTO block(log, first_line, first_byte, lines, bytes, codec, data) VALUES (?, ?, ?, ?, ?, ?, ?)";
    case Sql::InsertTail:
        return "INSERT INTO tail(log, first_line, first_byte, lines, bytes, codec, data) VALUES (?, ?, ?, ?, ?, ?, ?)";
    case Sql::Tail:
        return "SELECT first_line, lines, bytes, codec, data FROM tail WHERE log = ? ORDER BY first_line";
    case Sql::RemoveTail:
        return "DELETE FROM tail WHERE log = ?";
    case Sql::MoveTail:
        return "INSERT INTO block(log, first_line, first_byte, lines, bytes, codec, data) "
               "SELECT log, first_line, first_byte, lines, bytes, codec, data FROM tail WHERE log = ?";
    case Sql::FindBlock:
        return "SELECT id, first_line, lines, bytes, codec FROM block WHERE log = ? AND first_line <= ? "
               "ORDER BY first_line DESC LIMIT 1";
    case Sql::FindTail:
        return "SELECT id, first_line, lines, bytes, codec FROM tail WHERE log = ? AND first_line <= ? "
               "ORDER BY first_line DESC LIMIT 1";
    case Sql::BlockData:
        return "SELECT data FROM block WHERE id = ?";
    case Sql::TailData:
        return "SELECT data FROM tail WHERE id = ?";
    case Sql::RemoveBlocks:
        return "DELETE FROM block WHERE log = ?";
    case Sql::RemoveLog:
        return "DELETE FROM log WHERE id = ?";
    case Sql::Count:
        break;
    }
    Q_UNREACHABLE();
}

base::Status LogTables::open(const QString &path, LogAccess access)
{
    m_access = access;
    CHECK(m_connection.open(path, access));
    const base::Status ready =
        access == LogAccess::Write ? openForWriting() : m_connection.execute("PRAGMA query_only = ON");
    if (!ready) {
        close();
        return ready;
    }
    if (access == LogAccess::Write) {
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    }
    return {};
}

base::Status LogTables::openForWriting()
{
    // In this order: another process may make the file between the two, and its tables never come before its id.
    TRY(const qint64 tables, m_connection.integer("SELECT count(*) FROM sqlite_schema"));
    TRY(const qint64 application, m_connection.integer("PRAGMA application_id"));
    if (tables == 0 && application == 0) {
        CHECK(create());
    } else if (application != applicationId) {
        return wrongFile(base::ErrorCode::Corrupt, u"it is a database, but not one of logs"_s);
    }
    TRY(const qint64 version, m_connection.integer("PRAGMA user_version"));
    if (version != schemaVersion) {
        return wrongFile(base::ErrorCode::Unsupported, u"it was written by a newer version (format %1)"_s.arg(version));
    }
    // secure_delete is on in Debian's SQLite and would write zeros over every tail row that became a block.
    return m_connection.execute("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 1000;"
                                "PRAGMA journal_size_limit = 33554432; PRAGMA secure_delete = FAST");
}

// Several processes that switch a new file at once refuse each other, and here SQLite does not wait on its own.
base::Status LogTables::switchToWal()
{
    constexpr std::chrono::seconds patience(2);
    constexpr unsigned long pauseMs = 10;
    const QDeadlineTimer deadline(patience);
    for (;;) {
        const base::Status done = m_connection.execute("PRAGMA journal_mode = WAL");
        if (done || done.error().code != base::ErrorCode::Unavailable || deadline.hasExpired()) {
            return done;
        }
        QThread::msleep(pauseMs);
    }
}

base::Status LogTables::create()
{
    // The page size must come first: it can't be changed any more in WAL mode.
    CHECK(m_connection.execute("PRAGMA page_size = 16384"));
    CHECK(switchToWal());
    CHECK(m_connection.execute("BEGIN IMMEDIATE"));
    // Another process may have been faster.
    const base::Result<qint64> version = m_connection.integer("PRAGMA user_version");
    const base::Status made = version && *version == 0 ? m_connection.execute(schema) : base::Status();
    const base::Status kept = made ? m_connection.execute("COMMIT") : made;
    if (!kept && m_connection.inTransaction()) {
        CHECK(m_connection.execute("ROLLBACK"));
    }
    return kept;
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
    return insert(Sql::InsertBlock, row);
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

base::Status LogTables::remove(const base::RunId &run)
{
    TRY(const qint64 log, logNumber(run));
    if (log == 0) {
        return {};
    }
    CHECK(this->run(Sql::RemoveBlocks, log));
    CHECK(this->run(Sql::RemoveTail, log));
    return this->run(Sql::RemoveLog, log);
}

} // namespace store
