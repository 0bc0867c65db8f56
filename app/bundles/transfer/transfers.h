// SPDX-License-Identifier: Apache-2.0
// Imports, exports and backups for those who must not wait: every verb answers a future, finished on a thread of its
// own.
#pragma once

#include "app/bundles/formats/format.h"
#include "app/store/backup/backup.h"

#include <QFuture>
#include <QThreadPool>

#include <atomic>

namespace bundles {

/// Verbs may be called from any thread. Destroying it cancels what is under way and waits for that, shortly.
class Transfers
{
public:
    /// `program` is the path of signalbox-archiver. `clock` must outlive this.
    Transfers(QString program, const base::Clock &clock) : m_program(std::move(program)), m_clock(clock)
    {
        m_pool.setMaxThreadCount(2);
    }
    ~Transfers();
    Q_DISABLE_COPY_MOVE(Transfers)

    /// What would come of these files and folders together; all or none. Invalid names the file.
    QFuture<base::Result<ImportPlan>> plan(const QStringList &paths, const QString &format) const;
    /// The crontab of this account and its own timers of systemd; an empty plan where there are none.
    QFuture<base::Result<ImportPlan>> planMachine() const;
    /// Writes `path` whole or not at all.
    QFuture<base::Result<Exported>> write(const QList<domain::Automation> &automations, const QString &format,
                                          const QString &path) const;

    /// `progress` is called on a thread of this.
    QFuture<base::Result<store::BackupInfo>> backup(const QString &directory, const QString &file,
                                                    store::BackupLogs logs, store::BackupProgress progress) const;
    QFuture<base::Result<store::BackupInfo>> check(const QString &file, store::BackupProgress progress) const;
    QFuture<base::Result<store::Restored>> restore(const QString &file, const QString &directory,
                                                   store::BackupProgress progress) const;

private:
    Surroundings here(const Archiver *archiver) const;
    store::BackupProgress orCancelled(store::BackupProgress progress) const;

    const QString m_program;
    const base::Clock &m_clock;
    std::atomic<bool> m_cancelled{false};
    mutable QThreadPool m_pool;
};

} // namespace bundles
