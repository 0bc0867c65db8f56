// SPDX-License-Identifier: Apache-2.0
// A request and its answer as plain values: what the listener hands up and takes back. No library's type shows here.
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace server {

enum class Method { Get, Post, Put, Delete, Other };

QByteArray methodName(Method method);

struct Header
{
    QByteArray name; ///< Lower case in requests.
    QByteArray value;
};

struct Request
{
    Method method = Method::Other;
    QByteArray path;  ///< As sent, percent-encoded.
    QByteArray query; ///< What stands behind the first `?`, as sent.
    QList<Header> headers;
    bool keepsChunks = true; ///< HTTP/1.1: understands chunked answers.
    bool chunked = false;
    qint64 declaredLength = 0;
    QByteArray body; ///< Filled by Exchange::readBody().

    bool hasBody() const { return chunked || declaredLength > 0; }
    /// The first value of a header, trimmed; empty where it is missing.
    QByteArray header(const QByteArray &lowerCaseName) const;
    int count(const QByteArray &lowerCaseName) const;
};

struct Response
{
    int status = 200;
    QByteArray type = QByteArrayLiteral("application/json");
    QByteArray body;
    QList<Header> headers;
};

Response jsonResponse(int status, const QJsonObject &object);
/// The one error form: `{"detail","code","field"}` and `position` where there is one.
Response errorResponse(const base::Error &error);
/// The same for what only HTTP knows: `code` is a stable lower-case word.
Response refusal(int status, const QString &code, const QString &detail);
int statusOf(base::ErrorCode code);

enum class After { KeepOpen, Close };
/// Status line and headers of a whole answer, up to and with the empty line.
QByteArray headOf(const Response &response, After after);
/// The same for an answer whose length is not known yet; the connection closes behind it.
QByteArray streamHeadOf(const QByteArray &type, bool chunked, const QList<Header> &headers);
/// One piece of a chunked body; the last one for empty bytes.
QByteArray chunkOf(const QByteArray &bytes);

} // namespace server
