// SPDX-License-Identifier: Apache-2.0
// When two lines of logs say the same: what differs from run to run by itself (times, numbers, ids, colours) does not
// count. Pure; any thread.
#pragma once

#include "app/store/logs.h"

#include <QByteArrayView>
#include <QList>

namespace models {

/// The line as it is compared: a run of digits, or an id of hex digits, is `#`; names of days and months are `@`.
QByteArray withoutNumbers(QByteArrayView seen);
/// One number a line of the chunk, in order; equal for lines that say the same. Lines of our own are all equal.
QList<quint64> likenesses(const store::LogChunk &chunk);

} // namespace models
