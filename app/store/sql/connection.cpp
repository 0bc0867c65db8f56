// SPDX-License-Identifier: Apache-2.0
#include "app/store/sql/connection.h"

#include "app/store/sql/sqlerror.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qsizetype mostStatements = 100;
constexpr int lockWaitMs = 5000;

// holds(text, word): whether the word occurs in the text, whatever the case, in every script; LIKE knows ASCII only.
void holds(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto view = [](sqlite3_value *value) {
        const auto *text = static_cast<const char16_t *>(sqlite3_value_text16(value));
        return QStringView(text, text == nullptr ? 0 : sqlite3_value_bytes16(value) / 2);
    };
    const QStringView text = view(arguments[0]);
    sqlite3_result_int(context, text.contains(view(arguments[1]), Qt::CaseInsensitive) ? 1 : 0);
}

void harden(sqlite3 *handle)
{
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, lockWaitMs);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_create_function(handle, "holds", 2, SQLITE_UTF16 | SQLITE_DETERMINISTIC, nullptr, holds, nullptr, nullptr);
}

} // namespace

Value orNull(const std::optional<base::Instant> &instant)
{
    return instant ? Value(static_cast<qint64>(base::toMillis(*instant))) : Value();
}

Query::Query(Connection &connection, QByteArray sql, sqlite3_stmt *statement)
    : m_connection(&connection), m_sql(std::move(sql)), m_statement(statement)
{
}

Query::Query(Query &&other) noexcept
    : m_connection(other.m_connection),
      m_sql(std::move(other.m_sql)),
      m_statement(std::exchange(other.m_statement, nullptr))
{
}

Query::~Query()
{
    if (m_statement != nullptr) {
        m_connection->giveBack(m_sql, m_statement);
    }
}

base::Status Query::bind(int index, const Value &value)
{
    struct Binder
    {
        sqlite3_stmt *statement;
        int index;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
        int operator()(bool flag) const { return sqlite3_bind_int(statement, index, flag ? 1 : 0); }
        int operator()(qint64 number) const { return sqlite3_bind_int64(statement, index, number); }
        int operator()(double number) const { return sqlite3_bind_double(statement, index, number); }
        int operator()(const QString &text) const
        {
            const QByteArray utf8 = text.toUtf8();
            return sqlite3_bind_text64(statement, index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        int operator()(const QByteArray &bytes) const
        {
            return sqlite3_bind_blob64(statement, index, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                                       SQLITE_TRANSIENT);
        }
    };
    if (std::visit(Binder{m_statement, index}, value) != SQLITE_OK) {
        return m_connection->failure();
    }
    return {};
}

base::Result<bool> Query::next()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return m_connection->failure();
    }
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Query::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArray Query::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

std::optional<qint64> Query::maybeInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<base::Instant> Query::maybeInstant(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(instant(column));
}

base::Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    sqlite3 *handle = nullptr;
    // Each connection stays on one thread at a time, so SQLite's own mutexes are left out.
    const int flags = SQLITE_OPEN_NOMUTEX | (mode == Mode::Write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, flags, nullptr);
    if (code != SQLITE_OK) {
        const int extended = handle == nullptr ? code : sqlite3_extended_errcode(handle);
        sqlite3_close(handle);
        return sqlError(extended, path, QString::fromUtf8(sqlite3_errstr(code)));
    }
    harden(handle);
    return std::unique_ptr<Connection>(new Connection(path, handle));
}

Connection::Connection(QString path, sqlite3 *handle) : m_path(std::move(path)), m_handle(handle) {}

Connection::~Connection()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements)) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(m_handle);
}

base::Error Connection::failure()
{
    const int code = sqlite3_extended_errcode(m_handle);
    const base::Error error = sqlError(code, m_path, QString::fromUtf8(sqlite3_errmsg(m_handle)));
    if (isLasting(code)) {
        m_trouble = error;
        m_broken = m_broken || isInputOutput(code);
    }
    return error;
}

base::Result<Query> Connection::query(const QByteArray &sql, const Values &values)
{
    sqlite3_stmt *statement = m_statements.take(sql);
    if (statement == nullptr && sqlite3_prepare_v3(m_handle, sql.constData(), static_cast<int>(sql.size()),
                                                   SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
        return failure();
    }
    Query query(*this, sql, statement);
    int index = 0;
    for (const Value &value : values) {
        CHECK(query.bind(++index, value));
    }
    return query;
}

void Connection::giveBack(const QByteArray &sql, sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (m_statements.size() >= mostStatements || m_statements.contains(sql)) {
        sqlite3_finalize(statement);
    } else {
        m_statements.insert(sql, statement);
    }
}

base::Result<int> Connection::run(const QByteArray &sql, const Values &values)
{
    TRY(Query statement, query(sql, values));
    for (;;) {
        TRY(const bool more, statement.next());
        if (!more) {
            return sqlite3_changes(m_handle);
        }
    }
}

base::Status Connection::script(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return failure();
    }
    return {};
}

base::Result<qint64> Connection::number(const QByteArray &sql, const Values &values)
{
    TRY(Query statement, query(sql, values));
    TRY(const bool found, statement.next());
    if (!found) {
        return base::internal(u"no row from: %1"_s.arg(QString::fromUtf8(sql)));
    }
    return statement.integer(0);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

qint64 Connection::totalChanges() const
{
    return sqlite3_total_changes64(m_handle);
}

base::Status Connection::keepTidy(bool on)
{
    if (sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr) != SQLITE_OK) {
        return failure();
    }
    return {};
}

std::optional<base::Error> Connection::takeTrouble()
{
    return std::exchange(m_trouble, std::nullopt);
}

} // namespace store
