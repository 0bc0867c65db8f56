// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/outbox.h"

#include "app/store/desk.h"
#include "app/store/mirrors/answers.h"
#include "app/store/mirrors/homes.h"
#include "app/store/mirrors/outboxtable.h"
#include "app/store/mirrors/turns.h"
#include "app/store/tables/automationtable.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;

namespace {

/// Does `change` to the task where it is still there.
template <typename Change> QFuture<Result<void>> onTask(Desk &desk, qint64 id, Change change)
{
    return desk.write([id, change](Transaction &transaction) -> Result<void> {
        TRY(const std::optional<TaskRow> task, OutboxTable(transaction.db()).find(id));
        return task ? change(transaction, *task) : base::Status();
    });
}

/// The same of a task that somebody names.
template <typename Change> QFuture<Result<void>> onNamedTask(Desk &desk, qint64 id, Change change)
{
    return desk.write([id, change](Transaction &transaction) -> Result<void> {
        TRY(const std::optional<TaskRow> task, OutboxTable(transaction.db()).find(id));
        return task ? change(transaction, *task) : base::notFound(u"task %1"_s.arg(id));
    });
}

} // namespace

QFuture<Result<int>> Outbox::recover()
{
    return m_desk.write([](Transaction &transaction) { return OutboxTable(transaction.db()).recover(); });
}

QFuture<Result<NextTask>> Outbox::next(const base::ConnectionId &connection)
{
    return m_desk.read([connection](Transaction &transaction) { return nextTask(transaction, connection); });
}

QFuture<Result<bool>> Outbox::asking(OutboxTask task)
{
    return m_desk.write([task](Transaction &transaction) -> Result<bool> {
        OutboxTable table(transaction.db());
        TRY(std::optional<TaskRow> row, table.find(task.id));
        if (!row || row->state != TaskState::Waiting) {
            return false;
        }
        if (row->kind == TaskKind::Create || row->kind == TaskKind::Update) {
            TRY(const std::optional<domain::Automation> now, AutomationTable(transaction.db()).find(row->automation));
            if (!now || now->version != task.wanted.version) {
                return false;
            }
            row->sentVersion = now->version;
        }
        if (row->kind == TaskKind::Run) {
            row->remoteId = task.remoteId; // the automation may be gone before the answer comes
        }
        row->state = TaskState::Asking;
        row->askedAt = transaction.now();
        ++row->attempts;
        CHECK(table.save(*row));
        noteOutbox(transaction, row->connection);
        return true;
    });
}

QFuture<Result<void>> Outbox::done(qint64 task, domain::RemoteAutomation kept)
{
    return onTask(m_desk, task, [kept](Transaction &transaction, const TaskRow &row) {
        return tookAutomation(transaction, row, kept);
    });
}

QFuture<Result<void>> Outbox::done(qint64 task, domain::RemoteRun started)
{
    return onTask(m_desk, task, [started](Transaction &transaction, const TaskRow &row) {
        return tookRun(transaction, row, started);
    });
}

QFuture<Result<void>> Outbox::done(qint64 task)
{
    return onTask(m_desk, task, tookTask);
}

QFuture<Result<void>> Outbox::failed(qint64 task, base::Error error, std::optional<base::Instant> again)
{
    return onTask(m_desk, task, [error, again](Transaction &transaction, const TaskRow &row) {
        return again ? postpone(transaction, row, error, *again) : refuse(transaction, row, error);
    });
}

QFuture<Result<void>> Outbox::notFoundThere(qint64 task)
{
    return onTask(m_desk, task, [](Transaction &transaction, TaskRow row) -> base::Status {
        row.dueAt = transaction.now();
        return letWait(transaction, row, TaskState::Waiting);
    });
}

QFuture<Result<QList<OutboxEntry>>> Outbox::list(std::optional<base::ConnectionId> connection) const
{
    return m_desk.read([connection](Transaction &transaction) { return entriesOf(transaction, connection); });
}

QFuture<Result<void>> Outbox::retry(qint64 task, domain::Actor by)
{
    return onNamedTask(m_desk, task,
                       [by](Transaction &transaction, const TaskRow &row) { return retryTask(transaction, row, by); });
}

QFuture<Result<void>> Outbox::giveUp(qint64 task, domain::Actor by)
{
    return onNamedTask(m_desk, task,
                       [by](Transaction &transaction, const TaskRow &row) { return giveUpTask(transaction, row, by); });
}

} // namespace store
