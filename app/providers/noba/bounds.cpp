// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/bounds.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

constexpr qsizetype mostOfBody = 64LL << 10;
constexpr qsizetype mostOfImport = 512LL << 10;

qsizetype sizeOf(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).size();
}

QString largestIn(const QJsonObject &object)
{
    QString largest;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (largest.isEmpty() || sizeOf(it.value()) > sizeOf(object.value(largest))) {
            largest = it.key();
        }
    }
    return largest;
}

/// In our words: what they call config are our params, and variables the arguments of a run.
QString fieldOf(const QJsonObject &body)
{
    const QString field = largestIn(body);
    const QString inside = largestIn(body.value(field).toObject());
    const QString ours = field == "config"_L1 ? u"params"_s : field == "variables"_L1 ? u"arguments"_s : field;
    return inside.isEmpty() ? ours : ours + u'.' + inside;
}

} // namespace

base::Status fits(const rest::Call &call)
{
    const qsizetype most = call.path.value(call.path.size() - 1) == "import"_L1 ? mostOfImport : mostOfBody;
    if (call.body.size() <= most) {
        return {};
    }
    const QJsonObject body = QJsonDocument::fromJson(call.body).object();
    const bool isGiven = call.identity == rest::Identity::None || body.isEmpty(); // to a webhook or a trigger, as it is
    return base::invalid(
        isGiven ? u"body"_s : fieldOf(body),
        u"NOBA takes at most %1 KiB at once, and this makes %2"_s.arg(most >> 10).arg((call.body.size() + 1023) >> 10));
}

} // namespace providers::noba
