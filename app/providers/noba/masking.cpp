// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/masking.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

/// An object in a list under a secret name is no secret itself: its names tell.
QJsonValue maskedUnder(const QJsonValue &value, bool isSecret)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            *it = maskedUnder(*it, looksSecret(it.key()));
        }
        return object;
    }
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            array.replace(i, maskedUnder(array.at(i), isSecret));
        }
        return array;
    }
    const bool isEmpty = value.isNull() || value.isBool() || (value.isString() && value.toString().isEmpty());
    return isSecret && !isEmpty ? QJsonValue(mask()) : value;
}

/// What stands under a name, as it reads: Qt drops a byte order mark before a name where it is read, and yet goes by it
/// where it is looked for. Several can read the same then; `before` is how many of them were met already.
QJsonValue under(const QJsonObject &object, const QString &name, qsizetype before)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key() == name && before-- == 0) {
            return it.value();
        }
    }
    return QJsonValue::Undefined;
}

base::Result<QJsonValue> unmaskedObject(QJsonObject object, const QJsonObject &real)
{
    QHash<QString, qsizetype> met;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = it.key();
        const base::Result<QJsonValue> part = unmasked(*it, under(real, name, met[name]++));
        if (!part) {
            return part.error().inField(name);
        }
        *it = *part;
    }
    return QJsonValue(object);
}

qsizetype indentOf(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && (line.at(at) == u' ' || line.at(at) == u'-')) {
        ++at;
    }
    return at;
}

} // namespace

QString mask()
{
    return u"********"_s;
}

bool looksSecret(const QString &name)
{
    static const QRegularExpression secret(
        u"secret|token|passw|pwd|(^|[_-])pass$|api[_-]?key|trigger[_-]?key|private[_-]?key|access[_-]?key|"
        "authorization|cookie|credential|signature"_s,
        QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

QJsonValue masked(const QJsonValue &value)
{
    return maskedUnder(value, false);
}

base::Result<QJsonValue> unmasked(const QJsonValue &wanted, const QJsonValue &real)
{
    if (wanted.isObject()) {
        return unmaskedObject(wanted.toObject(), real.toObject());
    }
    if (wanted.isArray()) {
        QJsonArray array = wanted.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const base::Result<QJsonValue> part = unmasked(array.at(i), real.toArray().at(i));
            if (!part) {
                return part.error().inField(u"[%1]"_s.arg(i));
            }
            array.replace(i, *part);
        }
        return QJsonValue(array);
    }
    if (wanted != QJsonValue(mask())) {
        return wanted;
    }
    if (real.isUndefined() || real.isNull()) {
        return base::invalid({}, u"stars stand for a secret that is there, and there is none; write it out"_s);
    }
    return real;
}

QString maskedYaml(const QString &yaml)
{
    static const QRegularExpression entry(u"^([ -]*)(['\"]?)([^:'\"]+)\\2:(\\s+(.*))?$"_s);
    QStringList lines;
    std::optional<qsizetype> hiding; // lines that are indented further belong to a secret
    for (const QString &line : yaml.split(u'\n')) {
        if (hiding && (line.trimmed().isEmpty() || indentOf(line) > *hiding)) {
            continue;
        }
        hiding.reset();
        const QRegularExpressionMatch match = entry.match(line);
        const QString value = match.captured(5).trimmed();
        if (!match.hasMatch() || !looksSecret(match.captured(3)) || value == "null"_L1 || value == "''"_L1) {
            lines.append(line);
            continue;
        }
        lines.append(u"%1%2: '%3'"_s.arg(match.captured(1), match.captured(3), mask()));
        hiding = match.captured(1).size();
    }
    return lines.join(u'\n');
}

} // namespace providers::noba
