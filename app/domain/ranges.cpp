// SPDX-License-Identifier: Apache-2.0
#include "app/domain/ranges.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

std::optional<Range> rangeFrom(const QJsonValue &value)
{
    if (value.isDouble()) {
        const qint64 number = value.toInteger(-1);
        return number < 0 ? std::nullopt : std::optional<Range>({number, number});
    }
    const QStringList ends = value.toString().split(u'-');
    bool first = false;
    bool last = false;
    const Range range{ends.first().trimmed().toLongLong(&first), ends.last().trimmed().toLongLong(&last)};
    return first && last && ends.size() <= 2 ? std::optional<Range>(range) : std::nullopt;
}

QJsonArray partsOf(const QJsonValue &value)
{
    return value.isArray()    ? value.toArray()
           : value.isString() ? QJsonArray::fromStringList(value.toString().split(u',', Qt::SkipEmptyParts))
                              : QJsonArray{value};
}

} // namespace

base::Result<Ranges> rangesFrom(const QJsonValue &value, qint64 least, qint64 most)
{
    Ranges ranges;
    for (const QJsonValue part : partsOf(value)) {
        const std::optional<Range> range = rangeFrom(part);
        if (!range || range->least < least || range->most > most || range->least > range->most) {
            return base::invalid({}, u"numbers from %1 to %2 are needed, such as %1 or %1-%2"_s.arg(least).arg(most));
        }
        ranges.append(*range);
    }
    if (ranges.isEmpty()) {
        return base::invalid({}, u"numbers from %1 to %2 are needed"_s.arg(least).arg(most));
    }
    return ranges;
}

bool contains(const Ranges &ranges, qint64 number)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [number](const Range &range) { return range.least <= number && number <= range.most; });
}

} // namespace domain
