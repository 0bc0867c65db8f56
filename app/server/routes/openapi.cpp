// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/openapi.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace server {

namespace {

QJsonObject parameter(const QString &name, const QString &place)
{
    return {{u"name"_s, name},
            {u"in"_s, place},
            {u"required"_s, place == u"path"_s},
            {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray parameters;
    for (const QString &word : route.pattern.split(u'/')) {
        if (word.startsWith(u'{')) {
            parameters.append(parameter(word.sliced(1).chopped(1), u"path"_s));
        }
    }
    QStringList names = route.query;
    if (route.token == TokenPlace::Query) {
        names.append(u"token"_s);
    }
    for (const QString &name : names) {
        parameters.append(parameter(name, u"query"_s));
    }
    return parameters;
}

QJsonObject content(const QString &type, const QJsonObject &schema)
{
    return {{u"content"_s, QJsonObject{{type, QJsonObject{{u"schema"_s, schema}}}}}};
}

QJsonObject responsesOf(const Route &route)
{
    const bool stream = route.token == TokenPlace::Query;
    QJsonObject fine = content(stream ? u"text/event-stream"_s : u"application/json"_s, {});
    fine.insert("description"_L1, route.summary);
    QJsonObject wrong = content(u"application/json"_s, {{u"$ref"_s, u"#/components/schemas/Error"_s}});
    wrong.insert("description"_L1, u"What was wrong"_s);
    return {{u"2XX"_s, fine}, {u"default"_s, wrong}};
}

QJsonObject operationOf(const Route &route)
{
    QJsonObject operation{{u"summary"_s, route.summary},
                          {u"parameters"_s, parametersOf(route)},
                          {u"responses"_s, responsesOf(route)},
                          {u"x-role"_s, domain::rightWord(route.right)},
                          {u"x-body-limit"_s, route.bodyLimit}};
    if (route.body != BodyKind::Nothing) {
        QJsonObject body = content(u"application/json"_s, {{u"type"_s, QJsonArray{u"object"_s, u"array"_s}}});
        body.insert("required"_L1, route.body == BodyKind::Json);
        operation.insert("requestBody"_L1, body);
    }
    return operation;
}

QJsonObject errorSchema()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    return {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray{u"detail"_s, u"code"_s, u"field"_s}},
            {u"properties"_s, QJsonObject{{u"detail"_s, text},
                                          {u"code"_s, text},
                                          {u"field"_s, text},
                                          {u"position"_s, QJsonObject{{u"type"_s, u"integer"_s}}}}}};
}

} // namespace

QJsonObject openApi(const QList<Route> &routes)
{
    QJsonObject paths;
    for (const Route &route : routes) {
        QJsonObject path = paths.value(route.pattern).toObject();
        path.insert(QString::fromLatin1(methodName(route.method).toLower()), operationOf(route));
        paths.insert(route.pattern, path);
    }
    const QJsonObject bearer{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}};
    return {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s, QJsonObject{{u"title"_s, u"Signalbox"_s}, {u"version"_s, QStringLiteral(SIGNALBOX_VERSION)}}},
            {u"paths"_s, paths},
            {u"components"_s, QJsonObject{{u"schemas"_s, QJsonObject{{u"Error"_s, errorSchema()}}},
                                          {u"securitySchemes"_s, QJsonObject{{u"token"_s, bearer}}}}},
            {u"security"_s, QJsonArray{QJsonObject{{u"token"_s, QJsonArray{}}}}}};
}

} // namespace server
