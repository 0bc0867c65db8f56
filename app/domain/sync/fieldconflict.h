// SPDX-License-Identifier: Apache-2.0
// A field that was changed on both sides since they last agreed, and not to the same. A person decides between the
// values; all three are kept until then.
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QList>
#include <QStringList>

namespace domain {

struct FieldConflict
{
    QStringList path;                        ///< Names from the outside in: `params`, `command`. In a list the index.
    QJsonValue base = QJsonValue::Undefined; ///< What both had; undefined where there was none. So below.
    QJsonValue local = QJsonValue::Undefined;
    QJsonValue remote = QJsonValue::Undefined;

    friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
};

/// `params.command`, `triggers[0]`: how people and commands name the field.
QString fieldText(const FieldConflict &conflict);

/// `[{path: [], base, local, remote}]`; a value that is undefined is left out.
QJsonArray toJson(const QList<FieldConflict> &conflicts);
/// What toJson() wrote; anything else in it is passed over.
QList<FieldConflict> conflictsFromJson(const QJsonArray &items);

} // namespace domain
