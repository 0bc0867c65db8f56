// SPDX-License-Identifier: Apache-2.0
#include "app/domain/catalog.h"

#include "app/base/jsonreader.h"
#include "app/base/jsontext.h"
#include "app/domain/automation.h"
#include "app/domain/input/secretrefs.h"
#include "app/domain/ranges.h"
#include "app/domain/workflow/steps.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

void readPairs(base::JsonReader &reader, QLatin1StringView name)
{
    QJsonObject pairs;
    reader.object(name, pairs);
    for (auto it = pairs.constBegin(); it != pairs.constEnd(); ++it) {
        if (!it->isString() || it->toString().contains(QChar()) || it.key().contains(QChar())) {
            const QString field = name + u'.' + it.key();
            reader.fail(base::invalid(field, u"%1 must be text without zero bytes"_s.arg(field)));
        }
    }
}

void readField(base::JsonReader &reader, const FieldSpec &spec)
{
    const QByteArray latin = spec.name.toLatin1();
    const QLatin1StringView name(latin);
    switch (spec.type) {
    case FieldType::Text:
    case FieldType::Command:
    case FieldType::Script:
    case FieldType::Bundle: {
        QString text;
        reader.text(name, text);
        if (text.contains(QChar())) {
            reader.fail(base::invalid(spec.name, u"%1 must not hold a zero byte"_s.arg(spec.name)));
        }
        return;
    }
    case FieldType::Texts: {
        QStringList texts;
        reader.texts(name, texts);
        if (texts.join(QString()).contains(QChar())) {
            reader.fail(base::invalid(spec.name, u"%1 must not hold a zero byte"_s.arg(spec.name)));
        }
        return;
    }
    case FieldType::Choice: {
        int index = 0;
        reader.word(name, spec.choices, index);
        return;
    }
    case FieldType::Integer: {
        qint64 number = 0;
        reader.integer(name, number, spec.least, spec.most);
        return;
    }
    case FieldType::Flag: {
        bool flag = false;
        reader.flag(name, flag);
        return;
    }
    case FieldType::StepList: {
        QJsonArray list;
        reader.array(name, [&list](const QJsonValue &step, int) -> base::Status {
            list.append(step);
            return {};
        });
        if (const auto steps = stepsFromJson(list); !steps && reader.has(name)) {
            reader.fail(steps.error().inField(spec.name));
        }
        return;
    }
    case FieldType::Pairs:
        readPairs(reader, name);
        return;
    case FieldType::Ranges:
    case FieldType::Document:
        reader.ignore({spec.name}); // of more than one JSON type; see checkField()
        return;
    }
    Q_UNREACHABLE();
}

bool isEmpty(const QJsonValue &value)
{
    return value.isString()   ? value.toString().trimmed().isEmpty()
           : value.isArray()  ? value.toArray().isEmpty()
           : value.isObject() ? value.toObject().isEmpty()
                              : value.isUndefined() || value.isNull();
}

/// The texts in a value of whatever type, with the fields they stand in.
QList<std::pair<QString, QString>> textsOf(const QString &field, const QJsonValue &value)
{
    QList<std::pair<QString, QString>> texts;
    if (value.isString()) {
        texts.append({field, value.toString()});
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        texts.append({u"%1[%2]"_s.arg(field).arg(i), array.at(i).toString()});
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        texts.append({field + u'.' + it.key(), it->toString()});
    }
    return texts;
}

base::Status checkReferencesOf(const FieldSpec &spec, const QJsonValue &value)
{
    for (const auto &[field, text] : textsOf(spec.name, value)) {
        if (!spec.takesSecrets && !secretsIn(text).isEmpty()) {
            return base::invalid(field, u"%1 can't hold a secret"_s.arg(field));
        }
        if (spec.takesSecrets) {
            if (const base::Status references = checkReferences(text); !references) {
                return references.error().inField(field);
            }
        }
    }
    return {};
}

/// A text is what somebody wrote, and no JSON.
base::Status checkDocument(const FieldSpec &spec, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull() || value.isObject() || value.isArray()) {
        return {};
    }
    const base::Result<QJsonDocument> document = base::jsonFromText(value.toString().toUtf8());
    return base::invalid(spec.name, u"%1 must be a JSON object or list: %2"_s.arg(
                                        spec.name, document ? u"it is a text"_s : document.error().detail));
}

