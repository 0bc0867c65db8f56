// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/templates/place.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

/// `triggers[0].cron` as `triggers`, `0`, `cron`.
QStringList stepsOf(const QString &path)
{
    static const QRegularExpression index(u"\\[(\\d+)\\]"_s);
    return QString(path).replace(index, u".\\1"_s).split(u'.');
}

/// Text as the kind of value that stands there now.
std::optional<QJsonValue> likeBefore(const QJsonValue &before, const QString &text)
{
    bool isNumber = false;
    switch (before.type()) {
    case QJsonValue::Double: {
        const double number = text.toDouble(&isNumber);
        return isNumber ? std::optional<QJsonValue>(number) : std::nullopt;
    }
    case QJsonValue::Bool:
        return QJsonValue(text == "true"_L1 || text == "yes"_L1);
    case QJsonValue::String:
        return QJsonValue(text);
    default:
        return std::nullopt;
    }
}

std::optional<QJsonValue> withText(const QJsonValue &value, const QStringList &steps, const QString &text)
{
    if (steps.isEmpty()) {
        return likeBefore(value, text);
    }
    if (value.isObject() && value.toObject().contains(steps.first())) {
        QJsonObject object = value.toObject();
        const auto inside = withText(object.value(steps.first()), steps.mid(1), text);
        object.insert(steps.first(), inside.value_or(QJsonValue()));
        return inside ? std::optional<QJsonValue>(object) : std::nullopt;
    }
    const int index = steps.first().toInt();
    if (value.isArray() && index < value.toArray().size()) {
        QJsonArray array = value.toArray();
        const auto inside = withText(array.at(index), steps.mid(1), text);
        array.replace(index, inside.value_or(QJsonValue()));
        return inside ? std::optional<QJsonValue>(array) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

bool fill(QJsonArray &all, const QString &path, const QString &text)
{
    qsizetype place = all.size() - 1;
    const qsizetype colon = path.indexOf(u':');
    for (qsizetype i = 0; colon >= 0 && i < all.size(); ++i) {
        place = all.at(i).toObject().value("id"_L1) == path.left(colon) ? i : place;
    }
    const auto value = withText(all.at(place), stepsOf(path.mid(colon + 1)), text);
    if (value) {
        all.replace(place, *value);
    }
    return value.has_value();
}

} // namespace bundles
