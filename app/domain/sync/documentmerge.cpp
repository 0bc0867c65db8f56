// SPDX-License-Identifier: Apache-2.0
#include "app/domain/sync/documentmerge.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

struct Sides
{
    QJsonValue base;
    QJsonValue local;
    QJsonValue remote;

    Sides at(const QString &name) const
    {
        return {base.toObject().value(name), local.toObject().value(name), remote.toObject().value(name)};
    }
    Sides at(qsizetype index) const
    {
        return {base.toArray().at(index), local.toArray().at(index), remote.toArray().at(index)};
    }
    bool areObjects() const { return base.isObject() && local.isObject() && remote.isObject(); }
    bool areLists() const { return base.isArray() && local.isArray() && remote.isArray(); }
    bool areAsLong() const
    {
        return base.toArray().size() == local.toArray().size() && base.toArray().size() == remote.toArray().size();
    }
    bool agree() const { return local == remote || local == base || remote == base; }
    QJsonValue agreed() const { return local == base ? remote : local; }
};

bool isSet(const QStringList &path)
{
    static const QStringList sets{u"tags"_s, u"resource_locks"_s, u"acl"_s};
    return path.size() == 1 && sets.contains(path.first());
}

bool isListOfUnits(const QStringList &path)
{
    static const QStringList lists{u"triggers"_s, u"arguments"_s};
    return path.size() == 1 && lists.contains(path.first());
}

/// What was there and nobody removed, then what either side added, in an order that is the same from both sides.
QJsonArray mergeSets(const Sides &sides)
{
    const auto has = [](const QJsonValue &list, const QJsonValue &entry) { return list.toArray().contains(entry); };
    QJsonArray merged;
    const QJsonArray before = sides.base.toArray();
    for (const QJsonValue entry : before) {
        if (has(sides.local, entry) && has(sides.remote, entry) && !merged.contains(entry)) {
            merged.append(entry);
        }
    }
    QStringList added;
    for (const QJsonValue *side : {&sides.local, &sides.remote}) {
        const QJsonArray entries = side->toArray();
        for (const QJsonValue entry : entries) {
            if (!before.contains(entry)) {
                added.append(entry.toString());
            }
        }
    }
    added.sort();
    added.removeDuplicates();
    for (const QString &entry : std::as_const(added)) {
        merged.append(entry);
    }
    return merged;
}

class Merging
{
public:
    QJsonValue value(const QStringList &path, const Sides &sides)
    {
        if (sides.agree()) {
            return sides.agreed();
        }
        if (sides.areObjects()) {
            return object(path, sides);
        }
        if (sides.areLists() && isSet(path)) {
            return mergeSets(sides);
        }
        if (sides.areLists() && isListOfUnits(path) && sides.areAsLong()) {
            return units(path, sides);
        }
        conflicts.append({path, sides.base, sides.local, sides.remote});
        return sides.local;
    }

    QJsonObject object(const QStringList &path, const Sides &sides)
    {
        QStringList names =
            sides.base.toObject().keys() + sides.local.toObject().keys() + sides.remote.toObject().keys();
        names.sort();
        names.removeDuplicates();
        QJsonObject merged;
        for (const QString &name : std::as_const(names)) {
            const QJsonValue taken = value(path + QStringList{name}, sides.at(name));
            if (!taken.isUndefined()) {
                merged.insert(name, taken);
            }
        }
        return merged;
    }

    QList<FieldConflict> conflicts;

private:
    QJsonArray units(const QStringList &path, const Sides &sides)
    {
        QJsonArray merged;
        const qsizetype size = sides.local.toArray().size();
        for (qsizetype i = 0; i < size; ++i) {
            const Sides unit = sides.at(i);
            if (!unit.agree()) {
                conflicts.append({path + QStringList{QString::number(i)}, unit.base, unit.local, unit.remote});
            }
            merged.append(unit.agree() ? unit.agreed() : unit.local);
        }
        return merged;
    }
};

