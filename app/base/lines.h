// SPDX-License-Identifier: Apache-2.0
// Newlines, counted at the speed of memory. In a file of its own because it is compiled -O3 in every build.
#pragma once

#include <QByteArrayView>

namespace base {

/// How many `\n` are in `text`.
qint64 countLines(QByteArrayView text);
/// Offset of the byte after the `lines`th newline; the size of `text` when there are fewer.
qsizetype endOfLines(QByteArrayView text, qint64 lines);

} // namespace base
