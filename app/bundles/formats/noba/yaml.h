// SPDX-License-Identifier: Apache-2.0
// YAML from strangers as JSON: no aliases, no tags, a bounded depth and number of values. The only file that sees
// yaml-cpp is its source.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonValue>

namespace bundles {

struct YamlDocument
{
    QJsonValue value;
    QHash<QString, int> lines; ///< Where a value stands, by its path: `automations[0].name`; from 1.
};

/// The first document. Invalid names the line and the column.
base::Result<YamlDocument> yamlOf(const QByteArray &text);

} // namespace bundles
