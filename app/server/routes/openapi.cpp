// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/openapi.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

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
    for (const QString &name : route.headers) {
        parameters.append(parameter(name, u"header"_s));
    }
    return parameters;
}

QJsonObject content(const QString &type, const QJsonObject &schema)
{
    return {{u"content"_s, QJsonObject{{type, QJsonObject{{u"schema"_s, schema}}}}}};
}

QJsonObject reference(const QString &schema)
{
    return schema.isEmpty() ? QJsonObject() : QJsonObject{{u"$ref"_s, u"#/components/schemas/%1"_s.arg(schema)}};
}

/// `shape` says which status, type and schema it answers when all is well.
QJsonObject responsesOf(const Route &route, const QJsonObject &shape)
{
    QJsonObject fine =
        content(shape.value("type"_L1).toString(u"application/json"_s), reference(shape.value("answer"_L1).toString()));
    fine.insert("description"_L1, route.summary);
    QJsonObject wrong = content(u"application/json"_s, reference(u"Error"_s));
    wrong.insert("description"_L1, u"What was wrong"_s);
    return {{QString::number(shape.value("status"_L1).toInt(200)), fine}, {u"default"_s, wrong}};
}

QJsonObject bodyOf(const Route &route, const QJsonObject &shape)
{
    const QJsonObject schema = reference(shape.value("accepts"_L1).toString());
    QJsonObject types = content(u"application/json"_s, schema).value("content"_L1).toObject();
    if (route.body == BodyKind::Raw) {
        types.insert("application/x-www-form-urlencoded"_L1, QJsonObject{{u"schema"_s, schema}});
        types.insert("text/*"_L1, QJsonObject{{u"schema"_s, schema}});
    }
    return {{u"content"_s, types}, {u"required"_s, route.body == BodyKind::Json}};
}

QJsonObject operationOf(const Route &route, const QJsonObject &shape)
{
    QJsonObject operation{{u"summary"_s, route.summary},
                          {u"parameters"_s, parametersOf(route)},
                          {u"responses"_s, responsesOf(route, shape)},
                          {u"x-body-limit"_s, route.bodyLimit}};
    if (route.guard == Guard::Token) {
        operation.insert("x-role"_L1, domain::rightWord(route.right));
    } else {
        operation.insert("security"_L1, QJsonArray());
    }
    if (route.body != BodyKind::Nothing) {
        operation.insert("requestBody"_L1, bodyOf(route, shape));
    }
    return operation;
}

/// What requests and answers look like, by route and by name.
QJsonObject shapesOfAnswers()
{
    QFile file(u":/api/schemas.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

QString operationName(const Route &route)
{
    return QString::fromLatin1(methodName(route.method)) + u' ' + route.pattern;
}

QJsonObject openApi(const QList<Route> &routes)
{
    const QJsonObject shapes = shapesOfAnswers();
    const QJsonObject operations = shapes.value("operations"_L1).toObject();
    QJsonObject paths;
    for (const Route &route : routes) {
        QJsonObject path = paths.value(route.pattern).toObject();
        path.insert(QString::fromLatin1(methodName(route.method).toLower()),
                    operationOf(route, operations.value(operationName(route)).toObject()));
        paths.insert(route.pattern, path);
    }
    const QJsonObject bearer{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}};
    return {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s, QJsonObject{{u"title"_s, u"Signalbox"_s}, {u"version"_s, QStringLiteral(SIGNALBOX_VERSION)}}},
            {u"paths"_s, paths},
            {u"components"_s, QJsonObject{{u"schemas"_s, shapes.value("schemas"_L1)},
                                          {u"securitySchemes"_s, QJsonObject{{u"token"_s, bearer}}}}},
            {u"security"_s, QJsonArray{QJsonObject{{u"token"_s, QJsonArray{}}}}}};
}

} // namespace server
