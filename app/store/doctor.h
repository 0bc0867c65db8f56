// SPDX-License-Identifier: Apache-2.0
// How the files of a store are: what a person asks for when something looks wrong. Reads over connections of its own.
#pragma once

#include "app/base/clock.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace store {

/// What is kept of runs and logs, and by which rules.
struct Kept
{
    qint64 runs = 0;
    std::optional<base::Instant> oldestRun; ///< When the oldest one was made.
    qint64 logs = 0;
    qint64 logsUsed = 0;    ///< Bytes of logs.db in use, and ...
    qint64 logsFree = 0;    ///< ... free inside it.
    qint64 logsToGo = 0;    ///< Logs whose removal was begun and not ended.
    qint64 logsRemoved = 0; ///< Runs that stay without their log.
    QJsonObject rules;      ///< The settings `retention.*` and `logs.*`.
    std::optional<base::Instant> lastSweep;
    QString lastSwept; ///< What it removed.
};

struct Health
{
    qint64 schema = 0;    ///< Version of the tables in signalbox.db.
    qint64 rowsBytes = 0; ///< Size of signalbox.db and its write-ahead file.
    qint64 logsBytes = 0; ///< The same of logs.db.
    qint64 auditRows = 0; ///< Rows of the audit, where its chain is whole.
    Kept kept;
    QStringList problems; ///< What opening, SQLite's quick check and the audit's chain found; empty is well.
};

/// Looks at the store in `directory`. Reads both files through, so that it takes a while: not for a thread that must
/// not wait. Changes nothing.
Health examine(const QString &directory);

} // namespace store
