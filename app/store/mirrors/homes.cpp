// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/homes.h"

#include "app/domain/reasons.h"
#include "app/domain/sync/automationmerge.h"
#include "app/domain/sync/placeless.h"
#include "app/store/connections/connectiontable.h"
#include "app/store/mirrors/mirrortable.h"
#include "app/store/tables/aftermath.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/runtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

using base::Result;
using domain::Automation;
using domain::Capability;
using domain::Run;

namespace {

base::Status leave(Transaction &transaction, TaskRow task, const domain::Actor &by)
{
    task.madeAt = transaction.now();
    task.madeBy = by.name;
    CHECK(OutboxTable(transaction.db()).insert(task));
    noteOutbox(transaction, task.connection);
    return {};
}

/// The first of this kind for which `fits` holds.
template <typename Fits> std::optional<TaskRow> firstOf(const QList<TaskRow> &tasks, TaskKind kind, Fits fits)
{
    const auto found =
        std::find_if(tasks.begin(), tasks.end(), [&](const TaskRow &task) { return task.kind == kind && fits(task); });
    return found == tasks.end() ? std::nullopt : std::optional(*found);
}

std::optional<TaskRow> here(const QList<TaskRow> &tasks, TaskKind kind)
{
    return firstOf(tasks, kind, [](const TaskRow &task) { return task.isHere(); });
}

bool isUnderWay(const QList<TaskRow> &tasks, TaskKind kind)
{
    return firstOf(tasks, kind, [](const TaskRow &task) { return !task.isHere(); }).has_value();
}

/// A refused one is tried again with what changed.
base::Status tryAgain(Transaction &transaction, TaskRow task)
{
    if (task.state == TaskState::Refused) {
        task.state = TaskState::Waiting;
        task.error.clear();
        task.dueAt = transaction.now();
        CHECK(OutboxTable(transaction.db()).save(task));
        noteOutbox(transaction, task.connection);
    }
    return {};
}

/// Whoever looks at its conflict looks at another state of it now.
base::Status noteConflict(Transaction &transaction, const base::AutomationId &automation)
{
    TRY(const std::optional<Conflict> conflict, MirrorTable(transaction.db()).conflictOf(automation));
    if (conflict) {
        transaction.note(Table::Conflicts, ChangeKind::Updated, automation.text());
    }
    return {};
}

base::Status leaveUpdate(Transaction &transaction, const Automation &automation, const domain::Actor &by)
{
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(automation.id));
    for (const TaskKind kind : {TaskKind::Create, TaskKind::Update}) {
        if (const std::optional<TaskRow> task = here(tasks, kind)) {
            return tryAgain(transaction, *task); // what is sent is what stands here then
        }
    }
    return leave(transaction,
                 {.connection = automation.connectionId, .kind = TaskKind::Update, .automation = automation.id}, by);
}

/// What they disagree about may be something else, or nothing, after an edit.
base::Status renewConflict(Transaction &transaction, MirrorRow &mirror, const Automation &after,
                           const QStringList &carries)
{
    const domain::AutomationMerge merge = domain::merge(mirror.base, after, *mirror.seen, carries);
    MirrorTable table(transaction.db());
    if (merge.conflicts.isEmpty()) {
        mirror.base = *std::exchange(mirror.seen, std::nullopt);
        CHECK(table.save(mirror));
        CHECK(table.clearConflict(mirror.automation));
    } else {
        CHECK(table.setConflict(mirror.automation, Disagreement::Fields, merge.conflicts, transaction.now()));
    }
    transaction.note(Table::Conflicts, ChangeKind::Updated, mirror.automation.text());
    return {};
}