base::Status checkField(const FieldSpec &spec, const QJsonValue &value)
{
    if (spec.required && isEmpty(value)) {
        return base::invalid(spec.name, u"%1 must be given"_s.arg(spec.name));
    }
    if (spec.type == FieldType::Ranges && !value.isUndefined()) {
        if (const auto ranges = rangesFrom(value, spec.least, spec.most); !ranges) {
            return ranges.error().inField(spec.name);
        }
    }
    if (spec.type == FieldType::Document) {
        CHECK(checkDocument(spec, value));
    }
    return checkReferencesOf(spec, value);
}

base::Status checkOneOf(const KindInfo &kind, const QJsonObject &params)
{
    QStringList given;
    for (const QString &name : kind.oneOf) {
        if (!isEmpty(params.value(name))) {
            given.append(name);
        }
    }
    if (kind.oneOf.isEmpty() || given.size() == 1) {
        return {};
    }
    const QString names = kind.oneOf.join(u", "_s);
    if (kind.oneOf.size() == 1) {
        return base::invalid(names, u"%1 must be given"_s.arg(names));
    }
    return base::invalid(given.isEmpty() ? kind.oneOf.first() : given.last(),
                         given.isEmpty() ? u"one of %1 must be given"_s.arg(names)
                                         : u"only one of %1 may be given"_s.arg(names));
}

const KindInfo *kindIn(const QList<KindInfo> &kinds, const QString &type)
{
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&type](const KindInfo &one) { return one.type == type; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace

const KindInfo *Catalog::kind(const QString &type) const
{
    return kindIn(m_kinds, type);
}

const KindInfo *Catalog::kindAnywhere(const QString &type) const
{
    const KindInfo *found = kind(type);
    for (auto provider = m_providers.begin(); !found && provider != m_providers.end(); ++provider) {
        found = kindIn(provider->kinds, type);
    }
    return found;
}

const ProviderInfo *Catalog::provider(const QString &name) const
{
    const auto known = std::find_if(m_providers.begin(), m_providers.end(),
                                    [&name](const ProviderInfo &one) { return one.provider == name; });
    return known == m_providers.end() ? nullptr : &*known;
}

base::Status checkFields(const QList<FieldSpec> &fields, const QJsonObject &object)
{
    base::JsonReader reader(object);
    for (const FieldSpec &spec : fields) {
        readField(reader, spec);
    }
    CHECK(reader.finish());
    for (const FieldSpec &spec : fields) {
        CHECK(checkField(spec, object.value(spec.name)));
    }
    return {};
}

base::Status checkParams(const KindInfo &kind, const QJsonObject &params)
{
    if (const base::Status status = checkFields(kind.fields, params); !status) {
        return status.error().inField(u"params"_s);
    }
    if (const base::Status status = checkOneOf(kind, params); !status) {
        return status.error().inField(u"params"_s);
    }
    if (const base::Status status = kind.check ? kind.check(params) : base::Status(); !status) {
        return status.error().inField(u"params"_s);
    }
    return {};
}

base::Status checkParam(const KindInfo &kind, const QJsonObject &params, const QString &field)
{
    const auto spec = std::find_if(kind.fields.begin(), kind.fields.end(),
                                   [&field](const FieldSpec &one) { return one.name == field; });
    if (spec == kind.fields.end()) {
        return {};
    }
    base::JsonReader reader(params.contains(field) ? QJsonObject{{field, params.value(field)}} : QJsonObject());
    readField(reader, *spec);
    CHECK(reader.finish());
    CHECK(checkField(*spec, params.value(field)));
    const base::Status together = kind.check ? kind.check(params) : base::Status();
    const QString wrong = together ? QString() : together.error().field;
    return wrong == field || wrong.startsWith(field + u'.') || wrong.startsWith(field + u'[') ? together
                                                                                              : base::Status();
}

QStringList secretsInParams(const KindInfo &kind, const QJsonObject &params)
{
    QStringList names;
    for (const FieldSpec &spec : kind.fields) {
        if (spec.takesSecrets) {
            for (const auto &text : textsOf(spec.name, params.value(spec.name))) {
                names.append(secretsIn(text.second));
            }
        }
    }
    names.removeDuplicates();
    return names;
}

base::Status checkAgainst(const Catalog &catalog, const Automation &automation)
{
    const KindInfo *kind = catalog.kind(automation.type);
    if (!kind && !automation.connectionId.isEmpty()) {
        return {}; // it runs where it lives, and is known there
    }
    if (!automation.connectionId.isEmpty() && automation.params.isEmpty()) {
        return {}; // not every system tells what its automations do
    }
    if (!kind) {
        QStringList known;
        for (const KindInfo &info : catalog.kinds()) {
            known.append(info.type);
        }
        return base::invalid(u"type"_s, u"type must be one of %1"_s.arg(known.join(u", "_s)));
    }
    return checkParams(*kind, automation.params);
}

} // namespace domain
