// SPDX-License-Identifier: Apache-2.0
// Holds what a run answered against the JSON Schema of its automation (draft 7).
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QJsonObject>
#include <QJsonValue>

namespace engine {

/// Whether it is a schema that can be used. Invalid in the field `result_schema` with the place in it. Any thread.
base::Status checkResultSchema(const QJsonObject &schema);

/// What is wrong with `result` (undefined where there is none), one sentence with its place: empty for nothing. It is
/// found out on a thread of its own; a pattern that never comes to an end never answers.
QFuture<base::Result<QString>> whatViolates(const QJsonObject &schema, const QJsonValue &result);

} // namespace engine
