// SPDX-License-Identifier: Apache-2.0
#include "app/engine/results/resultschema.h"

#include "app/engine/results/schemashape.h"

#include <QJsonArray>
#include <QPromise>
#include <QStringList>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <thread>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr qsizetype longestMatched = 4096; ///< Characters that a pattern is held against.
constexpr int mostNamed = 3;

/// Where Valijson reports by exceptions, they end here.
base::Status load(const QJsonObject &document, valijson::Schema &schema)
{
    try {
        const QJsonValue value(document);
        const valijson::adapters::QtJsonAdapter adapter(value);
        valijson::SchemaParser().populateSchema(adapter, schema);
        return {};
    } catch (const std::exception &problem) {
        return base::invalid({}, QString::fromUtf8(problem.what()));
    }
}

/// `["<root>", "[a]", "[0]"]` as `/a/0`.
QString placeOf(const std::vector<std::string> &context)
{
    QString place;
    for (std::size_t i = 1; i < context.size(); ++i) {
        QString part = QString::fromStdString(context[i]);
        if (part.startsWith(u'[') && part.endsWith(u']')) {
            part = part.sliced(1, part.size() - 2);
        }
        place += u'/' + part;
    }
    return place.isEmpty() ? u"/"_s : place;
}

QString textOf(valijson::ValidationResults &results)
{
    QStringList sentences;
    const std::size_t count = results.numErrors();
    valijson::ValidationResults::Error error;
    // What is wrong deepest down is told last and says most.
    while (results.popError(error)) {
        sentences.prepend(u"%1: %2"_s.arg(placeOf(error.context), QString::fromStdString(error.description)));
    }
    QString text = sentences.mid(std::max<qsizetype>(0, sentences.size() - mostNamed)).join(u' ');
    if (count > mostNamed) {
        text += u" (and %1 more)"_s.arg(count - mostNamed);
    }
    return text;
}

QString tooLongForPatterns(const QJsonValue &value, const QString &place)
{
    if (value.isString() && value.toString().size() > longestMatched) {
        return u"%1: a text of more than %2 characters is not held against patterns"_s.arg(place).arg(longestMatched);
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (const QString found = tooLongForPatterns(array.at(i), u"%1/%2"_s.arg(place).arg(i)); !found.isEmpty()) {
            return found;
        }
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString found = it.key().size() > longestMatched ? tooLongForPatterns(it.key(), place)
                                                               : tooLongForPatterns(*it, place + u'/' + it.key());
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

base::Result<QString> violations(const QJsonObject &document, const QJsonValue &result)
{
    if (result.isUndefined()) {
        return u"the run gave no result"_s;
    }
    CHECK(checkResultSchema(document));
    if (hasPatterns(document)) {
        if (const QString found = tooLongForPatterns(result, QString()); !found.isEmpty()) {
            return found;
        }
    }
    valijson::Schema schema;
    CHECK(load(document, schema));
    try {
        valijson::ValidationResults results;
        const valijson::adapters::QtJsonAdapter adapter(result);
        const bool fits = valijson::Validator().validate(schema, adapter, &results);
        return fits ? QString() : textOf(results);
    } catch (const std::exception &problem) {
        return u"it could not be checked: %1"_s.arg(QString::fromUtf8(problem.what()));
    }
}

} // namespace

base::Status checkResultSchema(const QJsonObject &document)
{
    const auto inSchema = [](base::Error error) { return error.inField(u"result_schema"_s); };
    if (const base::Status shape = checkSchemaShape(document); !shape) {
        return inSchema(shape.error());
    }
    valijson::Schema schema;
    const base::Status loaded = load(document, schema);
    return loaded ? base::Status() : inSchema(loaded.error());
}

QFuture<base::Result<QString>> whatViolates(const QJsonObject &schema, const QJsonValue &result)
{
    // Values in, a value out. A pattern that never ends keeps a thread of its own and nothing else.
    const auto promise = std::make_shared<QPromise<base::Result<QString>>>();
    promise->start();
    std::thread([promise, schema, result] {
        promise->addResult(violations(schema, result));
        promise->finish();
    }).detach();
    return promise->future();
}

} // namespace engine
