// SPDX-License-Identifier: Apache-2.0
#include "app/domain/sync/fieldconflict.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace domain {

QString fieldText(const FieldConflict &conflict)
{
    QString text;
    for (const QString &name : conflict.path) {
        bool isIndex = false;
        name.toUInt(&isIndex);
        if (isIndex && conflict.path.size() == 2) {
            text += u'[' + name + u']';
        } else {
            text += (text.isEmpty() ? QString() : u"."_s) + name;
        }
    }
    return text;
}

QJsonArray toJson(const QList<FieldConflict> &conflicts)
{
    QJsonArray items;
    for (const FieldConflict &conflict : conflicts) {
        // An undefined value makes no entry.
        items.append(QJsonObject{{u"path"_s, QJsonArray::fromStringList(conflict.path)},
                                 {u"base"_s, conflict.base},
                                 {u"local"_s, conflict.local},
                                 {u"remote"_s, conflict.remote}});
    }
    return items;
}

QList<FieldConflict> conflictsFromJson(const QJsonArray &items)
{
    QList<FieldConflict> conflicts;
    for (const QJsonValue value : items) {
        const QJsonObject item = value.toObject();
        FieldConflict conflict{
            .base = item.value("base"_L1), .local = item.value("local"_L1), .remote = item.value("remote"_L1)};
        const QJsonArray path = item.value("path"_L1).toArray();
        for (const QJsonValue name : path) {
            conflict.path.append(name.toString());
        }
        if (!conflict.path.isEmpty()) {
            conflicts.append(conflict);
        }
    }
    return conflicts;
}

} // namespace domain
