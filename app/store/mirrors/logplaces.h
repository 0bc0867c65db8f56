// SPDX-License-Identifier: Apache-2.0
// How far the logs of runs have been fetched from where they ran. Used inside a transaction, on the thread of its
// connection to the file.
#pragma once

#include "app/store/mirrors/mirrors.h"
#include "app/store/sql/connection.h"

namespace store {

struct LogPlace
{
    QString next;
    qint64 lines = 0; ///< That many lines came before `next`.
    QByteArray rest;  ///< What came before `next` and has no line end yet.
    bool complete = false;
};

class LogPlaces
{
public:
    explicit LogPlaces(Connection &db) : m_db(db) {}

    /// It is to be fetched. Nothing where that is known.
    base::Status want(const base::RunId &run);
    /// Empty where it is not to be fetched.
    base::Result<std::optional<LogPlace>> find(const base::RunId &run);
    base::Status save(const base::RunId &run, const LogPlace &place);
    base::Result<QList<WantedLog>> wanted(const base::ConnectionId &connection, int atMost);

private:
    Connection &m_db;
};

/// Adds a part to the log of a run, and remembers how far that is. See Mirrors::saveLog(). The thread of the caller has
/// an event loop.
QFuture<base::Result<void>> saveLogPart(Desk &desk, Logs &logs, const base::RunId &run, const domain::LogPart &part);

} // namespace store
