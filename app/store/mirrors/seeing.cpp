// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/seeing.h"

#include "app/store/mirrors/homes.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationmoves.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/scheduletable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

using base::Result;
using domain::Automation;
using domain::RemoteAutomation;

namespace {

const QByteArray goneDigest = "gone"; // whatever is seen of it later is news

/// As it is kept beside ours: nothing of it is of a row here.
Automation plain(const RemoteAutomation &remote)
{
    Automation automation = remote.automation;
    automation.id = {};
    automation.connectionId = {};
    automation.remoteId.clear();
    return automation;
}

/// What was sent: the version that stood here then, also where it was edited or removed since.
Result<Automation> sentBy(Transaction &transaction, const TaskRow &task)
{
    AutomationTable table(transaction.db());
    if (task.sentVersion) {
        return table.version(task.automation, *task.sentVersion);
    }
    TRY(const QList<Automation> versions, table.versions(task.automation));
    return versions.isEmpty() ? base::notFound(u"automation "_s + task.automation.text())
                              : Result<Automation>(versions.first());
}

} // namespace

Seeing::Seeing(Transaction &transaction, domain::Connection connection)
    : m_transaction(transaction),
      m_connection(std::move(connection)),
      m_actor(domain::actorName(m_connection)),
      m_mirrors(transaction.db())
{
}

Result<SeenAutomations> Seeing::see(const QList<RemoteAutomation> &page)
{
    TRY(m_lost, OutboxTable(m_transaction.db()).unsure(m_connection.id));
    m_lost.removeIf([](const TaskRow &task) { return task.kind != TaskKind::Create; });
    for (const RemoteAutomation &remote : page) {
        CHECK(seeOne(remote));
    }
    CHECK(audit());
    return m_seen;
}

base::Status Seeing::seeOne(const RemoteAutomation &remote)
{
    if (const base::Status sound = checkStorable(remote.automation); !sound) {
        m_seen.unsound.append(u"%1: %2"_s.arg(remote.automation.name, sound.error().message()));
        return {};
    }
    TRY(const QByteArray digest, m_mirrors.digest(m_connection.id, remote.remoteId));
    if (digest.isEmpty()) {
        return add(remote);
    }
    if (digest == digestOf(plain(remote))) {
        return {};
    }
    TRY(const std::optional<MirrorRow> mirror, m_mirrors.find(m_connection.id, remote.remoteId));
    if (!mirror) {
        return {}; // there was a digest, so that there is one
    }
    return mirror->removed ? compareRemoved(*mirror, remote) : compare(*mirror, remote);
}

/// The one that was asked for from here, where the answer was lost: its name and kind are all there is to know it by.
Result<std::optional<TaskRow>> Seeing::lostCreation(const RemoteAutomation &remote)
{
    for (qsizetype i = 0; i < m_lost.size(); ++i) {
        TRY(const Automation sent, sentBy(m_transaction, m_lost.at(i)));
        if (sent.name == remote.automation.name && sent.type == remote.automation.type) {
            return std::optional(m_lost.takeAt(i));
        }
    }
    return std::optional<TaskRow>();
}

base::Status Seeing::add(const RemoteAutomation &remote)
{
    TRY(const std::optional<TaskRow> ours, lostCreation(remote));
    if (ours) {
        ++m_seen.adopted;
        return adopt(*ours, remote);
    }
    Automation automation = plain(remote);
    automation.id = base::AutomationId::make();
    automation.connectionId = m_connection.id;
    automation.remoteId = remote.remoteId;
    CHECK(insertAutomation(m_transaction, automation, m_actor));
    CHECK(m_mirrors.insert({.automation = automation.id,
                            .connection = m_connection.id,
                            .remoteId = remote.remoteId,
                            .base = plain(remote),
                            .digest = digestOf(plain(remote))}));
    ++m_seen.added;
    return {};
}

