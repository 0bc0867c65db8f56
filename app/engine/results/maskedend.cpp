// SPDX-License-Identifier: Apache-2.0
#include "app/engine/results/maskedend.h"

#include "app/engine/masking/maskstream.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

QString maskedText(const Matcher &secrets, const QString &text)
{
    return QString::fromUtf8(masked(secrets, text.toUtf8()));
}

QJsonValue maskedValue(const Matcher &secrets, const QJsonValue &value);

QJsonArray maskedArray(const Matcher &secrets, const QJsonArray &array)
{
    QJsonArray clean;
    for (const QJsonValue value : array) {
        clean.append(maskedValue(secrets, value));
    }
    return clean;
}

QJsonObject maskedObject(const Matcher &secrets, const QJsonObject &object)
{
    QJsonObject clean;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        clean.insert(maskedText(secrets, it.key()), maskedValue(secrets, *it));
    }
    return clean;
}

/// A secret of digits may stand there as a number.
QJsonValue maskedNumber(const Matcher &secrets, const QJsonValue &number)
{
    const QByteArray list = QJsonDocument(QJsonArray{number}).toJson(QJsonDocument::Compact);
    const QByteArray written = list.sliced(1, list.size() - 2);
    const QByteArray clean = masked(secrets, written);
    return clean == written ? number : QJsonValue(QString::fromUtf8(clean));
}

QJsonValue maskedValue(const Matcher &secrets, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return maskedText(secrets, value.toString());
    case QJsonValue::Array:
        return maskedArray(secrets, value.toArray());
    case QJsonValue::Object:
        return maskedObject(secrets, value.toObject());
    case QJsonValue::Double:
        return maskedNumber(secrets, value);
    case QJsonValue::Null:
    case QJsonValue::Undefined:
    case QJsonValue::Bool:
        return value;
    }
    return value;
}

} // namespace

JobEnd maskedEnd(const Matcher &secrets, JobEnd end)
{
    end.reason = maskedText(secrets, end.reason);
    end.errorMessage = maskedText(secrets, end.errorMessage);
    end.result = maskedValue(secrets, end.result);
    end.artifacts = maskedArray(secrets, end.artifacts);
    for (QJsonValueRef entry : end.killReceipt) {
        QJsonObject process = entry.toObject(); // a process may take any name
        process.insert("name"_L1, maskedText(secrets, process.value("name"_L1).toString()));
        entry = process;
    }
    return end;
}

} // namespace engine
