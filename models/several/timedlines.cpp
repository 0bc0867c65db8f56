// SPDX-License-Identifier: Apache-2.0
#include "models/several/timedlines.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <vector>

namespace models {

namespace {

/// The next stretch of a log. The clock may have been set back: a line is never earlier than the one before it.
struct Next
{
    base::Instant at;
    int log = 0;
    qsizetype index = 0;
    bool operator>(const Next &other) const { return std::pair(at, log) > std::pair(other.at, other.log); }
};

} // namespace

TimedLines::TimedLines(const QList<QList<Stretch>> &logs) : m_ofLog(logs.size())
{
    std::priority_queue<Next, std::vector<Next>, std::greater<>> queue;
    for (int log = 0; log < logs.size(); ++log) {
        if (!logs[log].isEmpty()) {
            queue.push({logs[log].first().at, log, 0});
        }
    }
    while (!queue.empty()) {
        const Next next = queue.top();
        queue.pop();
        const Stretch &stretch = logs[next.log][next.index];
        const bool goesOn = !m_pieces.isEmpty() && m_pieces.last().log == next.log;
        if (!goesOn) {
            m_ofLog[next.log].append(m_pieces.size());
            m_pieces.append({m_size, next.log, stretch.first});
        }
        m_size += stretch.lines;
        if (next.index + 1 < logs[next.log].size()) {
            queue.push({std::max(next.at, logs[next.log][next.index + 1].at), next.log, next.index + 1});
        }
    }
}

Origin TimedLines::at(qint64 row) const
{
    const auto after = std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), row,
                                        [](qint64 wanted, const Piece &piece) { return wanted < piece.row; });
    const Piece &piece = *(after - 1);
    return {piece.log, piece.first + row - piece.row};
}

qint64 TimedLines::endOf(qsizetype piece) const
{
    return piece + 1 < m_pieces.size() ? m_pieces[piece + 1].row : m_size;
}

qint64 TimedLines::rowOf(const Origin &origin) const
{
    const QList<qsizetype> pieces = m_ofLog.value(origin.log);
    const auto after =
        std::upper_bound(pieces.cbegin(), pieces.cend(), origin.line,
                         [this](qint64 wanted, qsizetype piece) { return wanted < m_pieces[piece].first; });
    if (after == pieces.cbegin()) {
        return -1;
    }
    const qsizetype piece = *(after - 1);
    const qint64 row = m_pieces[piece].row + origin.line - m_pieces[piece].first;
    return row < endOf(piece) ? row : -1;
}

qint64 TimedLines::firstLine(int log, qint64 row) const
{
    const QList<qsizetype> pieces = m_ofLog.value(log);
    const auto next = std::partition_point(pieces.cbegin(), pieces.cend(),
                                           [this, row](qsizetype piece) { return endOf(piece) <= row; });
    if (next == pieces.cend()) {
        return std::numeric_limits<qint64>::max();
    }
    return m_pieces[*next].first + std::max<qint64>(row - m_pieces[*next].row, 0);
}

void addStretches(QList<Stretch> &into, const store::LogChunk &chunk)
{
    qint64 first = chunk.firstLine;
    for (const store::LogSpan &span : chunk.spans) {
        if (!into.isEmpty() && into.last().at == span.at && into.last().first + into.last().lines == first) {
            into.last().lines += span.lines;
        } else {
            into.append({first, span.lines, span.at});
        }
        first += span.lines;
    }
}

} // namespace models
