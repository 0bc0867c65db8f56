// SPDX-License-Identifier: Apache-2.0
// A remote system that answers by script and misbehaves on demand. Lives on the thread of the test, listens on a free
// port, and remembers what it was asked; what goes to `elsewhere`, another server, is remembered too.
#pragma once

#include <QHash>
#include <QJsonDocument>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace test {

enum class Fault {
    Unauthorized,  ///< 401
    Forbidden,     ///< 403
    NotFound,      ///< 404
    NotAllowed,    ///< 405
    Conflict,      ///< 409
    TooMany,       ///< 429 with `Retry-After` in seconds
    TooManyByDate, ///< The same as a date, of a clock that is an hour slow.
    Unavailable,   ///< 503 with the same
    ServerError,   ///< 500, JSON
    BareString,    ///< 500, a JSON text and nothing around it
    GatewayPage,   ///< 502, a page for people
    Reset,         ///< The connection is reset instead of an answer.
    Silent,        ///< Never an answer.
    Stall,         ///< Half an answer, and then nothing.
    Trickle,       ///< A byte now and then, for ever.
    Truncated,     ///< Half an answer, and the end of the connection.
    WrongType,     ///< The right body as text/plain.
    Page,          ///< 200, a page for people.
    Garbled,       ///< 200, JSON by its type and not by its body.
    WrongKind,     ///< 200, JSON of another kind than it should be.
    RedirectAway,  ///< 302 to another server.
    RepeatedPage,  ///< The first answer again, whatever is asked.
    MissingPage,   ///< 404 from the second request on.
};

struct Asked
{
    QByteArray method;
    QByteArray path; ///< Encoded, without the query.
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;
    QStringList parts = {}; ///< What stands for the `{}` of the route, decoded.

    QJsonObject json() const;
    QString value(const QString &name) const { return query.queryItemValue(name, QUrl::FullyDecoded); }
};

struct Told
{
    int status = 200;
    QByteArray body = {};
    QByteArray type = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    bool open = false; ///< A stream: the connection stays, and push() adds to it.
};

Told told(const QJsonObject &object, int status = 200);
Told toldList(const QJsonArray &array, int status = 200);

class FaultServer
{
public:
    using Handler = std::function<Told(const Asked &)>;

    FaultServer();
    ~FaultServer();

    QUrl url() const;
    /// Nobody listens there any more, and who was connected is cut off; then it is there again, at the same port.
    void goAway();
    bool comeBack();
    /// `/api/automations/{}`: each `{}` is one part of the path. Later routes win.
    void route(const QByteArray &method, const QByteArray &pattern, Handler handler);
    /// Requests to the route go wrong, so many of them; with 0 all.
    void fault(const QByteArray &method, const QByteArray &pattern, Fault fault, int times = 0);
    void heal() { m_faults.clear(); }
    /// What every request must have; others get 401. Empty values are not looked at.
    void demand(const QByteArray &header, const QByteArray &value) { m_demand = {header.toLower(), value}; }

    int plea = 1; ///< Seconds that it asks to wait.
    QList<Asked> asked;
    /// How many of them were of the route.
    int count(const QByteArray &method, const QByteArray &pattern) const;
    /// What the other server was sent, as it came.
    QByteArrayList elsewhere;

    void push(const QByteArray &bytes);
    /// Ends the streams that are open; with a reset if wanted.
    void closeStreams();
    qsizetype streams() const { return m_streams.size(); }

private:
    struct Route
    {
        QByteArray method;
        QByteArray pattern;
        Handler handler;
    };
    struct Trouble
    {
        QByteArray method;
        QByteArray pattern;
        Fault fault;
        int left;
        bool endless;
        std::optional<Told> first = {};
    };

    std::optional<Told> plainFault(Fault fault) const;
    void take(QTcpSocket *socket);
    void answer(QTcpSocket &socket, Asked request);
    Told right(Asked &request) const;
    void misbehave(QTcpSocket &socket, Trouble &trouble, Asked &request);
    void redirect(QTcpSocket &socket, const Asked &request);
    void send(QTcpSocket &socket, const Told &answer);
    void sendPart(QTcpSocket &socket, const Told &answer, qsizetype bytes);
    void trickle(QTcpSocket &socket, const Told &answer);

    QTcpServer m_server;
    quint16 m_port = 0; // kept while it is away
    QTcpServer m_other;
    QList<Route> m_routes;
    QList<Trouble> m_faults;
    QList<QTcpSocket *> m_streams;
    std::pair<QByteArray, QByteArray> m_demand;
};

} // namespace test
