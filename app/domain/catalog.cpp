// SPDX-License-Identifier: Apache-2.0
#include "app/domain/catalog.h"

#include "app/base/jsonreader.h"
#include "app/domain/automation.h"
#include "app/domain/workflow/steps.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

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
    }
    Q_UNREACHABLE();
}

base::Status checkOneOf(const KindInfo &kind, const QJsonObject &params)
{
    QStringList given;
    for (const QString &name : kind.oneOf) {
        const QJsonValue value = params.value(name);
        const bool empty = value.isString() ? value.toString().trimmed().isEmpty() : value.toArray().isEmpty();
        if (!empty) {
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

} // namespace

const KindInfo *Catalog::kind(const QString &type) const
{
    for (const KindInfo &kind : m_kinds) {
        if (kind.type == type) {
            return &kind;
        }
    }
    return nullptr;
}

base::Status checkParams(const KindInfo &kind, const QJsonObject &params)
{
    base::JsonReader reader(params);
    for (const FieldSpec &spec : kind.fields) {
        readField(reader, spec);
    }
    if (const base::Status status = reader.finish(); !status) {
        return status.error().inField(u"params"_s);
    }
    if (const base::Status status = checkOneOf(kind, params); !status) {
        return status.error().inField(u"params"_s);
    }
    return {};
}

base::Status checkAgainst(const Catalog &catalog, const Automation &automation)
{
    const KindInfo *kind = catalog.kind(automation.type);
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
