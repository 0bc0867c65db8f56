// SPDX-License-Identifier: Apache-2.0
// Walks the lines of a piece of log, each with its number, stream and time.
#pragma once

#include "app/store/logs.h"

#include <cstring>

namespace server {

struct Line
{
    qint64 number = 0;
    store::Stream stream = store::Stream::Out;
    base::Instant at;
    QByteArrayView bytes; ///< Without the newline.
    bool open = false;
};

/// How many lines a piece has.
inline qint64 lineCount(const store::LogChunk &chunk)
{
    qint64 lines = 0;
    for (const store::LogSpan &span : chunk.spans) {
        lines += span.lines;
    }
    return lines;
}

enum class Walk { On, Stop };

/// Calls `each` for every line until it answers Stop. Lines beyond the spans (there are none in a sound log) carry the
/// last span's values.
template <typename Each> void forEachLine(const store::LogChunk &chunk, const Each &each)
{
    const char *at = chunk.bytes.constData();
    const char *const end = at + chunk.bytes.size();
    qint64 number = chunk.firstLine;
    qsizetype index = 0;
    qint64 left = chunk.spans.isEmpty() ? 0 : chunk.spans.first().lines;
    while (at < end) {
        while (left == 0 && index + 1 < chunk.spans.size()) {
            left = chunk.spans.at(++index).lines;
        }
        const store::LogSpan span = chunk.spans.value(index);
        const void *found = std::memchr(at, '\n', static_cast<size_t>(end - at));
        const char *stop = found ? static_cast<const char *>(found) : end;
        left = std::max<qint64>(0, left - 1);
        if (each(Line{number, span.stream, span.at, QByteArrayView(at, stop), span.open && left == 0}) == Walk::Stop) {
            return;
        }
        ++number;
        at = stop + (found ? 1 : 0);
    }
}

} // namespace server
