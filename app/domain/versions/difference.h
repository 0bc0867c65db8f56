// SPDX-License-Identifier: Apache-2.0
// What differs between two documents, field by field: `params.command`, `env.HOME`, `triggers[0].cron`. Texts of
// several lines are told by line. Pure.
#pragma once

#include "app/domain/versions/linediff.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace domain {

struct FieldChange
{
    QString field;
    std::optional<QString> before; ///< A text as it is, anything else as JSON; empty where there was none.
    std::optional<QString> after;
    QList<LineChange> lines; ///< Where one of both has several lines: all of them.

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// In the order of the names. Texts too long to be read are told by their length and digest.
QList<FieldChange> differences(const QJsonObject &before, const QJsonObject &after);
/// A definition (of an automation, of a maintenance window) without what is new with every save: `version`,
/// `updated_at` and the like.
QJsonObject definitionOnly(QJsonObject definition);

/// `[{field, before, after, lines: [{fate, text}]}]`; `before` and `after` are null where there was none.
QJsonArray toJson(const QList<FieldChange> &changes);
/// What toJson() wrote; anything else in it is passed over.
QList<FieldChange> changesFromJson(const QJsonArray &items);
/// Lines for a terminal: `field: before → after`, or the field and its lines with `-`, `+` and a space before them.
QStringList inLines(const QList<FieldChange> &changes);

} // namespace domain
