// SPDX-License-Identifier: Apache-2.0
// What makes a line worth a closer look: one of a few texts is in it.
#pragma once

#include "app/search/needle.h"
#include "app/search/sketch.h"

#include <variant>

namespace search {

/// One text, found exactly; or several, or one whatever its case.
using Mark = std::variant<Needle, Sketch>;

/// What each line that matches must hold: one mark for each of `required`.
QList<Mark> marksOf(const QList<OneOf> &required, Case letters);

/// The first place in `text` at or after `from`, -1 when there is none.
qsizetype find(const Mark &mark, QByteArrayView text, qsizetype from);

} // namespace search
