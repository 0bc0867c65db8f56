// SPDX-License-Identifier: Apache-2.0
// The file of a backup: a database of the parts of files, each with its digest.
#pragma once

#include "app/store/backup/backup.h"
#include "app/store/sql/connection.h"

#include <QStringList>

namespace store {

/// Copies a database that others may be writing, as it is at one moment.
base::Status copyDatabase(const QString &from, const QString &to);

/// Packs files of `folder`; `file` is made anew. `at` is when.
base::Status packBackup(const QString &folder, const QStringList &names, const QString &file, base::Instant at,
                        const BackupProgress &progress);
/// Unpacks them into `folder` and compares each with its digest.
base::Result<QStringList> unpackBackup(const QString &file, const QString &folder, const BackupProgress &progress);

/// When it was made. Corrupt where the file is no backup.
base::Result<base::Instant> backupTime(const QString &file);

} // namespace store
