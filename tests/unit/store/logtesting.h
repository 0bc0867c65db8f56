// SPDX-License-Identifier: Apache-2.0
// Lines whose text follows from their number, so that a test can tell which ones are in a log without remembering them.
#pragma once

#include "app/store/logs.h"

#include <QTest>

namespace test {

/// Line `number` of a run, its newline included; lengths vary.
inline QByteArray logLine(const base::RunId &run, qint64 number)
{
    return run.text().toUtf8() + ':' + QByteArray::number(number) +
           QByteArray(static_cast<qsizetype>(number * 7 % 61), 'x') + '\n';
}

/// `count` lines from `first` on, in one span.
inline store::LogChunk logLines(const base::RunId &run, qint64 first, qint64 count)
{
    store::LogChunk chunk{.firstLine = first, .bytes = {}, .spans = {}};
    for (qint64 i = 0; i < count; ++i) {
        chunk.bytes += logLine(run, first + i);
    }
    chunk.spans.append({.lines = count, .stream = store::Stream::Out, .at = base::fromMillis(1'000'000 + first)});
    return chunk;
}

/// Waits for the answer of a verb, with events going on; an Internal error when none comes in time.
template <typename Value> Value answerOf(const QFuture<Value> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000) || future.resultCount() == 0) {
        return base::internal(QStringLiteral("no answer"));
    }
    return future.result();
}

/// All bytes of a log, read page by page; checks that pages follow each other.
inline base::Result<QByteArray> wholeLog(const store::Logs &logs, const base::RunId &run, qint64 page)
{
    QByteArray bytes;
    for (qint64 line = 0;;) {
        TRY(const store::LogChunk chunk, answerOf(logs.read(run, line, page)));
        if (chunk.spans.isEmpty()) {
            return bytes;
        }
        if (chunk.firstLine != line) {
            return base::internal(QStringLiteral("asked for line %1, got %2").arg(line).arg(chunk.firstLine));
        }
        bytes += chunk.bytes;
        line += chunk.bytes.count('\n');
    }
}

} // namespace test
