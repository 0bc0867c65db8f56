// SPDX-License-Identifier: Apache-2.0
#include "app/store/share/feedholder.h"

#include "app/store/share/feedframe.h"
#include "app/store/transaction.h"

#include <QDeadlineTimer>
#include <QLocalSocket>

namespace store {

namespace {

constexpr qint64 mostUnread = largestFrame;
constexpr std::chrono::milliseconds flushPatience(200);

} // namespace

FeedHolder::FeedHolder(const QString &path, QObject *parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &FeedHolder::welcome);
    // Left over by a holder that was killed; the engine lock says that there is none now.
    QLocalServer::removeServer(path);
    if (!m_server.listen(path)) {
        qWarning("other processes on this store will not hear of changes at once: %s",
                 qPrintable(m_server.errorString()));
    }
}

FeedHolder::~FeedHolder()
{
    m_server.close();
    for (const auto &[socket, guest] : m_guests) {
        socket->disconnect(this);
    }
}

void FeedHolder::send(const Changes &changes)
{
    relay(changes, nullptr);
}

void FeedHolder::flush()
{
    const QDeadlineTimer deadline(flushPatience);
    // A guest that has gone is noticed while we wait for it, and leaves the list.
    for (QLocalSocket *socket : sockets()) {
        while (m_guests.contains(socket) && socket->bytesToWrite() > 0 && !deadline.hasExpired() &&
               socket->waitForBytesWritten(static_cast<int>(deadline.remainingTime()))) {
        }
    }
}

void FeedHolder::welcome()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        m_guests[socket];
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] { part(socket); });
        read(socket);
    }
}

void FeedHolder::read(QLocalSocket *socket)
{
    m_guests[socket].buffer += socket->readAll();
    for (;;) {
        // Relaying may end the connection to a guest that does not read, and that may be this one.
        const auto guest = m_guests.find(socket);
        if (guest == m_guests.end()) {
            return;
        }
        const base::Result<std::optional<Changes>> frame = takeFrame(guest->second.buffer);
        if (!frame) {
            socket->abort();
            return;
        }
        if (!frame->has_value()) {
            return;
        }
        guest->second.saidGoodbye = (*frame)->isEmpty();
        if (!guest->second.saidGoodbye) {
            relay(**frame, socket);
            Q_EMIT heard(**frame);
        }
    }
}

void FeedHolder::part(QLocalSocket *socket)
{
    const auto found = m_guests.find(socket);
    if (found == m_guests.end()) {
        return;
    }
    const bool clean = found->second.saidGoodbye;
    m_guests.erase(found);
    socket->deleteLater();
    if (!clean) {
        // It may have died between its commit and telling us.
        relay(everything(), nullptr);
        Q_EMIT heard(everything());
    }
}

void FeedHolder::relay(const Changes &changes, const QLocalSocket *except)
{
    const QByteArray frame = encodeFrame(changes);
    for (QLocalSocket *socket : sockets()) {
        if (!m_guests.contains(socket)) {
            continue;
        }
        if (socket->bytesToWrite() > mostUnread) {
            socket->abort(); // it reads everything again when it is back
        } else if (socket != except) {
            socket->write(frame);
        }
    }
}

std::vector<QLocalSocket *> FeedHolder::sockets() const
{
    std::vector<QLocalSocket *> all;
    for (const auto &[socket, guest] : m_guests) {
        all.push_back(socket);
    }
    return all;
}

} // namespace store
