// SPDX-License-Identifier: Apache-2.0
// The lines of several logs in the order of their times. Lines of one log keep their order; what is kept is a stretch
// of lines, not a line. A value.
#pragma once

#include "app/store/logs.h"

#include <QList>

namespace models {

/// Lines of one log that share their time, following each other.
struct Stretch
{
    qint64 first = 0;
    qint64 lines = 0;
    base::Instant at;
};

/// Where a row of the merged lines is from.
struct Origin
{
    int log = 0;
    qint64 line = 0;
};

class TimedLines
{
public:
    TimedLines() = default;
    /// A list for each log, in the order of its lines; a log that is left out has an empty one.
    explicit TimedLines(const QList<QList<Stretch>> &logs);

    qint64 size() const { return m_size; }
    /// Of a row less than size().
    Origin at(qint64 row) const;
    /// The row of a line; -1 where it has none.
    qint64 rowOf(const Origin &origin) const;
    /// The first line of a log that stands in `row` or after it; beyond all lines where there is none.
    qint64 firstLine(int log, qint64 row) const;

private:
    struct Piece
    {
        qint64 row = 0;
        int log = 0;
        qint64 first = 0;
    };
    qint64 endOf(qsizetype piece) const;

    QList<Piece> m_pieces;
    QList<QList<qsizetype>> m_ofLog; ///< The pieces of each log.
    qint64 m_size = 0;
};

/// The stretches of a chunk; neighbours of the same time are one.
void addStretches(QList<Stretch> &into, const store::LogChunk &chunk);

} // namespace models
