// SPDX-License-Identifier: Apache-2.0
// Takes the line breaks out of a text, as fast as it can be copied.
#pragma once

#include <QByteArrayView>

namespace engine {

inline bool isLineBreak(char c)
{
    return c == '\n' || c == '\r';
}

/// Copies `text` without line breaks to `to`, which has room for `text.size()` and 16 bytes more. Answers how many.
qsizetype squeeze(QByteArrayView text, char *to);

/// Where they are in `text`, written to `to`, which has room for all that there may be and 4 more. Answers how many.
qsizetype lineBreaks(QByteArrayView text, quint32 *to);

/// Where the last `count` bytes begin that are no line breaks; 0 where there are not as many.
qsizetype beforeLast(QByteArrayView text, qsizetype count);

/// How many are no line breaks.
qsizetype bytesIn(QByteArrayView text);

} // namespace engine
