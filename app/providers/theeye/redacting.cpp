// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/redacting.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

constexpr qsizetype shortestKey = 8; // a shorter one would take apart what it only looks like

bool isSecretName(const QString &name)
{
    static const QStringList names{u"secret"_s, u"access_token"_s, u"token"_s, u"password"_s};
    return names.contains(name.toLower());
}

QJsonValue withoutValues(const QJsonValue &variables)
{
    QJsonObject names = variables.toObject();
    for (auto it = names.begin(); it != names.end(); ++it) {
        *it = QLatin1StringView(redactedMark);
    }
    return variables.isObject() ? QJsonValue(names) : variables;
}

} // namespace

QJsonValue redacted(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue each : value.toArray()) {
            list.append(redacted(each));
        }
        return list;
    }
    if (!value.isObject()) {
        return value;
    }
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "env"_L1) {
            *it = withoutValues(*it);
        } else if (isSecretName(it.key()) && !it->isObject() && !it->isArray()) {
            *it = QLatin1StringView(redactedMark);
        } else {
            *it = redacted(*it);
        }
    }
    return object;
}

QString redactedText(QString text, const QJsonObject &job)
{
    const QString key = job.value("secret"_L1).toString();
    return key.size() < shortestKey ? text : text.replace(key, QLatin1StringView(redactedMark));
}

} // namespace providers::theeye
