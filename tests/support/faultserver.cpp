// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faultserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QTimer>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace test {

namespace {

QByteArray headOf(const Told &answer, qsizetype length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Told\r\nConnection: close\r\n";
    if (!answer.type.isEmpty()) {
        head += "Content-Type: " + answer.type + "\r\n";
    }
    for (const auto &[name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    return head + (answer.open ? QByteArray() : "Content-Length: " + QByteArray::number(length) + "\r\n") + "\r\n";
}

/// How long a request is whose head begins so; empty while that is not known.
std::optional<qsizetype> lengthOf(const QByteArray &heard)
{
    const qsizetype end = heard.indexOf("\r\n\r\n");
    if (end < 0) {
        return std::nullopt;
    }
    const QByteArray head = heard.first(end).toLower() + "\r\n";
    const qsizetype at = head.indexOf("\r\ncontent-length:");
    const qsizetype value = at + 17;
    return end + 4 + (at < 0 ? 0 : head.sliced(value, head.indexOf('\r', value) - value).trimmed().toLongLong());
}

Asked parse(const QByteArray &heard)
{
    const qsizetype end = heard.indexOf("\r\n\r\n");
    const QByteArrayList lines = heard.first(end).split('\n');
    const QByteArrayList first = lines.first().trimmed().split(' ');
    Asked asked{.method = first.value(0)};
    const QByteArray target = first.value(1);
    const qsizetype mark = target.indexOf('?');
    asked.path = mark < 0 ? target : target.first(mark);
    asked.query = QUrlQuery(mark < 0 ? QString() : QString::fromLatin1(target.sliced(mark + 1)));
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        asked.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    asked.body = heard.sliced(end + 4);
    return asked;
}

std::optional<QStringList> match(const QByteArray &pattern, const QByteArray &path)
{
    const QByteArrayList wanted = pattern.split('/');
    const QByteArrayList given = path.split('/');
    QStringList parts;
    if (wanted.size() != given.size()) {
        return std::nullopt;
    }
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i) == "{}") {
            parts.append(QString::fromUtf8(QByteArray::fromPercentEncoding(given.at(i))));
        } else if (wanted.at(i) != given.at(i)) {
            return std::nullopt;
        }
    }
    return parts;
}

bool fits(const QByteArray &method, const QByteArray &pattern, const Asked &request)
{
    return (method == "*" || method == request.method) && match(pattern, request.path);
}

QByteArray httpTime(qint64 secondsFromNow)
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc().addSecs(secondsFromNow), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

} // namespace

QJsonObject Asked::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Told told(const QJsonObject &object, int status)
{
    return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Told toldList(const QJsonArray &array, int status)
{
    return {.status = status, .body = QJsonDocument(array).toJson(QJsonDocument::Compact)};
}

/// Those that are an answer of their own.
std::optional<Told> FaultServer::plainFault(Fault fault) const
{
    constexpr qint64 hour = 3600;
    const QByteArray page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>please</body></html>";
    switch (fault) {
    case Fault::Unauthorized:
        return told({{u"detail"_s, u"Unauthorized"_s}}, 401);
    case Fault::Forbidden:
        return told({{u"detail"_s, u"Forbidden"_s}}, 403);
    case Fault::NotFound:
        return told({{u"detail"_s, u"gone"_s}}, 404);
    case Fault::NotAllowed:
        return told({{u"detail"_s, u"Method Not Allowed"_s}}, 405);
    case Fault::Conflict:
        return told({{u"detail"_s, u"somebody was faster"_s}}, 409);
    case Fault::TooMany:
        return Told{
            .status = 429, .body = R"({"detail":"slow down"})", .headers = {{"Retry-After", QByteArray::number(plea)}}};
    case Fault::TooManyByDate:
        return Told{.status = 429,
                    .body = R"({"detail":"slow down"})",
                    .headers = {{"Date", httpTime(-hour)}, {"Retry-After", httpTime(plea - hour)}}};
    case Fault::Unavailable:
        return Told{
            .status = 503, .body = R"({"detail":"starting"})", .headers = {{"Retry-After", QByteArray::number(plea)}}};
    case Fault::ServerError:
        return told({{u"error"_s, QJsonObject{{u"message"_s, u"it broke"_s}}}}, 500);
    case Fault::BareString:
        return Told{.status = 500, .body = "\"it broke\""};
    case Fault::GatewayPage:
        return Told{.status = 502, .body = page, .type = "text/html; charset=utf-8"};
    case Fault::Page:
        return Told{.body = page, .type = "text/html; charset=utf-8"};
    case Fault::Garbled:
        return Told{.body = "{\"id\": \"a"};
    default:
        return std::nullopt;
    }
}

FaultServer::FaultServer()
{
    if (!m_server.listen(QHostAddress::LocalHost) || !m_other.listen(QHostAddress::LocalHost)) {
        qFatal("the test's server can't listen");
    }
    m_port = m_server.serverPort();
    QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            take(socket);
        }
    });
    QObject::connect(&m_other, &QTcpServer::pendingConnectionAvailable, &m_other, [this] {
        while (QTcpSocket *socket = m_other.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, &m_other, [this, socket] {
                elsewhere.append(socket->readAll());
                send(*socket, toldList(QJsonArray()));
            });
        }
    });
}

FaultServer::~FaultServer()
{
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>()) {
        socket->disconnect();
    }
}

QUrl FaultServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FaultServer::goAway()
{
    m_server.close();
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>()) {
        socket->abort();
    }
}

