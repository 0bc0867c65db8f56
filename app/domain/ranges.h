// SPDX-License-Identifier: Apache-2.0
// Whole numbers, as a person names several of them: `200-299, 304`.
#pragma once

#include "app/base/result.h"

#include <QJsonValue>
#include <QList>

namespace domain {

struct Range
{
    qint64 least = 0;
    qint64 most = 0;
};
using Ranges = QList<Range>;

/// From a number, an array of them, or text with commas. Invalid, without a field, where one is not from `least` to
/// `most`, or where there is none.
base::Result<Ranges> rangesFrom(const QJsonValue &value, qint64 least, qint64 most);

bool contains(const Ranges &ranges, qint64 number);

} // namespace domain
