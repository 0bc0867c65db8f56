// SPDX-License-Identifier: Apache-2.0
// A workspace as one file, and back. A backup is made beside a running store; it counts only once it has been restored
// aside and looked through. Blocks: not for a thread that must not wait.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QString>

#include <functional>

namespace store {

enum class BackupLogs {
    Left, ///< Only what is known of runs, not what they wrote.
    Kept,
};

/// What a backup holds.
struct BackupInfo
{
    base::Instant madeAt;
    int schema = 0; ///< As it was made.
    qint64 automations = 0;
    qint64 runs = 0;
    bool withLogs = false;
    qint64 bytes = 0; ///< Of all its files.
};

/// How far it is, 0 to 100; answers whether to go on.
using BackupProgress = std::function<bool(int percent)>;

/// Writes the workspace in `directory` to `file` (0600), which is replaced whole or not at all, and restores it aside.
/// It is of the time of `clock`. Cancelled where `progress` says so.
base::Result<BackupInfo> writeBackup(const QString &directory, const QString &file, BackupLogs logs,
                                     const base::Clock &clock, const BackupProgress &progress = {});

/// Restores it aside and looks through it. Corrupt where it is not whole, Unsupported where it is of a newer program.
base::Result<BackupInfo> checkBackup(const QString &file, const BackupProgress &progress = {});

enum class Restored {
    Done,
    AtNextStart, ///< Somebody works on the workspace: it is exchanged as soon as nobody does.
};

/// Checks it, then puts it in the place of the workspace in `directory`. What was there lies in `before-restore-…`
/// beside it.
base::Result<Restored> restoreBackup(const QString &file, const QString &directory,
                                     const BackupProgress &progress = {});

} // namespace store
