// SPDX-License-Identifier: Apache-2.0
// What the filters of all panes have in common: how terms are put together, and what they ask of an automation.
#pragma once

#include "models/filter.h"

#include <algorithm>

namespace models {

bool hasPart(const QString &text, const QString &part);

/// For the fields that every automation answers by itself: words (an empty field), `tag`, `kind`, `name`.
bool holdsFor(const domain::Automation &automation, const QString &field, const QString &value);

/// Of several wanted terms of one field any must hold, as if their values were listed in one. `holds(field, value)`.
template <typename Holds> bool allHold(const QList<FilterTerm> &terms, Holds holds)
{
    QHash<QString, bool> fields;
    for (const FilterTerm &term : terms) {
        const bool any = std::any_of(term.values.cbegin(), term.values.cend(),
                                     [&](const QString &value) { return holds(term.field, value); });
        if (term.sense == Sense::Unwanted || term.field.isEmpty()) {
            if (any != (term.sense == Sense::Wanted)) {
                return false;
            }
        } else {
            fields[term.field] |= any;
        }
    }
    return std::all_of(fields.cbegin(), fields.cend(), [](bool any) { return any; });
}

} // namespace models
