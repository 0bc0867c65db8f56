// SPDX-License-Identifier: Apache-2.0
// Fields of forms, said in a line each: `needed(field(u"id"_s, "Automation"))`. Pure.
#pragma once

#include "app/domain/input/fieldspec.h"

namespace domain {

inline FieldSpec field(const QString &name, const char *label, FieldType type = FieldType::Text)
{
    FieldSpec made;
    made.name = name;
    made.label = label;
    made.type = type;
    return made;
}

/// The same, required.
inline FieldSpec needed(FieldSpec field)
{
    field.required = true;
    return field;
}

/// The same, with a sentence about it.
inline FieldSpec helped(FieldSpec field, const char *help)
{
    field.help = help;
    return field;
}

} // namespace domain
