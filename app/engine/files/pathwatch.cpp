// SPDX-License-Identifier: Apache-2.0
#include "app/engine/files/pathwatch.h"

#include "app/engine/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>

#include <cerrno>
#include <cstring>
#include <sys/inotify.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr quint32 wanted = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_MODIFY | IN_CLOSE_WRITE |
                           IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
/// What may make another thing of what is watched.
constexpr quint32 structural = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF |
                               IN_IGNORED | IN_UNMOUNT | IN_Q_OVERFLOW;
constexpr int armingTries = 8; // folders may appear while their watch is being set

/// The nearest folder above that exists, and the name in it that leads to the path.
struct Above
{
    QString folder;
    QByteArray name;
};

Above nearestAbove(const QString &path)
{
    QString folder = path;
    for (;;) {
        const qsizetype slash = folder.lastIndexOf(u'/');
        const QString name = folder.sliced(slash + 1);
        folder = slash <= 0 ? u"/"_s : folder.first(slash);
        if (folder == "/"_L1 || QFileInfo(folder).isDir()) {
            return {folder, QFile::encodeName(name)};
        }
    }
}

} // namespace

PathWatch::PathWatch(QObject *parent) : QObject(parent), m_fd(inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
{
    if (m_fd < 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PathWatch::read);
}

PathWatch::~PathWatch()
{
    m_notifier.reset();
    if (m_fd >= 0) {
        close(m_fd);
    }
}

base::Status PathWatch::add(const QString &path)
{
    m_paths.insert(path);
    return arm(path);
}

void PathWatch::remove(const QString &path)
{
    m_paths.remove(path);
    disarm(path);
}

base::Result<int> PathWatch::watch(const QByteArray &name)
{
    const int descriptor = inotify_add_watch(m_fd, name.constData(), wanted);
    if (descriptor < 0) {
        return base::unavailable(u"watching %1"_s.arg(QFile::decodeName(name)),
                                 QString::fromLocal8Bit(std::strerror(errno)));
    }
    return descriptor;
}

base::Status PathWatch::arm(const QString &path)
{
    disarm(path);
    Above above;
    for (int i = 0; i < armingTries; ++i) {
        const Above nearest = nearestAbove(path);
        if (nearest.folder == above.folder) {
            break;
        }
        above = nearest;
        TRY(const int descriptor, watch(QFile::encodeName(above.folder)));
        m_interests[descriptor].insert(path, above.name);
    }
    if (QFileInfo::exists(path)) {
        // Also through a link, and, of a folder, for its entries.
        if (const base::Result<int> descriptor = watch(QFile::encodeName(path))) {
            m_interests[*descriptor].insert(path, {});
        }
    }
    return {};
}

void PathWatch::disarm(const QString &path)
{
    for (auto it = m_interests.begin(); it != m_interests.end();) {
        it->remove(path);
        if (it->isEmpty()) {
            inotify_rm_watch(m_fd, it.key());
            it = m_interests.erase(it);
        } else {
            ++it;
        }
    }
}

void PathWatch::onEvent(int descriptor, quint32 mask, const QByteArray &name, Touched &news)
{
    if ((mask & IN_Q_OVERFLOW) != 0) {
        news = {m_paths, m_paths};
        return;
    }
    const Interest interest = m_interests.value(descriptor);
    for (auto it = interest.constBegin(); it != interest.constEnd(); ++it) {
        if (it->isEmpty() || name.isEmpty() || name == *it) {
            news.all.insert(it.key());
            if ((mask & structural) != 0) {
                news.toArm.insert(it.key());
            }
        }
    }
    if ((mask & IN_IGNORED) != 0) {
        m_interests.remove(descriptor);
    }
}

void PathWatch::read()
{
    alignas(inotify_event) std::array<char, 16384> buffer;
    Touched touchedNow;
    for (;;) {
        const ssize_t size = ::read(m_fd, buffer.data(), buffer.size());
        if (size <= 0) {
            break;
        }
        for (ssize_t at = 0; at < size;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            onEvent(event->wd, event->mask, event->len > 0 ? QByteArray(event->name) : QByteArray(), touchedNow);
            at += ssize_t(sizeof(inotify_event) + event->len);
        }
    }
    // A folder on the way, or the thing itself, may be another one now.
    for (const QString &path : std::as_const(touchedNow.toArm)) {
        if (m_paths.contains(path)) {
            if (const base::Status armed = arm(path); !armed) {
                qCWarning(logEngine, "%s", qUtf8Printable(armed.error().message()));
            }
        }
    }
    if (!touchedNow.all.isEmpty()) {
        Q_EMIT touched(touchedNow.all);
    }
}

} // namespace engine
