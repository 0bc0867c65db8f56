// SPDX-License-Identifier: Apache-2.0
#include "app/domain/hooks/request.h"

#include "app/base/wordtable.h"
#include "app/domain/input/passing.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<BodyType, BodyType::Text> typeWords({{
    {BodyType::None, u"none"},
    {BodyType::Json, u"json"},
    {BodyType::Form, u"form"},
    {BodyType::Text, u"text"},
}});

/// Qt reads documents only; a lone number or text is one in JSON, too.
base::Result<QJsonValue> anyJson(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error == QJsonParseError::NoError) {
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    const QByteArray trimmed = bytes.trimmed();
    const QJsonDocument wrapped = QJsonDocument::fromJson('[' + trimmed + ']');
    if (wrapped.array().size() == 1 && !trimmed.startsWith('[') && !trimmed.startsWith('{')) {
        return wrapped.array().first();
    }
    base::Error error = base::invalid({}, u"the body is not JSON: %1"_s.arg(problem.errorString()));
    error.position = problem.offset;
    return error;
}

QJsonObject byName(const FormItems &items)
{
    QJsonObject object;
    for (const auto &[name, value] : items) {
        object.insert(name, value);
    }
    return object;
}

QJsonArray pairs(const FormItems &items)
{
    QJsonArray array;
    for (const auto &[name, value] : items) {
        array.append(QJsonArray{name, value});
    }
    return array;
}

FormItems fromPairs(const QJsonArray &array)
{
    FormItems items;
    for (const QJsonValue pair : array) {
        items.append({pair.toArray().at(0).toString(), pair.toArray().at(1).toString()});
    }
    return items;
}

} // namespace

std::optional<BodyType> bodyTypeOf(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    if (type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"))) {
        return BodyType::Json;
    }
    if (type == "application/x-www-form-urlencoded") {
        return BodyType::Form;
    }
    return type.startsWith("text/") ? std::optional(BodyType::Text) : std::nullopt;
}

bool isHeaderForRuns(const QByteArray &name)
{
    static const QList<QByteArray> kept{"authorization",
                                        "cookie",
                                        "proxy-authorization",
                                        "connection",
                                        "proxy-connection",
                                        "keep-alive",
                                        "transfer-encoding",
                                        "te",
                                        "x-api-key",
                                        "upgrade",
                                        "expect"};
    return !kept.contains(name);
}

base::Result<QJsonValue> bodyValue(const HookRequest &request)
{
    if (request.body.isEmpty()) {
        return QJsonValue(QJsonValue::Null);
    }
    switch (request.type) {
    case BodyType::None:
        return QJsonValue(QJsonValue::Null);
    case BodyType::Json:
        return anyJson(request.body);
    case BodyType::Form:
        return QJsonValue(formObject(formItems(request.body)));
    case BodyType::Text:
        return QJsonValue(QString::fromUtf8(request.body));
    }
    Q_UNREACHABLE();
}

QJsonObject requestDocument(const HookRequest &request)
{
    return {{u"body"_s, bodyValue(request).value_or(QJsonValue())},
            {u"headers"_s, byName(request.headers)},
            {u"queryParameters"_s, byName(request.query)}};
}

ArgumentValues argumentsIn(const QJsonValue &body, const QList<Argument> &arguments)
{
    const QJsonValue listed = body.toObject().value("task_arguments"_L1);
    return filledBy(listed.isArray() ? listed : body, arguments);
}

QJsonObject headToJson(const HookRequest &request)
{
    return {{u"type"_s, typeWords.of(request.type)},
            {u"headers"_s, pairs(request.headers)},
            {u"query"_s, pairs(request.query)}};
}

HookRequest headFromJson(const QJsonObject &object)
{
    return {.type = typeWords.find(object.value("type"_L1).toString()).value_or(BodyType::None),
            .headers = fromPairs(object.value("headers"_L1).toArray()),
            .query = fromPairs(object.value("query"_L1).toArray()),
            .body = {}};
}

} // namespace domain
