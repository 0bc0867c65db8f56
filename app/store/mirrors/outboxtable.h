// SPDX-License-Identifier: Apache-2.0
// The rows of what waits to be sent. Used inside a transaction, on the thread of its connection to the file.
#pragma once

#include "app/store/mirrors/outbox.h"
#include "app/store/sql/connection.h"

#include <QJsonObject>

namespace store {

struct TaskRow
{
    qint64 id = 0;
    base::ConnectionId connection;
    TaskKind kind = TaskKind::Update;
    TaskState state = TaskState::Waiting;
    base::AutomationId automation;
    base::RunId run = {};
    QString remoteId = {};
    QJsonObject document = {};              ///< Of Decide: `verdict` and `comment`.
    std::optional<qint64> sentVersion = {}; ///< Of the automation.
    base::Instant madeAt = {};
    QString madeBy = {};
    std::optional<base::Instant> askedAt = {};
    int attempts = 0;
    base::Instant dueAt = {};
    QString error = {}; ///< Why it did not work the last time.

    /// Nothing of it is under way or may have arrived.
    bool isHere() const { return state == TaskState::Waiting || state == TaskState::Refused; }
};

class OutboxTable
{
public:
    explicit OutboxTable(Connection &db) : m_db(db) {}

    base::Result<std::optional<TaskRow>> find(qint64 id);
    /// All are in the order in which they were made.
    base::Result<QList<TaskRow>> all();
    base::Result<QList<TaskRow>> of(const base::ConnectionId &connection);
    base::Result<QList<TaskRow>> of(const base::AutomationId &automation);
    base::Result<QList<TaskRow>> of(const base::RunId &run);
    base::Result<QList<TaskRow>> unsure(const base::ConnectionId &connection);
    /// Those that wait and are due, a few at a time: with numbers after `after`.
    base::Result<QList<TaskRow>> due(const base::ConnectionId &connection, base::Instant now, qint64 after);
    /// When the first of those that wait for a time is due.
    base::Result<std::optional<base::Instant>> nextDue(const base::ConnectionId &connection, base::Instant now);
    /// Whether something about the same automation was left earlier and may still have to be done.
    base::Result<bool> hasEarlier(const TaskRow &row);

    base::Status insert(const TaskRow &row);
    base::Status save(const TaskRow &row);
    base::Status remove(qint64 id);
    /// Nothing of it waits for a time any more.
    base::Status makeDue(const base::ConnectionId &connection, base::Instant now);
    /// What was on its way is unsure.
    base::Result<int> recover();

private:
    base::Result<QList<TaskRow>> some(const QByteArray &where, const Values &values);

    Connection &m_db;
};

} // namespace store
