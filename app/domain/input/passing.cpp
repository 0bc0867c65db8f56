// SPDX-License-Identifier: Apache-2.0
#include "app/domain/input/passing.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace domain {

ArgumentValues filledBy(const QJsonValue &result, const QList<Argument> &arguments)
{
    QList<Argument> asked;
    std::copy_if(arguments.begin(), arguments.end(), std::back_inserter(asked), isAsked);
    ArgumentValues values;
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const Argument &argument = asked.at(i);
        const QJsonValue given = result.isArray() ? result.toArray().at(i) : result.toObject().value(argument.name);
        const bool secret = argument.kind == ArgumentKind::Secret;
        const auto one = argumentValuesFromJson({argument}, QJsonArray{given});
        if (one && !secret && !given.isUndefined() && !given.isNull()) {
            values.insert(argument.name, one->value(argument.name));
        }
    }
    return values;
}

} // namespace domain
