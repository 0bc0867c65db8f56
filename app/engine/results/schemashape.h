// SPDX-License-Identifier: Apache-2.0
// Whether a JSON Schema can be held against documents in finite time and space: its size, its references, its patterns.
// Pure.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>

namespace engine {

/// Invalid with the place in the schema (`properties/a/$ref`): too large or too deep, a reference that leads out of the
/// schema, nowhere, or back to itself without going down into the document, or a pattern that is none.
base::Status checkSchemaShape(const QJsonObject &schema);

/// Whether patterns occur in it. They take a stack that grows with the text they are held against.
bool hasPatterns(const QJsonObject &schema);

} // namespace engine
