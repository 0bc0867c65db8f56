// SPDX-License-Identifier: Apache-2.0
// What is asked of a remote system, and what it answered. Values.
#pragma once

#include "app/base/result.h"
#include "app/net/request.h"

#include <QJsonDocument>
#include <QStringList>
#include <QUrlQuery>

namespace rest {

/// Whether a call may be sent again when it is not known what became of the first one.
enum class Repeat {
    ByMethod, ///< GET, HEAD, PUT and DELETE may.
    Safe,     ///< Twice is as once.
    Never,    ///< Only where it is known that nothing was done.
    Once,     ///< Not even then: a login that is turned away.
};
/// Who asks. Ours goes to our own server only and waits while it is renewed.
enum class Identity { Ours, None };
enum class Expects { Json, Anything };

struct Call
{
    QByteArray method = "GET";
    QStringList path; ///< Below the address of the connection, not encoded.
    QUrl url;         ///< Instead of `path`: a link out of an answer.
    QUrlQuery query;
    net::Headers headers = {};
    QByteArray body = {};
    Repeat repeat = Repeat::ByMethod;
    Identity identity = Identity::Ours;
    Expects expects = Expects::Json;
    std::optional<base::Millis> longest = {}; ///< Of one attempt; the habit's where not given.

    /// Adds to the query, encoded.
    void ask(const QString &name, const QString &value)
    {
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    bool changes() const { return method != "GET" && method != "HEAD"; }
    bool mayRepeat() const
    {
        return repeat == Repeat::Safe ||
               (repeat == Repeat::ByMethod && (!changes() || method == "PUT" || method == "DELETE"));
    }
};

/// GET, or another method without a body.
inline Call plainCall(const QStringList &path, const QByteArray &method = "GET")
{
    Call call;
    call.method = method;
    call.path = path;
    return call;
}

/// With a JSON body.
Call jsonCall(const QByteArray &method, const QStringList &path, const QJsonDocument &body);

struct Reply
{
    int status = 0;
    net::Headers headers;
    QByteArray body;
    QUrl url;

    QByteArray header(const QByteArray &name) const;
};

/// Corrupt where the body is no JSON.
base::Result<QJsonDocument> documentOf(const Reply &reply);
base::Result<QJsonObject> objectOf(const Reply &reply);
base::Result<QJsonArray> arrayOf(const Reply &reply);

} // namespace rest
