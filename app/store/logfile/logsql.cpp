// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/logsql.h"

#include <QFile>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr int busyMillis = 5000;

base::Error failure(base::ErrorCode code, const QString &detail, int result)
{
    return {.code = code,
            .context = u"the file of logs"_s,
            .detail = u"%1 (SQLite %2)"_s.arg(detail).arg(result),
            .field = {}};
}

/// The one place where SQLite's codes become ours.
base::Error sqliteError(int result)
{
    const QString text = QString::fromUtf8(sqlite3_errstr(result));
    switch (result & 0xff) {
    case SQLITE_FULL:
        return failure(base::ErrorCode::Unavailable, u"the disk is full"_s, result);
    case SQLITE_READONLY:
        return failure(base::ErrorCode::Unavailable, u"it may not be written"_s, result);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return failure(base::ErrorCode::Unavailable, u"another process holds it for too long"_s, result);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
    case SQLITE_NOLFS:
        return failure(base::ErrorCode::Unavailable, text, result);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return failure(base::ErrorCode::Corrupt, text, result);
    case SQLITE_CONSTRAINT:
        return failure(base::ErrorCode::Conflict, u"another process added lines to the same log"_s, result);
    default:
        return failure(base::ErrorCode::Internal, text, result);
    }
}

/// O_EXCL, because closing a descriptor of a file that SQLite has open elsewhere in the process drops its locks.
void makeFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) {
        ::close(file);
    }
}

int notePages(void *pages, sqlite3 *, const char *, int count)
{
    *static_cast<int *>(pages) = count;
    return SQLITE_OK;
}

} // namespace

void LogStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void LogStatement::bind(int place, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), place, value);
}

void LogStatement::bind(int place, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(m_statement.get(), place, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

void LogStatement::bind(int place, const QByteArray &bytes)
{
    sqlite3_bind_blob64(m_statement.get(), place, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                        SQLITE_STATIC);
}

base::Result<bool> LogStatement::step()
{
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW) {
        return true;
    }
    reset();
    if (result == SQLITE_DONE) {
        return false;
    }
    return sqliteError(result);
}

base::Status LogStatement::run()
{
    const base::Result<bool> stepped = step();
    return stepped ? base::Status() : base::Status(stepped.error());
}

void LogStatement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

qint64 LogStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArray LogStatement::bytes(int column) const
{
    return view(column).toByteArray();
}

QByteArrayView LogStatement::view(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column)};
}

void LogConnection::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

base::Status LogConnection::open(const QString &path, LogAccess access)
{
    if (access == LogAccess::Write) {
        makeFile(path);
    }
    sqlite3 *database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int result = sqlite3_open_v2(QFile::encodeName(path).constData(), &database, flags, nullptr);
    m_database.reset(database);
    if (result != SQLITE_OK) {
        m_database.reset();
        return sqliteError(result);
    }
    sqlite3_busy_timeout(database, busyMillis);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (access == LogAccess::Write) {
        sqlite3_wal_hook(database, notePages, &m_writtenPages);
    }
    return {};
}

base::Status LogConnection::execute(const char *sql)
{
    const int result = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
    return result == SQLITE_OK ? base::Status() : base::Status(sqliteError(result));
}

base::Result<LogStatement> LogConnection::prepare(const char *sql)
{
    sqlite3_stmt *raw = nullptr;
    const int result = sqlite3_prepare_v3(m_database.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    LogStatement statement;
    statement.m_statement.reset(raw);
    if (result != SQLITE_OK) {
        return sqliteError(result);
    }
    return statement;
}

base::Result<qint64> LogConnection::integer(const char *sql)
{
    TRY(LogStatement statement, prepare(sql));
    TRY(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

qint64 LogConnection::lastId() const
{
    return sqlite3_last_insert_rowid(m_database.get());
}

qint64 LogConnection::changes() const
{
    return sqlite3_changes64(m_database.get());
}

bool LogConnection::inTransaction() const
{
    return m_database && sqlite3_get_autocommit(m_database.get()) == 0;
}

bool LogConnection::isSuspect() const
{
    switch (sqlite3_errcode(m_database.get()) & 0xff) {
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return true;
    default:
        return false;
    }
}

} // namespace store
