// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/logtables.h"

#include <QDeadlineTimer>
#include <QThread>

// What logs.db is made of, and what is asked of it.

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qint64 applicationId = 0x53424c47; // "SBLG"
constexpr qint64 schemaVersion = 2;
constexpr qint64 versionWithoutFilters = 1;

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
/// Version 2: what version 1 wrote stays as it is and has no filters.
constexpr const char *filterTable = R"(
CREATE TABLE filter(
    log INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    bits BLOB NOT NULL,
    PRIMARY KEY(log, first_line)) STRICT, WITHOUT ROWID;
PRAGMA user_version = 2;
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
    case Sql::AddFilter:
        return "INSERT INTO filter(log, first_line, lines, bits) VALUES (?, ?, ?, ?)";
    case Sql::Filters:
        return "SELECT first_line, lines, bits FROM filter WHERE log = ? AND first_line >= ? ORDER BY first_line";
    case Sql::RemoveLog:
        return "DELETE FROM log WHERE id = ?";
    default:
        return gapText(which);
    }
}

base::Status LogTables::openForReading()
{
    CHECK(m_connection.execute("PRAGMA query_only = ON"));
    TRY(const qint64 version, m_connection.integer("PRAGMA user_version"));
    m_hasFilters = version > versionWithoutFilters;
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
    CHECK(addFilters());
    TRY(const qint64 version, m_connection.integer("PRAGMA user_version"));
    if (version != schemaVersion) {
        return wrongFile(base::ErrorCode::Unsupported, u"it was written by a newer version (format %1)"_s.arg(version));
    }
    CHECK(makeRoomReturnable());
    // secure_delete is on in Debian's SQLite and would write zeros over every tail row that became a block.
    return m_connection.execute(
        "PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 33554432; PRAGMA secure_delete = FAST");
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

/// A file from before room was given back is written anew where that is quick. A big one stays as it is: its free room
/// is used again, but not given back.
base::Status LogTables::makeRoomReturnable()
{
    constexpr qint64 quick = 4096; // pages
    constexpr qint64 incremental = 2;
    TRY(const qint64 manner, m_connection.integer("PRAGMA auto_vacuum"));
    TRY(const qint64 pages, m_connection.integer("PRAGMA page_count"));
    if (manner == incremental || pages > quick) {
        return {};
    }
    // Not while another process writes; there will be another start.
    if (const base::Status anew = m_connection.execute("PRAGMA auto_vacuum = INCREMENTAL; VACUUM");
        !anew && m_connection.isSuspect()) {
        return anew;
    }
    return {};
}

base::Status LogTables::create()
{
    // These must come first: the page size can't be changed any more in WAL mode, nor the other one without a copy.
    CHECK(m_connection.execute("PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL"));
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

base::Status LogTables::addFilters()
{
    TRY(const qint64 before, m_connection.integer("PRAGMA user_version"));
    if (before != versionWithoutFilters) {
        return {};
    }
    CHECK(m_connection.execute("BEGIN IMMEDIATE"));
    // Another process may have been faster.
    const base::Result<qint64> version = m_connection.integer("PRAGMA user_version");
    const base::Status made =
        version && *version == versionWithoutFilters ? m_connection.execute(filterTable) : base::Status();
    const base::Status kept = made ? m_connection.execute("COMMIT") : made;
    if (!kept && m_connection.inTransaction()) {
        CHECK(m_connection.execute("ROLLBACK"));
    }
    return kept;
}

} // namespace store
