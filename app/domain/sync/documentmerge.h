// SPDX-License-Identifier: Apache-2.0
// Two documents that came from the same one, put together field by field: what one side changed is taken, what both
// changed to the same is agreed, what both changed otherwise is a conflict. Pure.
#pragma once

#include "app/domain/sync/fieldconflict.h"

#include <QJsonObject>

namespace domain {

struct MergedDocument
{
    QJsonObject document; ///< A field in conflict has its local value.
    QList<FieldConflict> conflicts;
};

/// Objects are merged by their fields, however deep. Lists are values as a whole, but for two sorts: of `tags`,
/// `resource_locks` and `acl` the entries count and not their order; `triggers` and `arguments` are merged entry by
/// entry while nobody added or removed one. A `type` goes with its `params`: where it changed they are one value.
MergedDocument mergeDocuments(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote);

/// `base` with what of `sent` is `there` by now: what both sides come from where an answer was lost. A `type` arrives
/// with its `params` or not at all.
QJsonObject withArrived(const QJsonObject &base, const QJsonObject &sent, const QJsonObject &there);

/// `document` with `value` at `path`; undefined removes what is there. What the path leads through and is not there is
/// made.
QJsonObject withValue(const QJsonObject &document, const QStringList &path, const QJsonValue &value);

} // namespace domain
