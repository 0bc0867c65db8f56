// SPDX-License-Identifier: Apache-2.0
#include "app/store/share/changefeed.h"

#include "app/store/desk.h"
#include "app/store/share/feedguest.h"
#include "app/store/share/feedholder.h"
#include "app/store/transaction.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qsizetype longestPath = 100; // sockaddr_un holds 107
constexpr std::chrono::milliseconds courtesy(1000);

/// Empty if somebody else owns it: then there is no feed, and guests look at the file.
QString ownFolder()
{
    const QByteArray path = "/tmp/signalbox-" + QByteArray::number(::getuid());
    ::mkdir(path.constData(), 0700);
    struct stat found = {};
    const bool ours = ::lstat(path.constData(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == ::getuid() &&
                      (found.st_mode & 077) == 0;
    return ours ? QString::fromLatin1(path) : QString();
}

} // namespace

QString feedPath(const QString &folder)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QString direct = canonical + u"/changes.sock"_s;
    if (direct.toLocal8Bit().size() <= longestPath) {
        return direct;
    }
    // Not below XDG_RUNTIME_DIR: a process started by cron or over ssh would look in another place.
    const QByteArray hash = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    const QString own = ownFolder();
    return own.isEmpty() ? QString() : own + u'/' + QString::fromLatin1(hash);
}

ChangeFeed::ChangeFeed(const QString &folder, Desk &desk, QObject *parent)
    : QObject(parent), m_path(feedPath(folder)), m_desk(desk)
{
}

ChangeFeed::~ChangeFeed() = default;

void ChangeFeed::start()
{
    // What others commit while this store is being opened is heard of at the first look.
    makeGuest(std::chrono::milliseconds(0), m_desk.firstForeignVersion());
}

void ChangeFeed::becomeHolder()
{
    sendWaiting();
    m_guest.reset();
    m_holder = std::make_unique<FeedHolder>(m_path);
    connect(m_holder.get(), &FeedHolder::heard, this, &ChangeFeed::heard);
    // What others committed while nobody listened.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT heard(everything()); }, Qt::QueuedConnection);
}

void ChangeFeed::becomeGuest()
{
    sendWaiting();
    m_holder.reset();
    makeGuest(courtesy);
}

void ChangeFeed::makeGuest(std::chrono::milliseconds delay, std::optional<qint64> version)
{
    m_guest = std::make_unique<FeedGuest>(m_path, m_desk, version);
    connect(m_guest.get(), &FeedGuest::heard, this, &ChangeFeed::heard);
    connect(m_guest.get(), &FeedGuest::holderMissing, this, &ChangeFeed::holderMissing);
    m_guest->start(delay);
}

void ChangeFeed::flush()
{
    sendWaiting();
    if (m_holder) {
        m_holder->flush();
    }
    if (m_guest) {
        m_guest->flush();
    }
}

void ChangeFeed::publish(const Changes &changes)
{
    const std::lock_guard lock(m_mutex);
    const bool first = m_waiting.isEmpty();
    m_waiting += changes;
    if (first) {
        QMetaObject::invokeMethod(this, &ChangeFeed::sendWaiting, Qt::QueuedConnection);
    }
}

void ChangeFeed::sendWaiting()
{
    Changes waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting = std::exchange(m_waiting, {});
    }
    if (waiting.isEmpty()) {
        return;
    }
    if (m_holder) {
        m_holder->send(condensed(waiting));
    } else if (m_guest) {
        m_guest->send(waiting);
    }
}

} // namespace store
