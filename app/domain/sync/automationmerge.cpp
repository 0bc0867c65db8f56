// SPDX-License-Identifier: Apache-2.0
#include "app/domain/sync/automationmerge.h"

#include "app/domain/sync/documentmerge.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// Fields that belong to the row and not to what it says.
bool isOfTheRow(const QString &field)
{
    static const QSet<QString> fields{u"id"_s,         u"connection_id"_s, u"remote_id"_s, u"version"_s,
                                      u"created_at"_s, u"updated_at"_s,    u"updated_by"_s};
    return fields.contains(field);
}

QJsonObject carried(const QJsonObject &automation, const QStringList &carries)
{
    QJsonObject part;
    for (auto it = automation.constBegin(); it != automation.constEnd(); ++it) {
        if (!isOfTheRow(it.key()) && (it.key() == "remote"_L1 || carries.contains(it.key()))) {
            part.insert(it.key(), it.value());
        }
    }
    return part;
}

/// `local` saying what `part` says.
base::Result<Automation> saying(const Automation &local, const QJsonObject &part)
{
    QJsonObject document = toJson(local);
    for (auto it = part.constBegin(); it != part.constEnd(); ++it) {
        document.insert(it.key(), it.value());
    }
    TRY(Automation automation, automationFromJson(document, Provenance::Store));
    automation.id = local.id;
    automation.connectionId = local.connectionId;
    automation.remoteId = local.remoteId;
    automation.version = local.version;
    automation.createdAt = local.createdAt;
    automation.updatedAt = local.updatedAt;
    automation.updatedBy = local.updatedBy;
    return automation;
}

Automation withRemote(Automation local, const QJsonObject &remote)
{
    local.remote = remote;
    return local;
}

/// Where two sound documents don't go together: whatever differs is for a person to see.
QList<FieldConflict> everyDifference(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote)
{
    QList<FieldConflict> conflicts;
    for (auto it = local.constBegin(); it != local.constEnd(); ++it) {
        if (it.key() != "remote"_L1 && remote.value(it.key()) != it.value()) {
            conflicts.append({{it.key()}, base.value(it.key()), it.value(), remote.value(it.key())});
        }
    }
    return conflicts;
}

} // namespace

AutomationMerge merge(const Automation &base, const Automation &local, const Automation &remote,
                      const QStringList &carries)
{
    const QJsonObject was = carried(toJson(base), carries);
    const QJsonObject ours = carried(toJson(local), carries);
    const QJsonObject theirs = carried(toJson(remote), carries);
    MergedDocument merged = mergeDocuments(was, ours, theirs);
    const base::Result<Automation> sound = saying(local, merged.document);
    if (!sound) {
        merged = {.document = withValue(ours, {u"remote"_s}, theirs.value("remote"_L1)),
                  .conflicts = everyDifference(was, ours, theirs)};
    }
    return {.merged = sound ? *sound : withRemote(local, remote.remote),
            .conflicts = merged.conflicts,
            .changesHere = merged.document != ours,
            .changesThere = merged.document != theirs};
}

AutomationMerge mergeWithoutBase(const Automation &local, const Automation &remote, const QStringList &carries)
{
    const QJsonObject ours = carried(toJson(local), carries);
    const QJsonObject theirs = carried(toJson(remote), carries);
    return {.merged = withRemote(local, remote.remote),
            .conflicts = everyDifference({}, ours, theirs),
            .changesHere = local.remote != remote.remote,
            .changesThere = ours != theirs};
}

base::Result<Automation> resolved(const Automation &merged, const QList<FieldConflict> &conflicts,
                                  const QHash<QString, Side> &choices)
{
    QJsonObject document = toJson(merged);
    QSet<QString> known;
    for (const FieldConflict &conflict : conflicts) {
        const QString field = fieldText(conflict);
        const auto choice = choices.constFind(field);
        if (choice == choices.constEnd()) {
            return base::invalid(field, u"%1 differs on both sides: choose local or remote"_s.arg(field));
        }
        known.insert(field);
        if (*choice == Side::Remote) {
            document = withValue(document, conflict.path, conflict.remote);
        }
    }
    for (auto it = choices.constBegin(); it != choices.constEnd(); ++it) {
        if (!known.contains(it.key())) {
            return base::invalid(it.key(), u"%1 is not in conflict"_s.arg(it.key()));
        }
    }
    return saying(merged, document);
}

Automation afterSending(const Automation &sent, const Automation &local, const Automation &kept,
                        const QStringList &carries)
{
    return merge(sent, local, kept, carries).merged;
}

Automation baseAfter(const Automation &base, const Automation &sent, const Automation &there,
                     const QStringList &carries)
{
    QJsonObject known =
        withArrived(carried(toJson(base), carries), carried(toJson(sent), carries), carried(toJson(there), carries));
    known.remove("remote"_L1); // theirs alone
    return saying(base, known).value_or(base);
}

bool sameThere(const Automation &a, const Automation &b, const QStringList &carries)
{
    return carried(toJson(a), carries) == carried(toJson(b), carries);
}

Fate fateOf(const Copies &copies, const QStringList &carries)
{
    const auto changed = [&copies, &carries](const Automation *side) {
        return !copies.base || !sameThere(*copies.base, *side, carries);
    };
    if (copies.local && copies.remote) {
        return Fate::Merge;
    }
    if (copies.local) {
        return !copies.base ? Fate::AddThere : changed(copies.local) ? Fate::EditedHere : Fate::RemoveHere;
    }
    if (copies.remote) {
        return !copies.base ? Fate::AddHere : changed(copies.remote) ? Fate::EditedThere : Fate::RemoveThere;
    }
    return Fate::Forget;
}

QStringList lostFields(const Automation &automation, const QStringList &carries)
{
    const QJsonObject said = toJson(automation);
    const QJsonObject nothing = toJson(Automation{});
    QStringList lost;
    for (auto it = said.constBegin(); it != said.constEnd(); ++it) {
        if (!isOfTheRow(it.key()) && it.key() != "remote"_L1 && !carries.contains(it.key()) &&
            nothing.value(it.key()) != it.value()) {
            lost.append(it.key());
        }
    }
    return lost;
}

} // namespace domain
