// SPDX-License-Identifier: Apache-2.0
// What can be done with a chunk of lines without knowing where it is stored: check it, cut it at lines, join it.
#pragma once

#include "app/store/logs.h"

namespace store {

/// The most a chunk may weigh, its spans included: 64 MiB.
constexpr qint64 maxChunkBytes = qint64(64) << 20;
/// The most one span takes in a stored block.
constexpr qint64 maxSpanBytes = 21;

/// Invalid, naming the field, when the chunk is empty or too big, does not end with a newline or its spans do not add
/// up.
base::Status checkChunk(const LogChunk &chunk);

/// Lines of the spans together.
qint64 linesOf(const QList<LogSpan> &spans);

/// Adds a span at the end, as part of the last one when nothing but the line count differs.
void addSpan(QList<LogSpan> &spans, const LogSpan &span);

/// Adds the lines of `more`, which must follow those of `chunk`.
void addChunk(LogChunk &chunk, const LogChunk &more);

/// At most `count` lines from line `first` (absolute, inside the chunk) on.
LogChunk sliceChunk(const LogChunk &chunk, qint64 first, qint64 count);

/// The same lines in pieces of about `target` bytes, cut after the first newline from there on. One piece when the
/// chunk is less than twice as big.
QList<LogChunk> splitChunk(const LogChunk &chunk, qsizetype target);

} // namespace store
