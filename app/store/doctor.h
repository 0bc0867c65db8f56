// SPDX-License-Identifier: Apache-2.0
// How the files of a store are: what a person asks for when something looks wrong. Reads over connections of its own.
#pragma once

#include <QString>
#include <QStringList>

namespace store {

struct Health
{
    qint64 schema = 0;    ///< Version of the tables in signalbox.db.
    qint64 rowsBytes = 0; ///< Size of signalbox.db and its write-ahead file.
    qint64 logsBytes = 0; ///< The same of logs.db.
    qint64 auditRows = 0; ///< Rows of the audit, where its chain is whole.
    QStringList problems; ///< What opening, SQLite's quick check and the audit's chain found; empty is well.
};

/// Looks at the store in `directory`. Reads both files through, so that it takes a while: not for a thread that must
/// not wait. Changes nothing.
Health examine(const QString &directory);

} // namespace store
