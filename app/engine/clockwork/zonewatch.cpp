// SPDX-License-Identifier: Apache-2.0
#include "app/engine/clockwork/zonewatch.h"

#include "app/domain/zone.h"
#include "app/engine/log.h"

#include <QFileInfo>

namespace engine {

namespace {

/// An upgrade of the system replaces hundreds of files.
constexpr std::chrono::milliseconds rest{300};

} // namespace

ZoneWatch::ZoneWatch(const QString &localtime, QObject *parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_folders, &QFileSystemWatcher::directoryChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(&m_rest, &QTimer::timeout, this, &ZoneWatch::stirred);
    watchFolderOf(localtime);
}

void ZoneWatch::follow(const QString &zone)
{
    if (!m_followed.contains(zone)) {
        m_followed.insert(zone);
        watchFolderOf(domain::Zone::fileOf(zone));
    }
}

/// A link or a file that is replaced is another one from then on; its folder stays.
void ZoneWatch::watchFolderOf(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (!m_folders.directories().contains(folder) && !m_folders.addPath(folder)) {
        qCWarning(logEngine, "changes of time zones in %s will not be noticed", qUtf8Printable(folder));
    }
}

} // namespace engine
