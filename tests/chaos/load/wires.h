// SPDX-License-Identifier: Apache-2.0
// Many connections on one thread: none is waited for, all are looked at together.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <vector>

namespace test {

class WireClient
{
public:
    explicit WireClient(quint16 port, int receiveBuffer = 0) : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        if (receiveBuffer > 0) {
            ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_open = ::connect(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
        const int on = 1;
        ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::fcntl(m_fd, F_SETFL, O_NONBLOCK);
    }
    ~WireClient() { ::close(m_fd); }
    Q_DISABLE_COPY_MOVE(WireClient)

    int descriptor() const { return m_fd; }
    bool isOpen() const { return m_open; }
    QByteArray &received() { return m_received; }

    /// Small enough for the system's buffer.
    bool send(const QByteArray &bytes)
    {
        m_open =
            m_open && ::send(m_fd, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL) == bytes.size();
        return m_open;
    }
    /// Takes what there is; notices the end.
    void receive()
    {
        QByteArray piece(64 * 1024, Qt::Uninitialized);
        for (;;) {
            const ssize_t size = ::recv(m_fd, piece.data(), static_cast<size_t>(piece.size()), 0);
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
    int m_fd;
    bool m_open = false;
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
