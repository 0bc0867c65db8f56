// SPDX-License-Identifier: Apache-2.0
// The form of signalbox.db: numbered steps from nothing to today's, each one transaction. A file made by a newer
// program is refused untouched; an older one is copied before it is changed.
#pragma once

#include "app/store/sql/connection.h"

namespace store {

struct SchemaStep
{
    int version = 0; ///< What the file is at after it; the first is 1.
    QByteArray sql;
};

/// The steps compiled in, in order.
base::Result<QList<SchemaStep>> schemaSteps();

/// Looks at the first bytes without opening the file as a database: Corrupt if it is not one of ours, Unsupported if it
/// is newer than `newest`. An empty file is fine. Only while no other connection of this process has the file open.
base::Status checkHeader(const QString &path, int newest);

/// The version of the file, 0 if it is empty. Unsupported if it is newer than `newest`.
base::Result<int> schemaVersion(Connection &db, int newest);

/// Brings the file up to the last of `steps`. Before an existing one is changed it is copied to `<path>.before-N`, N
/// being the first new version. Nobody else may use the file meanwhile.
base::Status migrate(Connection &db, const QList<SchemaStep> &steps);

/// Corrupt if the file's structure is damaged. Takes about 10 ms for each MiB.
base::Status quickCheck(Connection &db);

} // namespace store
