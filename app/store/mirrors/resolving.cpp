// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/resolving.h"

#include "app/store/connections/connectiontable.h"
#include "app/store/mirrors/homes.h"
#include "app/store/mirrors/mirrortable.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationmoves.h"
#include "app/store/tables/automationtable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Automation;
using domain::Side;

QString sideWord(Side side)
{
    return side == Side::Local ? u"local"_s : u"remote"_s;
}

Result<QStringList> carriesOf(Transaction &transaction, const base::ConnectionId &connection)
{
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(connection));
    return home.account.capabilities.carries;
}

base::Status dropUnsent(Transaction &transaction, const base::AutomationId &automation, TaskKind kind)
{
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(automation));
    for (const TaskRow &task : tasks) {
        if (task.kind != kind) {
            continue;
        }
        if (!task.isHere()) {
            return base::conflict(u"it is on its way: wait for the answer"_s);
        }
        CHECK(dropTask(transaction, task));
    }
    return {};
}

base::Status resolveFields(Transaction &transaction, MirrorRow mirror, const Choice &choice, const domain::Actor &by)
{
    TRY(const Automation local, AutomationTable(transaction.db()).get(mirror.automation));
    TRY(const QStringList carries, carriesOf(transaction, mirror.connection));
    const Automation there = mirror.there();
    const domain::AutomationMerge merge = domain::merge(mirror.base, local, there, carries);
    QHash<QString, Side> choices = choice.fields;
    for (const domain::FieldConflict &conflict : merge.conflicts) {
        const QString field = domain::fieldText(conflict);
        choices.insert(field, choice.fields.value(field, choice.side));
    }
    TRY(Automation decided, domain::resolved(merge.merged, merge.conflicts, choices));
    mirror.base = there;
    mirror.seen.reset();
    CHECK(MirrorTable(transaction.db()).save(mirror));
    if (decided != local) {
        TRY(decided, saveVersion(transaction, decided, local, by));
    }
    return fitUpdate(transaction, decided, there, by);
}

base::Status resolveRemovedThere(Transaction &transaction, const MirrorRow &mirror, Side side, const domain::Actor &by)
{
    TRY(const Automation local, AutomationTable(transaction.db()).get(mirror.automation));
    CHECK(dropUnsent(transaction, mirror.automation, TaskKind::Update));
    CHECK(MirrorTable(transaction.db()).remove(mirror.automation));
    if (side == Side::Remote) {
        return removeAutomation(transaction, local, by);
    }
    Automation anew = local;
    anew.remoteId.clear();
    TRY(const Automation saved, saveVersion(transaction, anew, local, by));
    return sendCreate(transaction, saved, by);
}

base::Status resolveRemovedHere(Transaction &transaction, MirrorRow mirror, Side side, const domain::Actor &by)
{
    const Automation there = mirror.there();
    mirror.base = there;
    mirror.seen.reset();
    if (side == Side::Local) {
        return MirrorTable(transaction.db()).save(mirror); // its removal goes on
    }
    CHECK(dropUnsent(transaction, mirror.automation, TaskKind::Remove));
    TRY(const QList<Automation> versions, AutomationTable(transaction.db()).versions(mirror.automation));
    if (versions.isEmpty()) {
        return base::notFound(u"automation "_s + mirror.automation.text());
    }
    TRY(const QStringList carries, carriesOf(transaction, mirror.connection));
    Automation back = domain::afterSending(versions.first(), versions.first(), there, carries);
    back.connectionId = mirror.connection;
    back.remoteId = mirror.remoteId;
    back.version = versions.first().version + 1;
    back.updatedAt = transaction.now();
    back.updatedBy = by.name;
    CHECK(AutomationTable(transaction.db()).insert(back));
    transaction.note(Table::Automations, ChangeKind::Inserted, back.id.text());
    mirror.removed = false;
    return MirrorTable(transaction.db()).save(mirror);
}

base::Status settleOne(Transaction &transaction, const Conflict &conflict, const Choice &choice,
                       const domain::Actor &by)
{
    TRY(const std::optional<MirrorRow> mirror, MirrorTable(transaction.db()).of(conflict.automation));
    switch (conflict.what) {
    case Disagreement::Fields:
        return resolveFields(transaction, *mirror, choice, by);
    case Disagreement::RemovedThere:
        return resolveRemovedThere(transaction, *mirror, choice.side, by);
    case Disagreement::RemovedHere:
        return resolveRemovedHere(transaction, *mirror, choice.side, by);
    }
    Q_UNREACHABLE();
}

