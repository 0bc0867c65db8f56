// SPDX-License-Identifier: Apache-2.0
// Cuts the text of a filter bar into terms: words, fields with values, quotes, negation. Knows no field by name.
#pragma once

#include "models/filter.h"

namespace models {

/// Field names in lower case. A quote without an end goes to the end of the text; a lone `-` or `not` at the end is a
/// word.
QList<FilterTerm> scanFilter(const QString &text);

} // namespace models