/// It was made as it was sent; whatever is otherwise was changed there since.
base::Status Seeing::adopt(const TaskRow &task, const RemoteAutomation &remote)
{
    RemoteAutomation asSent = remote;
    TRY(asSent.automation, sentBy(m_transaction, task));
    CHECK(tookCreate(task, asSent));
    TRY(const std::optional<MirrorRow> mirror, m_mirrors.find(m_connection.id, remote.remoteId));
    if (!mirror) {
        return {};
    }
    return mirror->removed ? compareRemoved(*mirror, remote) : compare(*mirror, remote);
}

base::Status Seeing::keepHere(Automation automation, const Automation &stored)
{
    CHECK(ScheduleTable(m_transaction.db()).keepOnly(automation.id, automation.triggers));
    CHECK(saveVersion(m_transaction, std::move(automation), stored, m_actor));
    ++m_seen.changed;
    return {};
}

/// Of an update whose answer was lost, what arrived is no change of theirs.
Result<Automation> Seeing::baseOf(const MirrorRow &mirror, const Automation &there)
{
    TRY(const QList<TaskRow> tasks, OutboxTable(m_transaction.db()).of(mirror.automation));
    for (const TaskRow &task : tasks) {
        if (task.kind == TaskKind::Update && task.sentVersion) {
            TRY(const Automation sent, sentBy(m_transaction, task));
            return domain::baseAfter(mirror.base, sent, there, carries());
        }
    }
    return mirror.base;
}

base::Status Seeing::compare(MirrorRow mirror, const RemoteAutomation &remote)
{
    const Automation there = plain(remote);
    TRY(const Automation base, baseOf(mirror, there));
    TRY(const Automation local, AutomationTable(m_transaction.db()).get(mirror.automation));
    const domain::AutomationMerge merge = domain::merge(base, local, there, carries());
    if (merge.changesHere) {
        CHECK(keepHere(merge.merged, local));
    }
    mirror.digest = digestOf(there);
    if (!merge.conflicts.isEmpty()) {
        mirror.base = base;
        mirror.seen = there;
        CHECK(m_mirrors.save(mirror));
        return disagree(mirror.automation, Disagreement::Fields, merge.conflicts);
    }
    mirror.base = there;
    mirror.seen.reset();
    CHECK(m_mirrors.save(mirror));
    CHECK(agree(mirror.automation));
    return merge.changesThere ? base::Status() : fitUpdate(m_transaction, merge.merged, there, m_actor);
}

/// Removed here and not yet there, where it was changed meanwhile: nobody may lose that unseen.
base::Status Seeing::compareRemoved(MirrorRow mirror, const RemoteAutomation &remote)
{
    const Automation there = plain(remote);
    TRY(const Automation base, baseOf(mirror, there));
    const bool same = domain::sameThere(base, there, carries());
    mirror.base = base;
    mirror.seen = same ? std::nullopt : std::optional(there);
    mirror.digest = digestOf(there);
    CHECK(m_mirrors.save(mirror));
    return same ? agree(mirror.automation) : disagree(mirror.automation, Disagreement::RemovedHere);
}

base::Status Seeing::gone(const QString &remoteId)
{
    TRY(std::optional<MirrorRow> mirror, m_mirrors.find(m_connection.id, remoteId));
    if (!mirror) {
        return {};
    }
    TRY(const QList<TaskRow> tasks, OutboxTable(m_transaction.db()).of(mirror->automation));
    TRY(const std::optional<Automation> local, AutomationTable(m_transaction.db()).find(mirror->automation));
    const domain::Fate fate = domain::fateOf({&mirror->base, local ? &*local : nullptr, nullptr}, carries());
    if (fate == domain::Fate::EditedHere) {
        if (std::exchange(mirror->digest, goneDigest) != goneDigest) {
            CHECK(m_mirrors.save(*mirror));
        }
        return disagree(mirror->automation, Disagreement::RemovedThere);
    }
    for (const TaskRow &task : tasks) {
        if (task.kind == TaskKind::Update || task.kind == TaskKind::Remove) {
            CHECK(dropTask(m_transaction, task));
        }
    }
    CHECK(agree(mirror->automation));
    CHECK(m_mirrors.remove(mirror->automation));
    return local ? removeAutomation(m_transaction, *local, m_actor) : base::Status();
}