bool FaultServer::comeBack()
{
    return m_server.listen(QHostAddress::LocalHost, m_port);
}

void FaultServer::route(const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    m_routes.prepend({method, pattern, std::move(handler)});
}

void FaultServer::fault(const QByteArray &method, const QByteArray &pattern, Fault fault, int times)
{
    m_faults.append({.method = method, .pattern = pattern, .fault = fault, .left = times, .endless = times == 0});
}

int FaultServer::count(const QByteArray &method, const QByteArray &pattern) const
{
    return static_cast<int>(std::count_if(asked.begin(), asked.end(),
                                          [&](const Asked &request) { return fits(method, pattern, request); }));
}

void FaultServer::take(QTcpSocket *socket)
{
    QObject::connect(socket, &QTcpSocket::readyRead, &m_server,
                     [this, socket, heard = QByteArray(), length = std::optional<qsizetype>()]() mutable {
                         heard += socket->readAll();
                         length = length ? length : lengthOf(heard);
                         if (length && heard.size() >= *length) {
                             answer(*socket, parse(std::exchange(heard, {})));
                             length.reset();
                         }
                     });
    QObject::connect(socket, &QTcpSocket::disconnected, &m_server, [this, socket] {
        m_streams.removeAll(socket);
        socket->deleteLater();
    });
}

void FaultServer::answer(QTcpSocket &socket, Asked request)
{
    asked.append(request);
    for (Trouble &trouble : m_faults) {
        if ((trouble.endless || trouble.left > 0) && fits(trouble.method, trouble.pattern, request)) {
            --trouble.left;
            misbehave(socket, trouble, request);
            return;
        }
    }
    send(socket, right(request));
}

Told FaultServer::right(Asked &request) const
{
    if (!m_demand.first.isEmpty() && !m_demand.second.isEmpty() &&
        request.headers.value(m_demand.first) != m_demand.second) {
        return *plainFault(Fault::Unauthorized);
    }
    for (const Route &route : m_routes) {
        if (fits(route.method, route.pattern, request)) {
            request.parts = *match(route.pattern, request.path);
            return route.handler(request);
        }
    }
    return told({{u"detail"_s, u"no such route"_s}}, 404);
}

void FaultServer::misbehave(QTcpSocket &socket, Trouble &trouble, Asked &request)
{
    if (const std::optional<Told> plain = plainFault(trouble.fault)) {
        send(socket, *plain);
        return;
    }
    if (trouble.fault == Fault::Silent) {
        return;
    }
    if (trouble.fault == Fault::Reset) {
        const linger at_once{1, 0};
        setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        socket.abort();
        return;
    }
    if (trouble.fault == Fault::RedirectAway) {
        redirect(socket, request);
        return;
    }
    Told answer = right(request);
    switch (trouble.fault) {
    case Fault::Stall:
        sendPart(socket, answer, answer.body.size() / 2);
        return;
    case Fault::Truncated:
        sendPart(socket, answer, answer.body.size() / 2);
        socket.disconnectFromHost();
        return;
    case Fault::Trickle:
        trickle(socket, answer);
        return;
    case Fault::WrongType:
        answer.type = "text/plain";
        break;
    case Fault::WrongKind:
        answer =
            answer.body.startsWith('[') ? told(QJsonObject{{u"surprise"_s, 1}}) : toldList(QJsonArray{1, u"two"_s});
        break;
    case Fault::RepeatedPage:
        trouble.first = trouble.first.value_or(answer);
        answer = *trouble.first;
        break;
    default: // MissingPage
        answer = trouble.first ? *plainFault(Fault::NotFound) : answer;
        trouble.first = answer;
    }
    send(socket, answer);
}

/// In another form each time.
void FaultServer::redirect(QTcpSocket &socket, const Asked &request)
{
    static const QByteArrayList forms{
        "http://127.0.0.1:", "//127.0.0.1:", "http://ann:right@127.0.0.1:", "HTTP://LOCALHOST:", "http://localhost:"};
    static const QList<int> statuses{302, 301, 303, 307, 308, 302, 307};
    const qsizetype turn = asked.size();
    const QByteArray to =
        forms.at(turn % forms.size()) + QByteArray::number(m_other.serverPort()) + request.path + "?again=1";
    send(socket, {.status = statuses.at(turn % statuses.size()), .body = "{}", .headers = {{"Location", to}}});
}

void FaultServer::send(QTcpSocket &socket, const Told &answer)
{
    socket.write(headOf(answer, answer.body.size()) + answer.body);
    if (answer.open) {
        m_streams.append(&socket);
    } else {
        socket.disconnectFromHost();
    }
}

void FaultServer::sendPart(QTcpSocket &socket, const Told &answer, qsizetype bytes)
{
    socket.write(headOf(answer, answer.body.size()) + answer.body.first(bytes));
    socket.flush();
}

void FaultServer::trickle(QTcpSocket &socket, const Told &answer)
{
    socket.write(headOf(answer, answer.body.size() + (1 << 20)));
    auto *timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
    timer->start(20);
}

void FaultServer::push(const QByteArray &bytes)
{
    for (QTcpSocket *socket : m_streams) {
        socket->write(bytes);
        socket->flush();
    }
}

void FaultServer::closeStreams()
{
    for (QTcpSocket *socket : std::exchange(m_streams, {})) {
        socket->disconnectFromHost();
    }
}

} // namespace test
