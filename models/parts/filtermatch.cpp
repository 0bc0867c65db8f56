// SPDX-License-Identifier: Apache-2.0
#include "models/parts/filtermatch.h"

using namespace Qt::StringLiterals;

namespace models {

bool hasPart(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool holdsFor(const domain::Automation &automation, const QString &field, const QString &value)
{
    if (field.isEmpty()) {
        return hasPart(automation.name, value) || hasPart(automation.description, value) ||
               std::any_of(automation.tags.cbegin(), automation.tags.cend(),
                           [&value](const QString &tag) { return hasPart(tag, value); });
    }
    if (field == "tag"_L1) {
        return automation.tags.contains(value, Qt::CaseInsensitive);
    }
    if (field == "kind"_L1) {
        return automation.type.compare(value, Qt::CaseInsensitive) == 0;
    }
    return hasPart(automation.name, value);
}

} // namespace models