/// What stood in conflict with it there is not removed unseen: whoever removed it is asked about that as well.
base::Status removeUnderConflict(Transaction &transaction, const MirrorRow &mirror)
{
    MirrorTable table(transaction.db());
    TRY(const std::optional<Conflict> conflict, table.conflictOf(mirror.automation));
    if (!conflict) {
        return {};
    }
    const bool unseen = conflict->what == Disagreement::Fields && mirror.seen;
    if (unseen) {
        CHECK(table.setConflict(mirror.automation, Disagreement::RemovedHere, {}, transaction.now()));
    } else {
        CHECK(table.clearConflict(mirror.automation));
    }
    transaction.note(Table::Conflicts, unseen ? ChangeKind::Updated : ChangeKind::Deleted, mirror.automation.text());
    return {};
}

} // namespace

void noteOutbox(Transaction &transaction, const base::ConnectionId &connection)
{
    transaction.note(Table::Outbox, ChangeKind::Updated, connection.text());
}

base::Status dropTask(Transaction &transaction, const TaskRow &task)
{
    CHECK(OutboxTable(transaction.db()).remove(task.id));
    noteOutbox(transaction, task.connection);
    return {};
}

base::Status sendCreate(Transaction &transaction, const Automation &automation, const domain::Actor &by)
{
    return leave(transaction,
                 {.connection = automation.connectionId, .kind = TaskKind::Create, .automation = automation.id}, by);
}

base::Status fitUpdate(Transaction &transaction, const Automation &now, const Automation &there,
                       const domain::Actor &by)
{
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(now.connectionId));
    if (!domain::sameThere(now, there, home.account.capabilities.carries)) {
        return leaveUpdate(transaction, now, by);
    }
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(now.id));
    const std::optional<TaskRow> update = here(tasks, TaskKind::Update);
    return update && !isUnderWay(tasks, TaskKind::Update) ? dropTask(transaction, *update) : base::Status();
}

base::Status sendEdit(Transaction &transaction, const Automation &after, const Automation &before,
                      const domain::Actor &by)
{
    if (after.connectionId.isEmpty()) {
        return {};
    }
    CHECK(noteConflict(transaction, after.id));
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(after.connectionId));
    const domain::Capabilities &can = home.account.capabilities;
    if (before.paused != after.paused && !can.carries.contains("paused"_L1)) {
        return base::Error{.code = base::ErrorCode::Unsupported,
                           .context = {},
                           .detail = u"%1 can't pause its automations"_s.arg(home.name),
                           .field = u"paused"_s};
    }
    if (const QString field = domain::newlyPlaceless(before, after, can); !field.isEmpty()) {
        return base::Error{.code = base::ErrorCode::Unsupported,
                           .context = {},
                           .detail =
                               u"%1 has no place for %2: set here it would change nothing"_s.arg(home.name, field),
                           .field = field};
    }
    if (domain::sameThere(before, after, can.carries)) {
        return {}; // it concerns this side only
    }
    TRY(std::optional<MirrorRow> mirror, MirrorTable(transaction.db()).of(after.id));
    if (!mirror) {
        return leaveUpdate(transaction, after, by); // it is not there yet
    }
    CHECK(domain::checkCan(can, Capability::Update, home.name));
    if (mirror->seen) {
        CHECK(renewConflict(transaction, *mirror, after, can.carries));
    }
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(after.id));
    const auto wasSent = [](const TaskRow &task) { return task.sentVersion.has_value(); };
    if (firstOf(tasks, TaskKind::Update, wasSent)) {
        return leaveUpdate(transaction, after, by); // it may have arrived, and then what is there is not what was seen
    }
    return fitUpdate(transaction, after, mirror->base, by);
}

base::Status sendRemoval(Transaction &transaction, const Automation &automation, const domain::Actor &by)
{
    if (automation.connectionId.isEmpty()) {
        return {};
    }
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(automation.connectionId));
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(automation.id));
    for (const TaskRow &task : tasks) {
        if (task.isHere() && (task.kind == TaskKind::Create || task.kind == TaskKind::Update)) {
            CHECK(dropTask(transaction, task));
        }
    }
    MirrorTable table(transaction.db());
    TRY(std::optional<MirrorRow> mirror, table.of(automation.id));
    if (!mirror && !isUnderWay(tasks, TaskKind::Create)) {
        return {}; // it never came to be there
    }
    CHECK(domain::checkCan(home.account.capabilities, Capability::Delete, home.name));
    if (mirror) {
        mirror->removed = true;
        CHECK(table.save(*mirror));
        CHECK(removeUnderConflict(transaction, *mirror));
    }
    return leave(transaction,
                 {.connection = home.id,
                  .kind = TaskKind::Remove,
                  .automation = automation.id,
                  .remoteId = mirror ? mirror->remoteId : QString()},
                 by);
}

