// SPDX-License-Identifier: Apache-2.0
#include "app/engine/results/maskedend.h"

#include "app/engine/masking/maskstream.h"

namespace engine {

namespace {

QString maskedText(const Matcher &mask, const QString &text)
{
    return QString::fromUtf8(masked(mask, text.toUtf8()));
}

QJsonValue maskedValue(const Matcher &mask, const QJsonValue &value)
{
    if (value.isString()) {
        return maskedText(mask, value.toString());
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue one : value.toArray()) {
            array.append(maskedValue(mask, one));
        }
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (QJsonObject::iterator it = object.begin(); it != object.end(); ++it) {
            *it = maskedValue(mask, *it);
        }
        return object;
    }
    return value;
}

} // namespace

JobEnd maskedEnd(const Matcher &mask, JobEnd end)
{
    end.reason = maskedText(mask, end.reason);
    end.errorMessage = maskedText(mask, end.errorMessage);
    // A process may take any name.
    end.killReceipt = maskedValue(mask, end.killReceipt).toArray();
    end.result = maskedValue(mask, end.result);
    end.artifacts = maskedValue(mask, end.artifacts).toArray();
    return end;
}

} // namespace engine
