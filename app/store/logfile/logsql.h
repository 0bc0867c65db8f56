// SPDX-License-Identifier: Apache-2.0
// SQLite's C API with owners and Results, no more. A connection and its statements belong to one thread at a time.
#pragma once

#include "app/base/result.h"

#include <QByteArray>

#include <memory>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

class LogStatement
{
public:
    /// Places count from 1. `bytes` is not copied and must live until reset().
    void bind(int place, qint64 value);
    void bind(int place, const QString &text);
    void bind(int place, const QByteArray &bytes);

    /// True when there is a row to read.
    base::Result<bool> step();
    /// Runs a statement without rows and resets it.
    base::Status run();
    void reset();

    /// Columns count from 0.
    qint64 integer(int column) const;
    QByteArray bytes(int column) const;
    /// Good until the next step() or reset().
    QByteArrayView view(int column) const;

private:
    friend class LogConnection;
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

enum class LogAccess { Read, Write };

class LogConnection
{
public:
    LogConnection() = default;
    LogConnection(const LogConnection &) = delete;
    LogConnection &operator=(const LogConnection &) = delete;

    /// Write makes the file (mode 0600) when it is missing, and copies nothing out of the write-ahead file unless it is
    /// told to. Unavailable when it can't be opened.
    base::Status open(const QString &path, LogAccess access);
    void close() { m_database.reset(); }
    bool isOpen() const { return m_database != nullptr; }

    base::Status execute(const char *sql);
    base::Result<LogStatement> prepare(const char *sql);
    /// The integer in the first row, for instance of a pragma.
    base::Result<qint64> integer(const char *sql);
    qint64 lastId() const;
    /// Rows changed by the last statement.
    qint64 changes() const;
    /// Whether a transaction is open (some errors end it without being asked).
    bool inTransaction() const;
    /// The last call failed on the disk or on what it read there.
    bool isSuspect() const;
    /// How many the write-ahead file had after the last commit; 0 when that was taken already.
    int takeWrittenPages() { return std::exchange(m_writtenPages, 0); }

private:
    struct Close
    {
        void operator()(sqlite3 *database) const;
    };
    int m_writtenPages = 0; ///< Outlives the database, which writes to it.
    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace store
