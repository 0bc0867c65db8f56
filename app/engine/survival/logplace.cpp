// SPDX-License-Identifier: Apache-2.0
#include "app/engine/survival/logplace.h"

#include <algorithm>
#include <cstring>

namespace engine {

namespace {

constexpr qint64 readAtOnce = 256 << 10;

/// The index behind the n-th newline from `from` on; the rest of n where there are not so many.
struct Search
{
    qsizetype index = 0;
    qint64 missing = 0;
};

Search behindNewlines(QByteArrayView text, qsizetype from, qint64 count)
{
    const char *at = text.data() + from;
    const char *const end = text.data() + text.size();
    while (count > 0 && at < end) {
        const auto *newline = static_cast<const char *>(std::memchr(at, '\n', static_cast<size_t>(end - at)));
        if (!newline) {
            return {text.size(), count};
        }
        at = newline + 1;
        --count;
    }
    return {at - text.data(), count};
}

qint64 behindLines(store::Stream stream, qint64 offset, qint64 lines, const ReadOutput &read)
{
    while (lines > 0) {
        const QByteArray bytes = read(stream, offset, readAtOnce);
        if (bytes.isEmpty()) {
            break;
        }
        const Search search = behindNewlines(bytes, 0, lines);
        offset += search.index;
        lines = search.missing;
    }
    return offset;
}

} // namespace

LogPlace passed(LogPlace place, const store::LogChunk &chunk, const ReadOutput &read)
{
    qsizetype at = 0; // in the chunk
    qint64 line = chunk.firstLine;
    for (const store::LogSpan &span : chunk.spans) {
        const qint64 known = std::clamp<qint64>(place.line - line, 0, span.lines);
        const qint64 fresh = span.lines - known;
        const bool ours = span.stream != store::Stream::Note && fresh > 0;
        // An open line has no newline in the output, only in the log; how long it is, the log knows.
        const qint64 whole = span.open ? fresh - 1 : fresh;
        const qsizetype beforeLast = behindNewlines(chunk.bytes, at, span.lines - (span.open ? 1 : 0)).index;
        const qsizetype behind = span.open ? behindNewlines(chunk.bytes, beforeLast, 1).index : beforeLast;
        if (ours) {
            qint64 &offset = place.offsets[static_cast<size_t>(span.stream)];
            offset = behindLines(span.stream, offset, whole, read);
            offset += span.open ? behind - beforeLast - 1 : 0;
        }
        at = behind;
        line += span.lines;
        place.line = std::max(place.line, line);
    }
    return place;
}

} // namespace engine