base::Status Seeing::took(const TaskRow &task, const RemoteAutomation &kept)
{
    return task.kind == TaskKind::Create ? tookCreate(task, kept) : tookUpdate(task, kept);
}

/// It was seen as something new before its answer came.
base::Status Seeing::dropDouble(const QString &remoteId)
{
    TRY(const base::AutomationId other, m_mirrors.automation(m_connection.id, remoteId));
    if (other.isEmpty()) {
        return {};
    }
    CHECK(m_mirrors.remove(other));
    TRY(const std::optional<Automation> copy, AutomationTable(m_transaction.db()).find(other));
    return copy ? removeAutomation(m_transaction, *copy, m_actor) : base::Status();
}

base::Status Seeing::tookCreate(const TaskRow &task, const RemoteAutomation &kept)
{
    CHECK(dropTask(m_transaction, task));
    CHECK(dropDouble(kept.remoteId));
    TRY(const Automation sent, sentBy(m_transaction, task));
    TRY(const std::optional<Automation> local, AutomationTable(m_transaction.db()).find(task.automation));
    CHECK(m_mirrors.insert({.automation = task.automation,
                            .connection = m_connection.id,
                            .remoteId = kept.remoteId,
                            .base = plain(kept),
                            .digest = digestOf(plain(kept)),
                            .removed = !local}));
    OutboxTable outbox(m_transaction.db());
    TRY(const QList<TaskRow> later, outbox.of(task.automation));
    for (TaskRow one : later) {
        if (one.kind == TaskKind::Remove) {
            one.remoteId = kept.remoteId;
            CHECK(outbox.save(one));
        }
    }
    if (!local) {
        return {};
    }
    Automation merged = domain::afterSending(sent, *local, kept.automation, carries());
    merged.remoteId = kept.remoteId;
    return keepHere(merged, *local);
}

base::Status Seeing::tookUpdate(const TaskRow &task, const RemoteAutomation &kept)
{
    TRY(std::optional<MirrorRow> mirror, m_mirrors.of(task.automation));
    if (mirror && task.isHere()) {
        return compare(*mirror, kept); // it was so there unsent, and may have been edited here since it was looked at
    }
    CHECK(dropTask(m_transaction, task));
    if (!mirror) {
        return {}; // it is gone there by now
    }
    TRY(const Automation sent, sentBy(m_transaction, task));
    mirror->base = plain(kept);
    mirror->seen.reset();
    mirror->digest = digestOf(mirror->base);
    CHECK(m_mirrors.save(*mirror));
    CHECK(agree(mirror->automation));
    TRY(const std::optional<Automation> local, AutomationTable(m_transaction.db()).find(task.automation));
    if (!local) {
        return {};
    }
    const Automation merged = domain::afterSending(sent, *local, kept.automation, carries());
    return merged == *local ? base::Status() : keepHere(merged, *local);
}

base::Status Seeing::disagree(const base::AutomationId &id, Disagreement what,
                              const QList<domain::FieldConflict> &fields)
{
    TRY(const bool news, m_mirrors.setConflict(id, what, fields, m_transaction.now()));
    m_seen.conflicts += news ? 1 : 0;
    if (news || what != Disagreement::RemovedThere) { // what is there is another state of it
        m_transaction.note(Table::Conflicts, ChangeKind::Updated, id.text());
    }
    return {};
}

base::Status Seeing::agree(const base::AutomationId &id)
{
    TRY(const bool disagreed, m_mirrors.clearConflict(id));
    if (disagreed) {
        m_transaction.note(Table::Conflicts, ChangeKind::Deleted, id.text());
    }
    return {};
}

/// What is new comes by the thousand at first: one row says so.
base::Status Seeing::audit()
{
    if (m_seen.added == 0) {
        return {};
    }
    return record(m_transaction, {.by = m_actor,
                                  .action = u"mirror"_s,
                                  .subject = m_connection.id.text(),
                                  .detail = u"%1, %2 new automations"_s.arg(m_connection.name).arg(m_seen.added)});
}

} // namespace store
