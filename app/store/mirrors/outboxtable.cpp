// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/outboxtable.h"

#include "app/base/wordtable.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;

constexpr base::WordTable<TaskKind, TaskKind::Decide> kindWords({{
    {TaskKind::Create, u"create"},
    {TaskKind::Update, u"update"},
    {TaskKind::Remove, u"remove"},
    {TaskKind::Run, u"run"},
    {TaskKind::Cancel, u"cancel"},
    {TaskKind::Decide, u"decide"},
}});
constexpr base::WordTable<TaskState, TaskState::Refused> stateWords({{
    {TaskState::Waiting, u"waiting"},
    {TaskState::Asking, u"asking"},
    {TaskState::Unsure, u"unsure"},
    {TaskState::Refused, u"refused"},
}});

constexpr qint64 fewAtATime = 100;

Result<TaskRow> readRow(const Query &row)
{
    // The table has a CHECK on both words.
    return TaskRow{.id = row.integer(0),
                   .connection = base::ConnectionId(row.text(1)),
                   .kind = kindWords.find(row.text(2)).value_or(TaskKind::Update),
                   .state = stateWords.find(row.text(3)).value_or(TaskState::Refused),
                   .automation = base::AutomationId(row.text(4)),
                   .run = base::RunId(row.text(5)),
                   .remoteId = row.text(6),
                   .document = QJsonDocument::fromJson(row.text(7).toUtf8()).object(),
                   .sentVersion = row.maybeInteger(8),
                   .madeAt = row.instant(9),
                   .madeBy = row.text(10),
                   .askedAt = row.maybeInstant(11),
                   .attempts = static_cast<int>(row.integer(12)),
                   .dueAt = row.instant(13),
                   .error = row.text(14)};
}

} // namespace

QString taskWord(TaskKind kind)
{
    return kindWords.of(kind);
}

QString taskStateWord(TaskState state)
{
    return stateWords.of(state);
}

Result<QList<TaskRow>> OutboxTable::some(const QByteArray &where, const Values &values)
{
    return m_db.all("SELECT id, connection_id, kind, state, automation_id, run_id, remote_id, document, sent_version,"
                    " made_at, made_by, asked_at, attempts, due_at, error FROM outbox " +
                        where,
                    values, readRow);
}

Result<std::optional<TaskRow>> OutboxTable::find(qint64 id)
{
    TRY(const QList<TaskRow> found, some("WHERE id = ?", {id}));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

Result<QList<TaskRow>> OutboxTable::all()
{
    return some("ORDER BY id", {});
}

Result<QList<TaskRow>> OutboxTable::of(const base::ConnectionId &connection)
{
    return some("WHERE connection_id = ? ORDER BY id", {connection.text()});
}

Result<QList<TaskRow>> OutboxTable::of(const base::AutomationId &automation)
{
    return some("WHERE automation_id = ? ORDER BY id", {automation.text()});
}

Result<QList<TaskRow>> OutboxTable::of(const base::RunId &run)
{
    return some("WHERE run_id = ? AND run_id <> '' ORDER BY id", {run.text()});
}

Result<QList<TaskRow>> OutboxTable::unsure(const base::ConnectionId &connection)
{
    return some("WHERE connection_id = ? AND state = 'unsure' ORDER BY id", {connection.text()});
}

Result<QList<TaskRow>> OutboxTable::due(const base::ConnectionId &connection, base::Instant now, qint64 after)
{
    return some("WHERE connection_id = ? AND id > ? AND state = 'waiting' AND due_at <= ? ORDER BY id LIMIT ?",
                {connection.text(), after, qint64(base::toMillis(now)), fewAtATime});
}

Result<std::optional<base::Instant>> OutboxTable::nextDue(const base::ConnectionId &connection, base::Instant now)
{
    TRY(Query row, m_db.query("SELECT min(due_at) FROM outbox WHERE connection_id = ? AND state IN ('waiting',"
                              " 'unsure') AND due_at > ?",
                              {connection.text(), qint64(base::toMillis(now))}));
    TRY(const bool found, row.next());
    return found ? row.maybeInstant(0) : std::nullopt;
}

Result<bool> OutboxTable::hasEarlier(const TaskRow &row)
{
    TRY(const qint64 earlier, m_db.number("SELECT count(*) FROM outbox WHERE automation_id = ? AND id < ?"
                                          " AND state <> 'refused' AND kind IN ('create', 'update', 'remove')",
                                          {row.automation.text(), row.id}));
    return earlier > 0;
}

base::Status OutboxTable::insert(const TaskRow &row)
{
    CHECK(m_db.run("INSERT INTO outbox (connection_id, kind, automation_id, run_id, remote_id, document, made_at,"
                   " made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                   {row.connection.text(), taskWord(row.kind), row.automation.text(), row.run.text(), row.remoteId,
                    QString::fromUtf8(QJsonDocument(row.document).toJson(QJsonDocument::Compact)),
                    qint64(base::toMillis(row.madeAt)), row.madeBy}));
    return {};
}

base::Status OutboxTable::save(const TaskRow &row)
{
    CHECK(m_db.run("UPDATE outbox SET state = ?, remote_id = ?, sent_version = ?, asked_at = ?, attempts = ?,"
                   " due_at = ?, error = ? WHERE id = ?",
                   {taskStateWord(row.state), row.remoteId, orNull(row.sentVersion), orNull(row.askedAt),
                    qint64(row.attempts), qint64(base::toMillis(row.dueAt)), row.error, row.id}));
    return {};
}

base::Status OutboxTable::remove(qint64 id)
{
    CHECK(m_db.run("DELETE FROM outbox WHERE id = ?", {id}));
    return {};
}

base::Status OutboxTable::makeDue(const base::ConnectionId &connection, base::Instant now)
{
    const qint64 at = base::toMillis(now);
    CHECK(m_db.run("UPDATE outbox SET due_at = ? WHERE connection_id = ? AND due_at > ?", {at, connection.text(), at}));
    return {};
}

Result<int> OutboxTable::recover()
{
    return m_db.run("UPDATE outbox SET state = 'unsure' WHERE state = 'asking'");
}

} // namespace store
