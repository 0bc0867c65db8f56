// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers::defender {

base::Result<QString> textField(const QJsonObject &fields, const QString &name)
{
    const QJsonValue given = fields.value(name);
    if (!given.isUndefined() && !given.isNull() && !given.isString()) {
        return base::invalid(name, u"%1 must be a text"_s.arg(name));
    }
    return given.toString().trimmed();
}

base::Result<QString> neededField(const QJsonObject &fields, const QString &name)
{
    TRY(const QString text, textField(fields, name));
    if (text.isEmpty()) {
        return base::invalid(name, u"%1 is needed"_s.arg(name));
    }
    return text;
}

base::Result<QJsonObject> objectField(const QJsonObject &fields, const QString &name)
{
    const QJsonValue given = fields.value(name);
    const QByteArray text = given.toString().trimmed().toUtf8();
    if (given.isUndefined() || given.isNull() || (given.isString() && text.isEmpty())) {
        return QJsonObject();
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!given.isObject() && !document.isObject()) {
        return base::invalid(name, u"%1 must be a JSON object"_s.arg(name));
    }
    return given.isObject() ? given.toObject() : document.object();
}

base::Result<QJsonObject> pairsField(const QJsonObject &fields, const QString &name)
{
    TRY(const QJsonObject pairs, objectField(fields, name));
    for (auto it = pairs.constBegin(); it != pairs.constEnd(); ++it) {
        if (!it.value().isString()) {
            return base::invalid(name + u'.' + it.key(), u"%1.%2 must be a text"_s.arg(name, it.key()));
        }
    }
    return pairs;
}

base::Result<QStringList> textsField(const QJsonObject &fields, const QString &name)
{
    const QJsonValue given = fields.value(name);
    if (!given.isUndefined() && !given.isNull() && !given.isString() && !given.isArray()) {
        return base::invalid(name, u"%1 must be a list of texts"_s.arg(name));
    }
    QStringList texts;
    for (const QString &text : given.toString().split(u',')) {
        texts.append(text.trimmed());
    }
    for (const QJsonValue text : given.toArray()) {
        if (!text.isString()) {
            return base::invalid(name, u"%1 must be a list of texts"_s.arg(name));
        }
        texts.append(text.toString());
    }
    texts.removeAll(QString());
    return texts;
}

} // namespace providers::defender
