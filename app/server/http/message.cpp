// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/message.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

QByteArray phraseOf(int status)
{
    switch (status) {
    case 200:
        return "OK"_ba;
    case 201:
        return "Created"_ba;
    case 202:
        return "Accepted"_ba;
    case 400:
        return "Bad Request"_ba;
    case 401:
        return "Unauthorized"_ba;
    case 403:
        return "Forbidden"_ba;
    case 404:
        return "Not Found"_ba;
    case 405:
        return "Method Not Allowed"_ba;
    case 409:
        return "Conflict"_ba;
    case 413:
        return "Content Too Large"_ba;
    case 415:
        return "Unsupported Media Type"_ba;
    case 421:
        return "Misdirected Request"_ba;
    case 429:
        return "Too Many Requests"_ba;
    case 431:
        return "Request Header Fields Too Large"_ba;
    case 501:
        return "Not Implemented"_ba;
    case 503:
        return "Service Unavailable"_ba;
    case 504:
        return "Gateway Timeout"_ba;
    default:
        return "Internal Server Error"_ba;
    }
}

QByteArray commonHead(int status, const QByteArray &type)
{
    return "HTTP/1.1 "_ba + QByteArray::number(status) + ' ' + phraseOf(status) + "\r\nContent-Type: "_ba + type +
           "\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n"_ba;
}

QByteArray linesOf(const QList<Header> &headers)
{
    QByteArray lines;
    for (const Header &header : headers) {
        lines += header.name + ": "_ba + header.value + "\r\n"_ba;
    }
    return lines;
}

} // namespace

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET"_ba;
    case Method::Post:
        return "POST"_ba;
    case Method::Put:
        return "PUT"_ba;
    case Method::Delete:
        return "DELETE"_ba;
    case Method::Other:
        return "other"_ba;
    }
    Q_UNREACHABLE();
}

QByteArray Request::header(const QByteArray &lowerCaseName) const
{
    for (const Header &header : headers) {
        if (header.name == lowerCaseName) {
            return header.value.trimmed();
        }
    }
    return {};
}

int Request::count(const QByteArray &lowerCaseName) const
{
    return static_cast<int>(std::count_if(headers.begin(), headers.end(),
                                          [&](const Header &header) { return header.name == lowerCaseName; }));
}

int statusOf(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::NotFound:
        return 404;
    case base::ErrorCode::Conflict:
        return 409;
    case base::ErrorCode::Invalid:
        return 400;
    case base::ErrorCode::Denied:
        return 403;
    case base::ErrorCode::Unavailable:
        return 503;
    case base::ErrorCode::Timeout:
        return 504;
    case base::ErrorCode::Cancelled:
        return 409;
    case base::ErrorCode::Corrupt:
        return 500;
    case base::ErrorCode::Unsupported:
        return 501;
    case base::ErrorCode::Internal:
        return 500;
    }
    Q_UNREACHABLE();
}

Response jsonResponse(int status, const QJsonObject &object)
{
    Response response;
    response.status = status;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

Response errorResponse(const base::Error &error)
{
    QJsonObject object{
        {u"detail"_s, error.message()}, {u"code"_s, base::errorCodeName(error.code)}, {u"field"_s, error.field}};
    if (error.position >= 0) {
        object.insert(u"position"_s, error.position);
    }
    return jsonResponse(statusOf(error.code), object);
}

Response refusal(int status, const QString &code, const QString &detail)
{
    return jsonResponse(status, {{u"detail"_s, detail}, {u"code"_s, code}, {u"field"_s, QString(u""_s)}});
}

QByteArray headOf(const Response &response, After after)
{
    QByteArray head = commonHead(response.status, response.type) + linesOf(response.headers);
    head += "Content-Length: "_ba + QByteArray::number(response.body.size()) + "\r\n"_ba;
    head += after == After::Close ? "Connection: close\r\n\r\n"_ba : "Connection: keep-alive\r\n\r\n"_ba;
    return head;
}

QByteArray streamHeadOf(const QByteArray &type, bool chunked, const QList<Header> &headers)
{
    return commonHead(200, type) + linesOf(headers) + (chunked ? "Transfer-Encoding: chunked\r\n"_ba : QByteArray()) +
           "Connection: close\r\n\r\n"_ba;
}

QByteArray chunkOf(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n"_ba + bytes + "\r\n"_ba;
}

} // namespace server
