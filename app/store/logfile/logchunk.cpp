// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/logchunk.h"

#include "app/base/lines.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

/// The spans of `count` lines after the first `skip`.
QList<LogSpan> sliceSpans(const QList<LogSpan> &spans, qint64 skip, qint64 count)
{
    QList<LogSpan> sliced;
    for (const LogSpan &span : spans) {
        if (count == 0) {
            break;
        }
        const qint64 before = std::min(skip, span.lines);
        skip -= before;
        LogSpan part = span;
        part.lines = std::min(span.lines - before, count);
        part.open = span.open && before + part.lines == span.lines;
        if (part.lines > 0) {
            sliced.append(part);
            count -= part.lines;
        }
    }
    return sliced;
}

} // namespace

base::Status checkChunk(const LogChunk &chunk)
{
    if (chunk.firstLine < 0) {
        return base::invalid(u"firstLine"_s, u"must not be negative"_s);
    }
    if (chunk.bytes.isEmpty() || !chunk.bytes.endsWith('\n')) {
        return base::invalid(u"bytes"_s, u"must be whole lines, the last one ended by a newline"_s);
    }
    if (chunk.bytes.size() + chunk.spans.size() * maxSpanBytes > maxChunkBytes) {
        return base::invalid(u"bytes"_s, u"must be at most 64 MiB at a time"_s);
    }
    qint64 lines = 0;
    for (const LogSpan &span : chunk.spans) {
        if (span.lines < 1 || span.lines > chunk.bytes.size()) {
            return base::invalid(u"spans"_s, u"must hold at least one line each, and no more than there are"_s);
        }
        lines += span.lines;
    }
    if (lines != base::countLines(chunk.bytes)) {
        return base::invalid(u"spans"_s, u"must add up to the number of lines in bytes"_s);
    }
    return {};
}

qint64 linesOf(const QList<LogSpan> &spans)
{
    qint64 lines = 0;
    for (const LogSpan &span : spans) {
        lines += span.lines;
    }
    return lines;
}

void addSpan(QList<LogSpan> &spans, const LogSpan &span)
{
    if (!spans.isEmpty() && !spans.last().open && spans.last().stream == span.stream && spans.last().at == span.at) {
        spans.last().lines += span.lines;
        spans.last().open = span.open;
    } else {
        spans.append(span);
    }
}

void addChunk(LogChunk &chunk, const LogChunk &more)
{
    chunk.bytes += more.bytes;
    for (const LogSpan &span : more.spans) {
        addSpan(chunk.spans, span);
    }
}

LogChunk sliceChunk(const LogChunk &chunk, qint64 first, qint64 count)
{
    const qint64 skip = first - chunk.firstLine;
    const qint64 lines = linesOf(chunk.spans);
    if (skip == 0 && count >= lines) {
        return chunk;
    }
    const qsizetype from = base::endOfLines(chunk.bytes, skip);
    const qsizetype length = skip + count >= lines ? chunk.bytes.size() - from
                                                   : base::endOfLines(QByteArrayView(chunk.bytes).sliced(from), count);
    return {.firstLine = first, .bytes = chunk.bytes.mid(from, length), .spans = sliceSpans(chunk.spans, skip, count)};
}

QList<LogChunk> splitChunk(const LogChunk &chunk, qsizetype target)
{
    QList<LogChunk> pieces;
    qsizetype from = 0;
    qint64 line = 0;
    while (chunk.bytes.size() - from >= 2 * target) {
        const qsizetype end = chunk.bytes.indexOf('\n', from + target - 1) + 1;
        const QByteArray bytes = chunk.bytes.mid(from, end - from);
        const qint64 lines = base::countLines(bytes);
        pieces.append({chunk.firstLine + line, bytes, sliceSpans(chunk.spans, line, lines)});
        from = end;
        line += lines;
    }
    if (from == 0) {
        return {chunk};
    }
    if (from < chunk.bytes.size()) {
        const qint64 lines = linesOf(chunk.spans) - line;
        pieces.append({chunk.firstLine + line, chunk.bytes.mid(from), sliceSpans(chunk.spans, line, lines)});
    }
    return pieces;
}

} // namespace store