/// Nobody decides about what they did not see.
base::Status checkSeen(const Conflict &conflict, const Choice &choice)
{
    if (!choice.seen || *choice.seen == conflict.sides) {
        return {};
    }
    const bool here = choice.seen->local != conflict.sides.local;
    const bool there = choice.seen->remote != conflict.sides.remote;
    const QString where = here && there ? u"here and there"_s : here ? u"here"_s : u"there"_s;
    return base::conflict(u"%1 has changed %2 since it was looked at: look at it again"_s.arg(conflict.name, where));
}

/// `remote` for the whole, with the fields that are otherwise.
QString inWords(const Choice &choice)
{
    QStringList others;
    for (auto it = choice.fields.constBegin(); it != choice.fields.constEnd(); ++it) {
        if (*it != choice.side) {
            others.append(u"%1 %2"_s.arg(it.key(), sideWord(*it)));
        }
    }
    others.sort();
    return others.isEmpty() ? sideWord(choice.side) : sideWord(choice.side) + u", but "_s + others.join(u", "_s);
}

} // namespace

base::Status resolveConflict(Transaction &transaction, const base::AutomationId &automation, const Choice &choice,
                             const domain::Actor &by)
{
    MirrorTable table(transaction.db());
    TRY(const std::optional<Conflict> conflict, table.conflictOf(automation));
    if (!conflict) {
        return base::notFound(u"conflict about "_s + automation.text());
    }
    CHECK(checkSeen(*conflict, choice));
    CHECK(settleOne(transaction, *conflict, choice, by));
    CHECK(table.clearConflict(automation));
    transaction.note(Table::Conflicts, ChangeKind::Deleted, automation.text());
    noteOutbox(transaction, conflict->connection);
    return record(transaction, {.by = by,
                                .action = u"resolve"_s,
                                .subject = automation.text(),
                                .detail = u"%1: %2"_s.arg(conflict->name, inWords(choice))});
}

Result<Automation> publishAutomation(Transaction &transaction, const base::AutomationId &automation,
                                     const base::ConnectionId &connection, const domain::Actor &by)
{
    TRY(const Automation stored, AutomationTable(transaction.db()).get(automation));
    if (!stored.connectionId.isEmpty()) {
        return base::conflict(u"%1 lives at a remote system already"_s.arg(stored.name));
    }
    TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(connection));
    CHECK(domain::checkCan(home.account.capabilities, domain::Capability::Create, home.name));
    Automation published = stored;
    published.connectionId = connection;
    published.remoteId.clear();
    TRY(published, saveVersion(transaction, published, stored, by));
    CHECK(sendCreate(transaction, published, by));
    CHECK(record(transaction, {.by = by,
                               .action = u"publish"_s,
                               .subject = automation.text(),
                               .detail = u"%1 at %2"_s.arg(stored.name, home.name)}));
    return published;
}

base::Status bringHome(Transaction &transaction, const base::AutomationId &automation, const domain::Actor &by)
{
    TRY(const std::optional<Automation> stored, AutomationTable(transaction.db()).find(automation));
    if (!stored) {
        return {};
    }
    Automation local = *stored;
    local.connectionId = {};
    local.remoteId.clear();
    local.paused = true;
    CHECK(saveVersion(transaction, local, *stored, by));
    return {};
}

base::Status takeTheirs(Transaction &transaction, const base::AutomationId &automation, const domain::Actor &by)
{
    TRY(const std::optional<MirrorRow> mirror, MirrorTable(transaction.db()).of(automation));
    TRY(const std::optional<Automation> local, AutomationTable(transaction.db()).find(automation));
    if (!mirror || !local) {
        return {};
    }
    TRY(const QStringList carries, carriesOf(transaction, mirror->connection));
    const Automation theirs = domain::afterSending(*local, *local, mirror->base, carries);
    if (theirs != *local) {
        CHECK(saveVersion(transaction, theirs, *local, by));
    }
    return {};
}

} // namespace store
