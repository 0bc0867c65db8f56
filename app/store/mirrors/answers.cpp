// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/answers.h"

#include "app/domain/reasons.h"
#include "app/store/connections/connectiontable.h"
#include "app/store/mirrors/homes.h"
#include "app/store/mirrors/mirrortable.h"
#include "app/store/mirrors/resolving.h"
#include "app/store/mirrors/seeing.h"
#include "app/store/mirrors/seenruns.h"
#include "app/store/tables/aftermath.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using domain::Automation;

base::Status recordTask(Transaction &transaction, const TaskRow &task, const QString &action, const domain::Actor &by)
{
    const QString subject = task.run.isEmpty() ? task.automation.text() : task.run.text();
    return record(transaction, {.by = by,
                                .action = action,
                                .subject = subject,
                                .detail = u"%1 of %2"_s.arg(taskWord(task.kind), base::isoUtc(task.madeAt))});
}

/// A run that was asked for and is not there: there is nothing left to ask about it.
base::Status endUnstarted(Transaction &transaction, const TaskRow &task, domain::RunStatus to, const QString &why)
{
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(task.run));
    for (const TaskRow &one : tasks) {
        CHECK(dropTask(transaction, one));
    }
    TRY(const std::optional<domain::Run> found, RunTable(transaction.db()).find(task.run));
    if (!found || domain::isFinal(found->status)) {
        return {};
    }
    domain::Run run = *found;
    run.reason = why;
    CHECK(endRun(transaction, run, to));
    return {};
}

/// Somebody wants the run of this task ended.
base::Result<std::optional<TaskRow>> cancelOf(Transaction &transaction, const TaskRow &task)
{
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(task.run));
    for (const TaskRow &one : tasks) {
        if (one.kind == TaskKind::Cancel) {
            return std::optional(one);
        }
    }
    return std::optional<TaskRow>();
}

/// Its removal is taken back: it is here again, as it was.
base::Status putBack(Transaction &transaction, const TaskRow &task, const domain::Actor &by)
{
    TRY(const QList<Automation> versions, AutomationTable(transaction.db()).versions(task.automation));
    TRY(std::optional<MirrorRow> mirror, MirrorTable(transaction.db()).of(task.automation));
    if (versions.isEmpty() || !mirror) {
        return {};
    }
    Automation back = versions.first();
    ++back.version;
    back.updatedAt = transaction.now();
    back.updatedBy = by.name;
    back.remoteId = mirror->remoteId;
    CHECK(AutomationTable(transaction.db()).insert(back));
    transaction.note(Table::Automations, ChangeKind::Inserted, back.id.text());
    mirror->removed = false;
    mirror->base = mirror->there();
    mirror->seen.reset();
    CHECK(MirrorTable(transaction.db()).save(*mirror));
    TRY(const bool disagreed, MirrorTable(transaction.db()).clearConflict(task.automation));
    if (disagreed) {
        transaction.note(Table::Conflicts, ChangeKind::Deleted, task.automation.text());
    }
    return takeTheirs(transaction, task.automation, by);
}

/// Of an automation that is not here any more. One that never came to be there need not be removed there.
base::Status dropLeftovers(Transaction &transaction, const TaskRow &task)
{
    CHECK(dropTask(transaction, task));
    TRY(const QList<TaskRow> others, OutboxTable(transaction.db()).of(task.automation));
    for (const TaskRow &other : others) {
        if (task.kind == TaskKind::Create && other.kind == TaskKind::Remove) {
            CHECK(dropTask(transaction, other));
        }
    }
    return {};
}

} // namespace

base::Status tookAutomation(Transaction &transaction, const TaskRow &task, const domain::RemoteAutomation &kept)
{
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(task.connection));
    return Seeing(transaction, home).took(task, kept);
}

base::Status tookRun(Transaction &transaction, const TaskRow &task, const domain::RemoteRun &started)
{
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(task.connection));
    return SeenRunsKeeper(transaction, home).took(task, started);
}

