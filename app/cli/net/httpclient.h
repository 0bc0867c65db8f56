// SPDX-License-Identifier: Apache-2.0
// Talks to one engine's API on the loopback. Every answer has a deadline and a size limit, no redirect is followed, no
// proxy is asked, and no request is ever sent twice: a lost answer is an error, never a repeated order.
#pragma once

#include "app/base/result.h"
#include "app/store/endpoint.h"

#include <QByteArray>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

class QNetworkReply;

namespace cli {

struct ApiRequest
{
    QByteArray method = "GET";
    QByteArray path;                                        ///< Path and query, already escaped: `/api/automations`.
    QByteArray body;                                        ///< JSON, or empty.
    QByteArray lastEventId;                                 ///< For a stream that goes on where it broke off.
    std::optional<std::chrono::milliseconds> deadline = {}; ///< Of the whole answer; the client's where not given.
};

class HttpClient : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(base::Result<QByteArray>)>;
    using Piece = std::function<void(const QByteArray &)>;

    explicit HttpClient(store::Endpoint endpoint, QObject *parent = nullptr);

    /// The whole body of a 2xx answer, else the error it stands for. Timeout after the deadline (30 s in all
    /// where the request has none of its own),
    /// Unavailable where nobody answers, the answer breaks off or is larger than 32 MiB. `answered` is called once, on
    /// this thread.
    void send(const ApiRequest &request, Answered answered);

    /// A body of any length and duration, handed over piece by piece while it comes; only 2xx bodies are. `answered` is
    /// called once, at the end, with an empty value or the error. Deleting the reply stops it silently.
    QNetworkReply *stream(const ApiRequest &request, Piece piece, Answered answered);

    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }
    const store::Endpoint &endpoint() const { return m_endpoint; }

private:
    QNetworkReply *start(const ApiRequest &request);
    base::Error errorOf(const QNetworkReply &reply, const QByteArray &body) const;

    store::Endpoint m_endpoint;
    std::chrono::milliseconds m_deadline{30000};
    QNetworkAccessManager m_network;
};

/// One segment of a path, escaped.
QByteArray segment(const QString &text);
/// `?a=b&c=d`, escaped; empty without parameters.
QByteArray query(const QList<std::pair<QString, QString>> &parameters);

} // namespace cli
