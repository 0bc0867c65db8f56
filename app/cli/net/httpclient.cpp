// SPDX-License-Identifier: Apache-2.0
#include "app/cli/net/httpclient.h"

#include "app/cli/exitstatus.h"
#include "app/cli/net/onceonly.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr qsizetype answerLimit = 80 * 1024 * 1024;
/// How much of a stream may wait here before the sender is held back.
constexpr qint64 readAhead = 1024 * 1024;
constexpr qsizetype errorBodyLimit = 64 * 1024;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

/// Why an answer was cut short by us; told to the `finished` handler.
struct Cut
{
    std::optional<base::Error> reason;
};

} // namespace

HttpClient::HttpClient(store::Endpoint endpoint, QObject *parent) : QObject(parent), m_endpoint(std::move(endpoint))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(true);
}

QNetworkReply *HttpClient::start(const ApiRequest &request)
{
    const QUrl url = QUrl::fromEncoded(m_endpoint.url.toUtf8() + request.path, QUrl::StrictMode);
    QNetworkRequest wire(url);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setRawHeader("Authorization", "Bearer " + m_endpoint.token);
    // Named here so that the answer arrives as it was sent; Qt unpacks only what it asked for itself.
    wire.setRawHeader("Accept-Encoding", "identity");
    wire.setRawHeader("User-Agent", "signalbox/" SIGNALBOX_VERSION);
    if (!request.lastEventId.isEmpty()) {
        wire.setRawHeader("Last-Event-ID", request.lastEventId);
    }
    if (!request.body.isEmpty()) {
        wire.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    }
    auto *body = new OnceOnly(request.body);
    QNetworkReply *reply = m_network.sendCustomRequest(wire, request.method, body);
    body->setParent(reply);
    return reply;
}

base::Error HttpClient::errorOf(const QNetworkReply &reply, const QByteArray &body) const
{
    const QString doing = u"asking the engine at %1"_s.arg(m_endpoint.url);
    const int status = statusOf(reply);
    if (status >= 300 && status < 400) {
        return base::unavailable(doing, u"it answered with a redirect, which is not followed"_s);
    }
    if (status >= 400) {
        return errorOfAnswer(status, body);
    }
    if (reply.error() == QNetworkReply::ConnectionRefusedError) {
        return base::unavailable(doing, u"nobody answers there"_s);
    }
    if (reply.error() == QNetworkReply::ContentReSendError || reply.error() == QNetworkReply::RemoteHostClosedError) {
        return base::unavailable(doing, u"the connection was closed before the answer was complete"_s);
    }
    return base::unavailable(doing, reply.errorString());
}

void HttpClient::send(const ApiRequest &request, Answered answered)
{
    QNetworkReply *reply = start(request);
    auto body = std::make_shared<QByteArray>();
    auto cut = std::make_shared<Cut>();
    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, [this, reply, cut, longest = request.deadline.value_or(m_deadline)] {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(longest).count();
        cut->reason = base::Error{base::ErrorCode::Timeout,
                                  u"asking the engine at %1"_s.arg(m_endpoint.url),
                                  u"no complete answer within %1 s"_s.arg(seconds),
                                  {},
                                  -1};
        reply->abort();
    });
    deadline->start(request.deadline.value_or(m_deadline));
    connect(reply, &QNetworkReply::readyRead, reply, [reply, body, cut] {
        body->append(reply->readAll());
        if (body->size() > answerLimit) {
            cut->reason = base::unavailable(u"reading the engine's answer"_s, u"it is larger than 80 MiB"_s);
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, body, cut, answered = std::move(answered)] {
        if (cut->reason) {
            answered(*cut->reason);
            return;
        }
        body->append(reply->readAll());
        if (reply->error() != QNetworkReply::NoError || !isSuccess(statusOf(*reply))) {
            answered(errorOf(*reply, *body));
        } else {
            answered(*body);
        }
    });
}

QNetworkReply *HttpClient::stream(const ApiRequest &request, Piece piece, Answered answered)
{
    QNetworkReply *reply = start(request);
    reply->setReadBufferSize(readAhead);
    auto problem = std::make_shared<QByteArray>();
    const auto take = [reply, problem, piece = std::move(piece)] {
        const QByteArray bytes = reply->readAll();
        if (isSuccess(statusOf(*reply))) {
            piece(bytes);
        } else if (problem->size() < errorBodyLimit) {
            problem->append(bytes);
        }
    };
    connect(reply, &QNetworkReply::readyRead, this, take);
    connect(reply, &QNetworkReply::finished, this, [this, reply, problem, take, answered = std::move(answered)] {
        if (reply->bytesAvailable() > 0) {
            take();
        }
        if (reply->error() != QNetworkReply::NoError || !isSuccess(statusOf(*reply))) {
            answered(errorOf(*reply, *problem));
        } else {
            answered(QByteArray());
        }
    });
    return reply;
}

QByteArray segment(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray query(const QList<std::pair<QString, QString>> &parameters)
{
    QByteArray text;
    for (const auto &[name, value] : parameters) {
        text += text.isEmpty() ? '?' : '&';
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

} // namespace cli