base::Status sendRestored(Transaction &transaction, Automation &automation, const std::optional<Automation> &stored,
                          const domain::Actor &by)
{
    if (stored) {
        automation.connectionId = stored->connectionId;
        automation.remoteId = stored->remoteId;
        return sendEdit(transaction, automation, *stored, by);
    }
    if (automation.connectionId.isEmpty()) {
        return {};
    }
    const Result<domain::Connection> home = ConnectionTable(transaction.db()).get(automation.connectionId);
    if (!home) {
        automation.connectionId = {};
        automation.remoteId.clear();
        automation.paused = true; // its schedules were not this machine's
        return {};
    }
    TRY(std::optional<MirrorRow> mirror, MirrorTable(transaction.db()).of(automation.id));
    if (!mirror) {
        automation.remoteId.clear();
        return sendCreate(transaction, automation, by);
    }
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(automation.id));
    const std::optional<TaskRow> removal = here(tasks, TaskKind::Remove);
    if (!removal) {
        return base::conflict(u"it is being removed at %1: wait until that is done"_s.arg(home->name));
    }
    CHECK(dropTask(transaction, *removal));
    mirror->removed = false;
    CHECK(MirrorTable(transaction.db()).save(*mirror));
    if (mirror->seen) { // what changed there meanwhile is not written over
        const QStringList &carries = home->account.capabilities.carries;
        automation = domain::merge(mirror->base, automation, *mirror->seen, carries).merged;
        CHECK(renewConflict(transaction, *mirror, automation, carries));
    }
    automation.remoteId = mirror->remoteId;
    return fitUpdate(transaction, automation, mirror->base, by);
}

Result<Run> handOver(Transaction &transaction, Run run, const Automation &automation)
{
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(automation.connectionId));
    CHECK(domain::checkCan(home.account.capabilities, Capability::Run, home.name));
    run.connectionId = home.id;
    run.reason = domain::reason::askedOf(home.name);
    run.automationVersion = automation.version;
    if (run.status == domain::RunStatus::Held) {
        TRY(run, moveRun(transaction, run, domain::RunStatus::Queued));
    } else {
        CHECK(RunTable(transaction.db()).save(run));
        transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    }
    CHECK(leave(transaction, {.connection = home.id, .kind = TaskKind::Run, .automation = automation.id, .run = run.id},
                run.requestedBy));
    return run;
}

Result<Run> cancelThere(Transaction &transaction, const Run &run, const domain::Actor &by)
{
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(run.id));
    if (const std::optional<TaskRow> unsent = here(tasks, TaskKind::Run)) {
        CHECK(dropTask(transaction, *unsent));
        Run cancelled = run;
        cancelled.reason = domain::reason::cancelledBy(by);
        return endRun(transaction, cancelled, domain::RunStatus::Cancelled);
    }
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(run.connectionId));
    CHECK(domain::checkCan(home.account.capabilities, Capability::Cancel, home.name));
    const bool asked =
        std::any_of(tasks.begin(), tasks.end(), [](const TaskRow &task) { return task.kind == TaskKind::Cancel; });
    if (!asked) {
        CHECK(RunTable(transaction.db()).setCancelRequest(run.id, by));
        CHECK(leave(transaction,
                    {.connection = home.id,
                     .kind = TaskKind::Cancel,
                     .automation = run.automationId,
                     .run = run.id,
                     .remoteId = run.remoteId},
                    by));
        transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    }
    return run;
}

} // namespace store
