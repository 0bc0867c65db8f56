// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/envelope.h"

#include "app/sync/rest/errorreader.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .detail = detail};
}

bool saysNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isBool() && !value.toBool()) ||
           (value.isString() && value.toString().trimmed().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

QString errorIn(const QJsonObject &object)
{
    for (const QLatin1StringView key : {"error"_L1, "errors"_L1}) {
        const QJsonValue value = object.value(key);
        if (!saysNothing(value)) {
            const QJsonDocument document(QJsonObject{{u"error"_s, value}});
            const QString said = rest::saidIn(document.toJson(QJsonDocument::Compact), "application/json");
            return said.isEmpty() ? u"an error without words"_s : said;
        }
    }
    return {};
}

} // namespace

base::Status refusalIn(const QJsonObject &answer, const rest::Call &call)
{
    QString said = errorIn(answer);
    if (said.isEmpty()) {
        said = errorIn(answer.value("data"_L1).toObject());
    }
    const QJsonValue success = answer.value("success"_L1);
    if (said.isEmpty() && success.isBool() && !success.toBool()) {
        said = answer.value("message"_L1).toString(u"it was not taken"_s);
    }
    if (said.isEmpty()) {
        return {};
    }
    using enum base::ErrorCode;
    const bool isMissing = said.contains("not found"_L1, Qt::CaseInsensitive);
    return base::Error{.code = isMissing        ? NotFound
                               : call.changes() ? Invalid
                                                : Unavailable,
                       .detail = u"the service refused: %1"_s.arg(said)};
}

base::Result<QJsonValue> dataOf(const rest::Reply &reply, const rest::Call &call)
{
    TRY(const QJsonObject answer, rest::objectOf(reply));
    CHECK(refusalIn(answer, call));
    if (!answer.contains("data"_L1)) {
        return corrupt(u"%1 answered %2 without data"_s.arg(reply.url.host(), reply.url.path()));
    }
    return answer.value("data"_L1);
}

base::Result<QJsonObject> dataObjectOf(const rest::Reply &reply, const rest::Call &call)
{
    TRY(const QJsonValue data, dataOf(reply, call));
    if (!data.isObject()) {
        return corrupt(u"%1 answered %2 with data that is no object"_s.arg(reply.url.host(), reply.url.path()));
    }
    return data.toObject();
}

base::Result<QJsonArray> dataArrayOf(const rest::Reply &reply, const rest::Call &call)
{
    TRY(const QJsonValue data, dataOf(reply, call));
    if (!data.isArray() && !data.isNull()) {
        return corrupt(u"%1 answered %2 with data that is no list"_s.arg(reply.url.host(), reply.url.path()));
    }
    return data.toArray();
}

base::Result<QString> taskIdIn(const QJsonObject &data)
{
    QString id = data.value("taskId"_L1).toString();
    if (id.isEmpty()) {
        id = data.value("data"_L1).toObject().value("taskId"_L1).toString();
    }
    return id.isEmpty() ? base::Result<QString>(corrupt(u"the service took the task and gave it no id"_s)) : id;
}

base::Result<QString> nonceIn(const QJsonValue &data)
{
    const QString text = data.isDouble() ? QString::number(data.toInteger(-1)) : data.toString();
    const bool isNumber = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return isNumber ? base::Result<QString>(text) : corrupt(u"the service gave a nonce that is no number"_s);
}

} // namespace providers::brahma
