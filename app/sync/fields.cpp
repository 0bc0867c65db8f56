// SPDX-License-Identifier: Apache-2.0
#include "app/sync/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

using domain::FieldSpec;
using domain::FieldType;

base::Result<QJsonValue> documentOf(const QString &name, const QJsonValue &given)
{
    if (given.isObject() || given.isArray()) {
        return given;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(given.toString().toUtf8(), &error);
    if (document.isNull()) {
        return base::invalid(name, u"%1 must be a JSON object or list: %2"_s.arg(name, error.errorString()));
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

base::Result<QJsonValue> numberOf(const QString &name, const QJsonValue &given)
{
    bool isNumber = given.isDouble() && given.toDouble() == double(given.toInteger());
    const qint64 number = given.isDouble() ? given.toInteger() : given.toString().toLongLong(&isNumber);
    return isNumber ? base::Result<QJsonValue>(QJsonValue(number))
                    : base::invalid(name, u"%1 must be a whole number"_s.arg(name));
}

base::Result<QJsonValue> textsOf(const QString &name, const QJsonValue &given)
{
    QJsonArray texts;
    for (const QString &text : given.toString().split(u',', Qt::SkipEmptyParts)) {
        texts.append(text.trimmed());
    }
    for (const QJsonValue text : given.toArray()) {
        if (!text.isString()) {
            return base::invalid(name, u"%1 must be a list of texts"_s.arg(name));
        }
        texts.append(text);
    }
    return QJsonValue(texts);
}

base::Result<QJsonValue> textOf(const FieldSpec &spec, const QJsonValue &given)
{
    if (!given.isString()) {
        return base::invalid(spec.name, u"%1 must be a text"_s.arg(spec.name));
    }
    const QString text = given.toString().trimmed();
    if (!spec.choices.isEmpty() && !spec.choices.contains(text)) {
        return base::invalid(spec.name, u"%1 must be one of %2"_s.arg(spec.name, spec.choices.join(u", "_s)));
    }
    return QJsonValue(text);
}

base::Result<QJsonValue> valueOf(const FieldSpec &spec, const QJsonValue &given)
{
    switch (spec.type) {
    case FieldType::Script:
    case FieldType::Document:
        return documentOf(spec.name, given);
    case FieldType::Integer:
        return numberOf(spec.name, given);
    case FieldType::Texts:
        return textsOf(spec.name, given);
    case FieldType::Flag:
        return given.isBool() ? base::Result<QJsonValue>(given)
                              : base::invalid(spec.name, u"%1 must be true or false"_s.arg(spec.name));
    default:
        return textOf(spec, given);
    }
}

bool isGiven(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull() && !(value.isString() && value.toString().trimmed().isEmpty()) &&
           !(value.isArray() && value.toArray().isEmpty());
}

} // namespace

base::Result<QJsonObject> givenFields(const QList<FieldSpec> &specs, const QJsonObject &fields)
{
    QJsonObject given;
    for (const FieldSpec &spec : specs) {
        const QJsonValue value = fields.value(spec.name);
        if (isGiven(value)) {
            TRY(const QJsonValue read, valueOf(spec, value));
            given.insert(spec.name, read);
        } else if (spec.required) {
            return base::invalid(spec.name, u"%1 is needed"_s.arg(spec.name));
        }
    }
    return given;
}

base::Result<QString> textSetting(const QJsonObject &settings, const QString &name)
{
    const QJsonValue given = settings.value(name);
    if (!given.isUndefined() && !given.isNull() && !given.isString()) {
        return base::invalid(u"settings."_s + name, u"settings.%1 must be a text"_s.arg(name));
    }
    return given.toString().trimmed();
}

} // namespace syncing
