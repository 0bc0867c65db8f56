// SPDX-License-Identifier: Apache-2.0
// A client that sends exactly the bytes it is given and waits for bytes with a limit. Blocking: the server has a thread
// of its own.
#pragma once

#include "tests/support/loopbacksocket.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <poll.h>

#include <functional>

namespace test {

struct Reply
{
    int status = 0; ///< 0: the connection ended without an answer.
    QByteArray head;
    QByteArray body;
    bool whole = false; ///< The body came to its declared end.

    QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':')) {
                return line.mid(name.size() + 1).trimmed();
            }
        }
        return {};
    }
    QJsonDocument json() const { return QJsonDocument::fromJson(body); }
    QJsonObject object() const { return json().object(); }
};

class Client
{
public:
    explicit Client(quint16 port, int receiveBuffer = 0) : m_socket(port, receiveBuffer) {}

    bool isConnected() const { return m_socket.isConnected(); }

    /// False where the server closed meanwhile, or takes nothing for five seconds.
    bool send(const QByteArray &bytes)
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            pollfd wait{m_socket.descriptor(), POLLOUT, 0};
            if (::poll(&wait, 1, 5000) <= 0) {
                return false;
            }
            const ssize_t size = ::send(m_socket.descriptor(), bytes.constData() + sent,
                                        static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (size < 0) {
                return false;
            }
            sent += size;
        }
        return true;
    }

    /// Nothing more will be sent.
    void finish() { ::shutdown(m_socket.descriptor(), SHUT_WR); }

    /// Reads until `enough` or the end; what came so far. Bytes stay in received().
    bool readUntil(const std::function<bool(const QByteArray &)> &enough, int milliseconds = 10000)
    {
        QElapsedTimer timer;
        timer.start();
        while (!enough(m_received)) {
            const int left = milliseconds - static_cast<int>(timer.elapsed());
            pollfd wait{m_socket.descriptor(), POLLIN, 0};
            if (m_closed || left <= 0 || ::poll(&wait, 1, left) <= 0) {
                return false;
            }
            QByteArray piece(256 * 1024, Qt::Uninitialized);
            const ssize_t size = ::recv(m_socket.descriptor(), piece.data(), static_cast<size_t>(piece.size()), 0);
            m_closed = size <= 0;
            m_received += piece.left(std::max<ssize_t>(0, size));
        }
        return true;
    }
    bool readUntilHas(const QByteArray &text, int milliseconds = 10000)
    {
        return readUntil([&text](const QByteArray &bytes) { return bytes.contains(text); }, milliseconds);
    }
    bool readToEnd(int milliseconds = 10000)
    {
        readUntil([](const QByteArray &) { return false; }, milliseconds);
        return m_closed;
    }
    const QByteArray &received() const { return m_received; }

    /// One whole answer; further bytes stay. It may be long, and made by a slow build.
    Reply readReply(int milliseconds = 60000)
    {
        Reply reply;
        const auto complete = [&reply](const QByteArray &bytes) {
            return bytes.size() >= leastOf(bytes) && parse(bytes, reply) > 0;
        };
        readUntil(complete, milliseconds);
        m_received.remove(0, std::max<qsizetype>(0, parse(m_received, reply)));
        return reply;
    }

private:
    /// An answer that tells its length is not there before so many bytes are: looked at without taking it apart.
    static qsizetype leastOf(const QByteArray &bytes)
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        const qsizetype line = end < 0 ? -1 : bytes.first(end).toLower().indexOf("\ncontent-length:");
        return line < 0 ? 0 : end + 4 + bytes.mid(line + 16, 16).split('\r').first().trimmed().toLongLong();
    }

    /// Fills what there is; the length of the whole answer, or 0 while it is not all there.
    static qsizetype parse(const QByteArray &bytes, Reply &reply)
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        reply.head = bytes.left(end);
        reply.status = reply.head.mid(9, 3).toInt();
        if (reply.header("transfer-encoding") == "chunked") {
            return parseChunks(bytes, end + 4, reply);
        }
        const qsizetype length = reply.header("content-length").toLongLong();
        reply.body = bytes.mid(end + 4, length);
        reply.whole = reply.body.size() == length;
        return reply.whole ? end + 4 + length : 0;
    }

    static qsizetype parseChunks(const QByteArray &bytes, qsizetype at, Reply &reply)
    {
        reply.body.clear();
        for (;;) {
            const qsizetype line = bytes.indexOf("\r\n", at);
            const qsizetype size = line < 0 ? -1 : bytes.mid(at, line - at).toLongLong(nullptr, 16);
            if (line < 0 || bytes.size() < line + 2 + size + 2) {
                return 0;
            }
            reply.body += bytes.mid(line + 2, size);
            at = line + 2 + size + 2;
            if (size == 0) {
                reply.whole = true;
                return at;
            }
        }
    }

    LoopbackSocket m_socket;
    bool m_closed = false;
    QByteArray m_received;
};

} // namespace test
