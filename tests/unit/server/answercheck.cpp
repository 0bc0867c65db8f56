// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/answercheck.h"

#include "app/server/routes/openapi.h"
#include "app/server/routes/table.h"

#include <QJsonArray>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;

namespace test {

namespace {

const QJsonObject &document()
{
    static const QJsonObject all = server::openApi(server::routes());
    return all;
}

/// References replaced by what they mean; none of the schemas holds itself.
QJsonValue resolved(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue each : value.toArray()) {
            array.append(resolved(each));
        }
        return array;
    }
    const QJsonObject object = value.toObject();
    if (const QString reference = object.value("$ref"_L1).toString(); !reference.isEmpty()) {
        const QJsonObject schemas = document().value("components"_L1).toObject().value("schemas"_L1).toObject();
        return resolved(schemas.value(reference.section(u'/', -1)));
    }
    QJsonObject all;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        all.insert(it.key(), it->isObject() || it->isArray() ? resolved(*it) : *it);
    }
    return value.isObject() ? QJsonValue(all) : value;
}

const valijson::Schema &schemaFor(const QJsonObject &described)
{
    static std::map<QByteArray, valijson::Schema> known;
    const QByteArray key = QJsonDocument(described).toJson(QJsonDocument::Compact);
    const auto found = known.find(key);
    if (found != known.end()) {
        return found->second;
    }
    const QJsonValue whole = resolved(described);
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(whole), known[key]);
    return known[key];
}

QString problemWith(const QJsonObject &described, const QJsonValue &value)
{
    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(schemaFor(described), valijson::adapters::QtJsonAdapter(value), &results)) {
        return {};
    }
    QStringList sentences;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        QString place;
        for (const std::string &part : error.context) {
            place += QString::fromStdString(part);
        }
        sentences.append(place + u": "_s + QString::fromStdString(error.description));
    }
    return sentences.join(u"; "_s);
}

QJsonObject responseFor(const server::Route &route, int status)
{
    const QJsonObject path = document().value("paths"_L1).toObject().value(route.pattern).toObject();
    const QString method = QString::fromLatin1(server::methodName(route.method).toLower());
    const QJsonObject responses = path.value(method).toObject().value("responses"_L1).toObject();
    return responses.value(responses.contains(QString::number(status)) ? QString::number(status) : u"default"_s)
        .toObject();
}

QSet<QString> &seen()
{
    static QSet<QString> routes;
    return routes;
}

server::Method methodNamed(const QByteArray &name)
{
    for (const auto method : {server::Method::Get, server::Method::Post, server::Method::Put, server::Method::Delete}) {
        if (server::methodName(method) == name) {
            return method;
        }
    }
    return server::Method::Other;
}

} // namespace

void failWhereUndescribed(const QByteArray &method, const QByteArray &path, const Reply &reply)
{
    const server::Match match = server::matchRoute(methodNamed(method), path.split('?').first());
    if (!match.route || !reply.whole) {
        return;
    }
    const QJsonObject content = responseFor(*match.route, reply.status).value("content"_L1).toObject();
    const QString type = QString::fromLatin1(reply.header("content-type"));
    const QString name = server::operationName(*match.route);
    QString problem;
    if (type == u"application/octet-stream"_s && path.contains("plain=1")) {
        return; // the stored bytes
    }
    if (!content.contains(type)) {
        problem = u"answered %1 as %2"_s.arg(reply.status).arg(type);
    } else if (type == u"application/json"_s) {
        const QJsonValue body = reply.json().isArray() ? QJsonValue(reply.json().array()) : reply.object();
        problem = problemWith(content.value(type).toObject().value("schema"_L1).toObject(), body);
    }
    if (reply.header("x-content-type-options") != "nosniff") {
        problem += u" without nosniff"_s;
    }
    if (!problem.isEmpty()) {
        QTest::qFail(
            qPrintable(
                u"%1 %2: %3\n%4"_s.arg(name).arg(reply.status).arg(problem.left(600), QString::fromUtf8(reply.body.left(600)))),
            __FILE__, __LINE__);
    } else if (reply.status < 300) {
        seen().insert(name);
    }
}

const QSet<QString> &routesSeen()
{
    return seen();
}

} // namespace test
