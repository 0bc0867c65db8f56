// SPDX-License-Identifier: Apache-2.0
// An engine's API made of answers written beforehand: each request is recorded and gets what the test's function says,
// byte for byte, in pieces if need be.
#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace test {

struct Request
{
    QByteArray method;
    QByteArray target;                     ///< Path and query as they were sent.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;
};

struct Reply
{
    QByteArray bytes;    ///< Status line and all; empty answers nothing.
    bool hangUp = false; ///< Closes the connection after them.
};

Reply json(int status, const QByteArray &body);
/// The head of an event stream and what is to follow; the connection stays open unless `hangUp`.
Reply events(const QByteArray &text, bool hangUp = false);

class ScriptedServer : public QTcpServer
{
public:
    using Script = std::function<Reply(const Request &)>;

    explicit ScriptedServer(Script script);

    QString url() const;
    const QList<Request> &requests() const { return m_requests; }
    QList<QByteArray> lines() const; ///< `METHOD target` of each request.
    /// Bytes to the connection that asked last.
    void push(const QByteArray &bytes);
    void hangUp();

private:
    void read(QTcpSocket *socket);

    Script m_script;
    QList<Request> m_requests;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QPointer<QTcpSocket> m_last;
};

} // namespace test
