// SPDX-License-Identifier: Apache-2.0
// A web server that answers what the test tells it and remembers what it was asked. Plain, or with the certificate of
// tests/kinds/certificate.pem, which is for 127.0.0.1 and signed by itself.
#pragma once

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

#include <functional>

namespace test {

class WebServer
{
public:
    /// What a whole request gets as an answer; empty closes the connection, nullopt leaves it open.
    using Answer = std::function<std::optional<QByteArray>(const QByteArray &request)>;

    explicit WebServer(Answer answer) : m_answer(std::move(answer)), m_server(std::make_unique<QTcpServer>())
    {
        listen();
    }
    /// Over TLS.
    WebServer(Answer answer, const QString &certificate, const QString &key)
        : m_answer(std::move(answer)), m_server(std::make_unique<QSslServer>())
    {
        QFile certificateFile(certificate);
        QFile keyFile(key);
        if (!certificateFile.open(QIODevice::ReadOnly) || !keyFile.open(QIODevice::ReadOnly)) {
            qFatal("the test's certificate is missing");
        }
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(&certificateFile));
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        static_cast<QSslServer &>(*m_server).setSslConfiguration(configuration);
        m_scheme = QStringLiteral("https");
        listen();
    }

    QString url(const QString &path = QStringLiteral("/"), const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return QStringLiteral("%1://%2:%3%4").arg(m_scheme, host).arg(m_server->serverPort()).arg(path);
    }
    QByteArrayList requests; ///< Heads and bodies, in order.

    static QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
               "\r\n" + body;
    }

private:
    void listen()
    {
        if (!m_server->listen(QHostAddress::LocalHost)) {
            qFatal("the test's server can't listen");
        }
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] {
            while (QTcpSocket *socket = m_server->nextPendingConnection()) {
                take(socket);
            }
        });
    }
    void take(QTcpSocket *socket)
    {
        const auto read = [this, socket, heard = QByteArray()]() mutable {
            heard += socket->readAll();
            if (isWhole(heard)) {
                requests.append(std::exchange(heard, {}));
                reply(*socket);
            }
        };
        QObject::connect(socket, &QTcpSocket::readyRead, m_server.get(), read);
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
    void reply(QTcpSocket &socket)
    {
        const std::optional<QByteArray> told = m_answer(requests.last());
        if (!told) {
            return;
        }
        socket.write(*told);
        socket.disconnectFromHost();
    }
    static bool isWhole(const QByteArray &heard)
    {
        const qsizetype end = heard.indexOf("\r\n\r\n");
        const qsizetype at = heard.toLower().indexOf("content-length:");
        const qint64 length = at < 0 ? 0 : heard.mid(at + 15, heard.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        return end >= 0 && heard.size() >= end + 4 + length;
    }

    const Answer m_answer;
    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme = QStringLiteral("http");
};

} // namespace test
