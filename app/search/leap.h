// SPDX-License-Identifier: Apache-2.0
// Finds lines worth matching: those that hold what every match must hold. The rarest text decides how far it leaps.
#pragma once

#include "app/search/needle.h"
#include "app/search/requiredtext.h"

namespace search {

/// One of these is in every line worth a look.
using Mark = QList<Needle>;

/// Of what is required, what is quickly looked for.
QList<Mark> leapMarks(const QList<OneOf> &required);

/// The first place in `text`, at or after `from`, of a line that holds one text of each of the marks at or after
/// `from`: the start of the line, or `from`. -1 when there is no such line.
qsizetype nextLineWith(QByteArrayView text, qsizetype from, const QList<Mark> &marks);

} // namespace search
