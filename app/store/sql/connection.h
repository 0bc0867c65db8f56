// SPDX-License-Identifier: Apache-2.0
// One SQLite connection and its statements, over SQLite's own interface. Values go in as a closed set of types, so that
// nothing is stored as something else by accident. Belongs to one thread at a time.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <typeindex>
#include <unordered_map>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

using Value = std::variant<std::monostate, bool, qint64, double, QString, QByteArray>;
using Values = std::vector<Value>;

Value orNull(const std::optional<base::Instant> &instant);
template <typename Number> Value orNull(const std::optional<Number> &number)
{
    return number ? Value(static_cast<qint64>(*number)) : Value();
}

class Connection;

/// A prepared statement with its values; goes back to its connection when it dies, and must not outlive it.
class Query
{
public:
    Query(Query &&other) noexcept;
    Query &operator=(Query &&) = delete;
    ~Query();

    /// The next row: true, or false at the end.
    base::Result<bool> next();

    bool isNull(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    std::optional<qint64> maybeInteger(int column) const;
    base::Instant instant(int column) const { return base::fromMillis(integer(column)); }
    std::optional<base::Instant> maybeInstant(int column) const;

private:
    friend class Connection;
    Query(Connection &connection, QByteArray sql, sqlite3_stmt *statement);
    base::Status bind(int index, const Value &value);

    Connection *m_connection;
    QByteArray m_sql;
    sqlite3_stmt *m_statement;
};

class Connection
{
public:
    enum class Mode { Write, Read };

    /// Opens an existing file (an empty one is a database too). Waits up to five seconds for locks of others.
    static base::Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    const QString &path() const { return m_path; }

    /// Prepares (once for each text) and binds.
    base::Result<Query> query(const QByteArray &sql, const Values &values = {});
    /// Runs one statement to its end; how many rows it changed.
    base::Result<int> run(const QByteArray &sql, const Values &values = {});
    /// Runs a text of several statements without values.
    base::Status script(const QByteArray &sql);
    /// The first column of the first row; Internal if there is none.
    base::Result<qint64> number(const QByteArray &sql, const Values &values = {});

    /// Reads all rows through `read`, a function from a row to a Result.
    template <typename Read>
    auto all(const QByteArray &sql, const Values &values, Read read)
        -> base::Result<QList<typename std::invoke_result_t<Read, const Query &>::value_type>>
    {
        QList<typename std::invoke_result_t<Read, const Query &>::value_type> rows;
        TRY(Query cursor, query(sql, values));
        for (;;) {
            TRY(const bool more, cursor.next());
            if (!more) {
                return rows;
            }
            TRY(auto row, read(cursor));
            rows.append(std::move(row));
        }
    }

    /// What a table remembers for as long as the connection lives, one of each type.
    template <typename Memory> Memory &memory()
    {
        std::shared_ptr<void> &kept = m_memories[typeid(Memory)];
        if (!kept) {
            kept = std::make_shared<Memory>();
        }
        return *static_cast<Memory *>(kept.get());
    }

    /// Whether a transaction is open; some errors end it on their own.
    bool inTransaction() const;
    /// Rows changed since the connection was opened.
    qint64 totalChanges() const;
    /// Writes the write-ahead file back when this is the last connection to close; off until somebody trusts the file.
    base::Status keepTidy(bool on);

    /// What went wrong since the last call that will go on going wrong: disk full, read-only, input/output errors.
    std::optional<base::Error> takeTrouble();
    /// Whether the connection met an input/output error, after which only a fresh one can be trusted.
    bool isBroken() const { return m_broken; }

private:
    friend class Query;
    Connection(QString path, sqlite3 *handle);
    base::Error failure();
    void giveBack(const QByteArray &sql, sqlite3_stmt *statement);

    QString m_path;
    sqlite3 *m_handle;
    QHash<QByteArray, sqlite3_stmt *> m_statements;
    std::unordered_map<std::type_index, std::shared_ptr<void>> m_memories;
    std::optional<base::Error> m_trouble;
    bool m_broken = false;
};

} // namespace store
