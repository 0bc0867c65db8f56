// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/cli/scriptedserver.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace test {

Reply json(int status, const QByteArray &body)
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Type: application/json\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body,
            false};
}

Reply events(const QByteArray &text, bool hangUp)
{
    return {"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + text, hangUp};
}

ScriptedServer::ScriptedServer(Script script) : m_script(std::move(script))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    listen(QHostAddress::LocalHost);
}

QString ScriptedServer::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(serverPort());
}

QList<QByteArray> ScriptedServer::lines() const
{
    QList<QByteArray> lines;
    for (const Request &request : m_requests) {
        lines.append(request.method + ' ' + request.target);
    }
    return lines;
}

void ScriptedServer::push(const QByteArray &bytes)
{
    if (m_last) {
        m_last->write(bytes);
    }
}

void ScriptedServer::hangUp()
{
    if (m_last) {
        m_last->disconnectFromHost();
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    QByteArray &pending = m_pending[socket];
    pending += socket->readAll();
    const qsizetype end = pending.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    Request request;
    const QList<QByteArray> head = pending.left(end).split('\n');
    request.method = head.first().split(' ').value(0);
    request.target = head.first().split(' ').value(1);
    for (const QByteArray &line : head.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype size = request.headers.value("content-length").toLongLong();
    if (pending.size() < end + 4 + size) {
        return;
    }
    request.body = pending.mid(end + 4, size);
    pending.clear();
    m_requests.append(request);
    m_last = socket;
    const Reply reply = m_script(request);
    socket->write(reply.bytes);
    if (reply.hangUp) {
        socket->disconnectFromHost();
    }
}

} // namespace test
