// SPDX-License-Identifier: Apache-2.0
// Many connections on one thread: none is waited for, all are looked at together.
#pragma once

#include "tests/support/loopbacksocket.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <cerrno>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>

#include <memory>
#include <vector>

namespace test {

class WireClient
{
public:
    explicit WireClient(quint16 port, int receiveBuffer = 0)
        : m_socket(port, receiveBuffer), m_open(m_socket.isConnected())
    {
        const int on = 1;
        ::setsockopt(m_socket.descriptor(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::fcntl(m_socket.descriptor(), F_SETFL, O_NONBLOCK);
    }

    int descriptor() const { return m_socket.descriptor(); }
    bool isOpen() const { return m_open; }
    QByteArray &received() { return m_received; }

    /// Small enough for the system's buffer.
    bool send(const QByteArray &bytes)
    {
        m_open = m_open && ::send(m_socket.descriptor(), bytes.constData(), static_cast<size_t>(bytes.size()),
                                  MSG_NOSIGNAL) == bytes.size();
        return m_open;
    }
    /// Takes what there is; notices the end.
    void receive()
    {
        QByteArray piece(64 * 1024, Qt::Uninitialized);
        for (;;) {
            const ssize_t size = ::recv(m_socket.descriptor(), piece.data(), static_cast<size_t>(piece.size()), 0);
            if (size > 0) {
                m_received.append(piece.constData(), size);
                continue;
            }
            m_open = m_open && size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
            return;
        }
    }
    /// One whole answer with a Content-Length, taken out of what was received; its status, or 0.
    int takeAnswer(QByteArray &body)
    {
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        const qsizetype at = m_received.indexOf("Content-Length: ");
        if (end < 0 || at < 0 || at > end) {
            return 0;
        }
        const qsizetype length = m_received.mid(at + 16, m_received.indexOf('\r', at) - at - 16).toLongLong();
        if (m_received.size() < end + 4 + length) {
            return 0;
        }
        const int status = m_received.mid(9, 3).toInt();
        body = m_received.mid(end + 4, length);
        m_received.remove(0, end + 4 + length);
        return status;
    }

private:
    LoopbackSocket m_socket;
    bool m_open;
    QByteArray m_received;
};

using WireClients = std::vector<std::unique_ptr<WireClient>>;

/// Waits up to `milliseconds` until one of them has something, and takes it from all that have.
inline void receiveAll(const WireClients &clients, int milliseconds)
{
    std::vector<pollfd> waits;
    std::vector<WireClient *> waiting;
    for (const auto &client : clients) {
        if (client && client->isOpen()) {
            waits.push_back({client->descriptor(), POLLIN, 0});
            waiting.push_back(client.get());
        }
    }
    ::poll(waits.data(), waits.size(), milliseconds);
    for (std::size_t i = 0; i < waits.size(); ++i) {
        if (waits[i].revents != 0) {
            waiting[i]->receive();
        }
    }
}

/// The most memory a process ever had, in KiB.
inline qint64 peakKib(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    const QList<QByteArray> lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).simplified().split(' ').first().toLongLong();
        }
    }
    return 0;
}

} // namespace test
