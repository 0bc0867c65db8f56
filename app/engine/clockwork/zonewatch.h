// SPDX-License-Identifier: Apache-2.0
// Hears of changes to the time zones that schedules go by: the system has been given another zone, or new zone files.
// The kernel tells; nothing is looked at in between.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace engine {

/// Lives on the engine thread.
class ZoneWatch : public QObject
{
    Q_OBJECT

public:
    /// `localtime` is the link that names the system's zone.
    explicit ZoneWatch(const QString &localtime = QStringLiteral("/etc/localtime"), QObject *parent = nullptr);

    /// The file of this zone is watched, too.
    void follow(const QString &zone);

Q_SIGNALS:
    /// Something near them has changed, and has been at rest for a moment.
    void stirred();

private:
    void watchFolderOf(const QString &path);

    QFileSystemWatcher m_folders;
    QSet<QString> m_followed;
    QTimer m_rest;
};

} // namespace engine
