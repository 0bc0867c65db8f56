// SPDX-License-Identifier: Apache-2.0
// One walk over a block of lines, 64 bytes at a time: which of them hold a mark, where, and what their numbers are. A
// line is told once, for its first place; what follows in it is passed over.
#pragma once

#include "app/search/mark.h"

#include <span>

namespace search {

struct MarkedLine
{
    qint64 line = 0;     ///< Counted from the first of the block.
    qsizetype start = 0; ///< Of the line.
    qsizetype place = 0; ///< Of the mark.
};

/// One thread at a time; the text and the mark must outlive it.
class LineWalk
{
public:
    /// So many are given at once at most, and there must be room for as many.
    static constexpr size_t mostAtOnce = 256;

    LineWalk(QByteArrayView text, const Mark &mark) : m_text(text), m_mark(&mark) {}

    bool isOver() const { return m_over; }
    /// The next lines; perhaps none, but never so much of the text that nobody could stop it for long.
    size_t next(std::span<MarkedLine, mostAtOnce> lines);

private:
    friend class FastWalk;

    void countTo(qsizetype place);
    size_t plainly(std::span<MarkedLine, mostAtOnce> lines);

    QByteArrayView m_text;
    const Mark *m_mark;
    qsizetype m_at = 0;      ///< Nothing before it is looked for any more.
    qsizetype m_counted = 0; ///< Newlines before it are counted, ...
    qint64 m_line = 0;       ///< ... and so many there are, ...
    qsizetype m_start = 0;   ///< ... the last one right before this.
    bool m_told = false;     ///< The line that goes on at m_counted was given already.
    bool m_over = false;
};

} // namespace search
