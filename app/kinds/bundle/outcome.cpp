// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/bundle/outcome.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

constexpr int longestReason = 300;

std::optional<QJsonObject> readOutcome(const QString &path)
{
    // A result stands in it as text: every character may have become two or six.
    constexpr qint64 most = 8 * mostResultBytes;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > most) {
        return std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// The document of a JSON text, also where it is a lone number or text.
std::optional<QJsonValue> valueOf(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    return document.isArray() && document.array().size() == 1 ? std::optional(document.array().first()) : std::nullopt;
}

engine::JobEnd failed(engine::JobEnd end, const QString &message)
{
    end.succeeded = false;
    end.errorMessage = message.left(longestMessage);
    end.reason = message.section(u'\n', 0, 0).left(longestReason);
    return end;
}

} // namespace

engine::JobEnd withOutcome(engine::JobEnd end, const QString &file)
{
    const std::optional<QJsonObject> outcome = readOutcome(file);
    if (outcome && outcome->contains("error"_L1)) {
        return failed(std::move(end), outcome->value("error"_L1).toString());
    }
    if (!end.succeeded) {
        return end;
    }
    if (!outcome) {
        return failed(std::move(end), u"Node ended before the handler did, and left no result"_s);
    }
    if (outcome->contains("result"_L1)) {
        const std::optional<QJsonValue> result = valueOf(outcome->value("result"_L1).toString());
        if (!result) {
            return failed(std::move(end), u"the result is nested too deeply, or is no JSON"_s);
        }
        end.result = *result;
    }
    return end;
}

} // namespace kinds