base::Status tookTask(Transaction &transaction, const TaskRow &task)
{
    CHECK(dropTask(transaction, task));
    return task.kind == TaskKind::Remove ? MirrorTable(transaction.db()).remove(task.automation) : base::Status();
}

base::Status letWait(Transaction &transaction, TaskRow task, TaskState as)
{
    if (task.kind == TaskKind::Run && as == TaskState::Waiting) {
        TRY(const std::optional<TaskRow> cancel, cancelOf(transaction, task));
        if (cancel) {
            return endUnstarted(transaction, task, domain::RunStatus::Cancelled,
                                domain::reason::cancelledBy(cancel->madeBy));
        }
    }
    const bool edits = task.kind == TaskKind::Create || task.kind == TaskKind::Update;
    TRY(const std::optional<Automation> local, AutomationTable(transaction.db()).find(task.automation));
    if (task.kind == TaskKind::Run && as == TaskState::Waiting && !local) {
        return refuse(transaction, task, base::notFound(u"its automation"_s));
    }
    if (edits && !local && as != TaskState::Unsure) {
        return dropLeftovers(transaction, task);
    }
    task.state = as;
    CHECK(OutboxTable(transaction.db()).save(task));
    noteOutbox(transaction, task.connection);
    return {};
}

base::Status postpone(Transaction &transaction, TaskRow task, const base::Error &error, base::Instant again)
{
    task.dueAt = again;
    task.error = error.message().simplified();
    return letWait(transaction, task, error.code == base::ErrorCode::Timeout ? TaskState::Unsure : TaskState::Waiting);
}

base::Status refuse(Transaction &transaction, TaskRow task, const base::Error &error)
{
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(task.connection));
    const QString why = u"%1: %2"_s.arg(home.name, error.message().simplified());
    switch (task.kind) {
    case TaskKind::Run:
        CHECK(dropTask(transaction, task));
        return endUnstarted(transaction, task, domain::RunStatus::Failed, domain::reason::notStarted(why));
    case TaskKind::Create:
    case TaskKind::Update:
    case TaskKind::Remove:
    case TaskKind::Cancel:
    case TaskKind::Decide:
        break;
    }
    task.error = why;
    return letWait(transaction, task, TaskState::Refused);
}

base::Status retryTask(Transaction &transaction, TaskRow task, const domain::Actor &by)
{
    if (task.state == TaskState::Asking) {
        return base::conflict(u"it is on its way: wait for the answer"_s);
    }
    if (task.state == TaskState::Refused) {
        task.state = TaskState::Waiting;
    }
    task.dueAt = transaction.now();
    CHECK(OutboxTable(transaction.db()).save(task));
    noteOutbox(transaction, task.connection);
    return recordTask(transaction, task, u"retry_task"_s, by);
}

base::Status giveUpTask(Transaction &transaction, const TaskRow &task, const domain::Actor &by)
{
    if (!task.isHere()) {
        return base::conflict(task.state == TaskState::Asking
                                  ? u"it is on its way: wait for the answer"_s
                                  : u"nobody knows whether it arrived: it is looked for first"_s);
    }
    CHECK(recordTask(transaction, task, u"give_up_task"_s, by));
    return discardTask(transaction, task, by);
}

base::Status discardTask(Transaction &transaction, const TaskRow &task, const domain::Actor &by)
{
    CHECK(dropTask(transaction, task));
    switch (task.kind) {
    case TaskKind::Create:
        return bringHome(transaction, task.automation, by);
    case TaskKind::Update:
        return takeTheirs(transaction, task.automation, by);
    case TaskKind::Remove:
        return putBack(transaction, task, by);
    case TaskKind::Run:
        return endUnstarted(transaction, task, domain::RunStatus::Cancelled, domain::reason::cancelledBy(by));
    case TaskKind::Cancel:
    case TaskKind::Decide:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace store