/// Params of one kind say nothing to another one: what the sides did to both together is taken or stands.
void mergeKind(const Sides &sides, MergedDocument &into)
{
    const auto kindOf = [](const QJsonValue &document) {
        const QJsonObject object = document.toObject();
        return QJsonObject{{u"type"_s, object.value("type"_L1)}, {u"params"_s, object.value("params"_L1)}};
    };
    const Sides kinds{kindOf(sides.base), kindOf(sides.local), kindOf(sides.remote)};
    const QJsonObject taken = (kinds.agree() ? kinds.agreed() : kinds.local).toObject();
    for (const QString &name : {u"type"_s, u"params"_s}) {
        const Sides field = sides.at(name);
        if (!kinds.agree() && field.local != field.remote) {
            into.conflicts.append({{name}, field.base, field.local, field.remote});
        }
        into.document = withValue(into.document, {name}, taken.value(name));
    }
}

QJsonArray withEntry(QJsonArray list, const QStringList &path, const QJsonValue &value)
{
    bool isNumber = false;
    const qsizetype index = path.first().toLongLong(&isNumber);
    if (!isNumber || index < 0 || index >= list.size()) {
        return list;
    }
    list.replace(index, path.size() == 1 ? value : withValue(list.at(index).toObject(), path.mid(1), value));
    return list;
}

QJsonValue arrived(const QJsonValue &base, const QJsonValue &sent, const QJsonValue &there)
{
    if (sent == there) {
        return there;
    }
    if (!base.isObject() || !sent.isObject() || !there.isObject()) {
        return base;
    }
    QJsonObject known = base.toObject();
    const QJsonObject wanted = sent.toObject();
    for (auto it = wanted.constBegin(); it != wanted.constEnd(); ++it) {
        known.insert(it.key(), arrived(known.value(it.key()), it.value(), there.toObject().value(it.key())));
    }
    return known;
}

} // namespace

MergedDocument mergeDocuments(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote)
{
    const Sides all{base, local, remote};
    const Sides types = all.at(u"type"_s);
    if (types.local == types.remote && types.local == types.base) {
        Merging merging;
        QJsonObject document = merging.object({}, all);
        return {document, merging.conflicts};
    }
    const auto withoutKind = [](QJsonObject document) {
        document.remove("type"_L1);
        document.remove("params"_L1);
        return document;
    };
    Merging merging;
    MergedDocument merged{.document = merging.object({}, {withoutKind(base), withoutKind(local), withoutKind(remote)})};
    merged.conflicts = merging.conflicts;
    mergeKind(all, merged);
    return merged;
}

QJsonObject withArrived(const QJsonObject &base, const QJsonObject &sent, const QJsonObject &there)
{
    QJsonObject known = arrived(base, sent, there).toObject();
    const auto differ = [](const QJsonObject &one, const QJsonObject &other, const QString &name) {
        return one.value(name) != other.value(name);
    };
    const QStringList kind{u"type"_s, u"params"_s};
    const bool all = !differ(sent, there, kind.first()) && !differ(sent, there, kind.last());
    if (differ(base, sent, kind.first()) && !all) {
        for (const QString &name : kind) {
            known.insert(name, base.value(name));
        }
    }
    return known;
}

QJsonObject withValue(const QJsonObject &document, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty()) {
        return document;
    }
    QJsonObject changed = document;
    const QString &name = path.first();
    if (path.size() == 1 && value.isUndefined()) {
        changed.remove(name);
    } else if (path.size() == 1) {
        changed.insert(name, value);
    } else if (const QJsonValue inner = document.value(name); inner.isArray()) {
        changed.insert(name, withEntry(inner.toArray(), path.mid(1), value));
    } else {
        changed.insert(name, withValue(inner.toObject(), path.mid(1), value));
    }
    return changed;
}

} // namespace domain
