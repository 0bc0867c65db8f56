// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/call.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace rest {

namespace {

base::Error corrupt(const Reply &reply, const QString &what)
{
    return {.code = base::ErrorCode::Corrupt,
            .detail = u"%1 answered %2 with %3"_s.arg(reply.url.host(), reply.url.path(), what)};
}

} // namespace

Call jsonCall(const QByteArray &method, const QStringList &path, const QJsonDocument &body)
{
    Call call = plainCall(path, method);
    call.headers = {{"Content-Type", "application/json"}};
    call.body = body.toJson(QJsonDocument::Compact);
    return call;
}

QByteArray Reply::header(const QByteArray &name) const
{
    return net::Answer{.status = status, .words = {}, .headers = headers, .url = {}}.header(name);
}

base::Result<QJsonDocument> documentOf(const Reply &reply)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &error);
    if (error.error != QJsonParseError::NoError) {
        return corrupt(reply, u"what is no JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    }
    return document;
}

base::Result<QJsonObject> objectOf(const Reply &reply)
{
    TRY(const QJsonDocument document, documentOf(reply));
    if (!document.isObject()) {
        return corrupt(reply, u"a list where an object was expected"_s);
    }
    return document.object();
}

base::Result<QJsonArray> arrayOf(const Reply &reply)
{
    TRY(const QJsonDocument document, documentOf(reply));
    if (!document.isArray()) {
        return corrupt(reply, u"an object where a list was expected"_s);
    }
    return document.array();
}

} // namespace rest
