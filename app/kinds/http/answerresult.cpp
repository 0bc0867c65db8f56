// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/http/answerresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

QByteArray mediaType(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().toLower();
}

bool isJson(const QByteArray &type)
{
    return type == "application/json" || type.endsWith("+json");
}

QJsonValue valueOf(const QByteArray &bytes, const QByteArray &type)
{
    if (isJson(type)) {
        // Qt reads whole documents only; a lone number or text is one inside a list.
        const QJsonDocument document = QJsonDocument::fromJson('[' + bytes + ']');
        if (document.array().size() == 1) {
            return document.array().first();
        }
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return decoder.hasError() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

} // namespace

bool isText(const QByteArray &contentType)
{
    const QByteArray type = mediaType(contentType);
    return type.isEmpty() || type.startsWith("text/") || isJson(type) || type.endsWith("xml") ||
           type.endsWith("javascript") || type.endsWith("yaml") || type == "application/x-www-form-urlencoded";
}

QJsonObject resultOf(const net::Answer &answer, const net::Timing &timing, const BodyKept &body)
{
    QJsonObject headers;
    for (const auto &[name, value] : answer.headers) {
        const QString key = QString::fromLatin1(name).toLower();
        if (key != "set-cookie"_L1) {
            headers.insert(key, QString::fromUtf8(value));
        }
    }
    QJsonObject result{{u"status"_s, answer.status},
                       {u"url"_s, answer.url.toString()},
                       {u"headers"_s, headers},
                       {u"bytes"_s, body.size},
                       {u"total_ms"_s, qint64(timing.total.count())}};
    const auto insertTime = [&result](const QString &name, const std::optional<base::Millis> &time) {
        if (time) {
            result.insert(name, qint64(time->count()));
        }
    };
    insertTime(u"connected_ms"_s, timing.connected);
    insertTime(u"answered_ms"_s, timing.answered);
    const QByteArray type = answer.header("Content-Type");
    if (body.size <= mostKept && isText(type)) {
        if (const QJsonValue value = valueOf(body.bytes, mediaType(type)); !value.isUndefined()) {
            result.insert("body"_L1, value);
        }
    }
    return result;
}

} // namespace kinds
