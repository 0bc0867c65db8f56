// SPDX-License-Identifier: Apache-2.0
// The lines of a block that one term matches, in order: where every match holds known texts, only lines that are marked
// by them are looked at; otherwise the expression runs over many lines at once where it may, and over each where not.
#pragma once

#include "app/search/linewalk.h"
#include "app/search/pattern.h"

#include <array>
#include <optional>
#include <vector>

namespace search {

struct MatchingLine
{
    qint64 line = 0;     ///< Counted from the first of the block.
    qsizetype start = 0; ///< Of the line, in the block.
    Span span;           ///< The first match in it, in the block.
};

/// One thread; what it is made of must outlive it.
class LineFinder
{
public:
    LineFinder(const Pattern &pattern, const Subject &block, Scratch &scratch);

    /// Good until the next call. Null after the last one, when it was stopped, and when there is a problem.
    const MatchingLine *next();
    /// A line needs more steps than is reasonable.
    const std::optional<base::Error> &problem() const { return m_problem; }

private:
    enum class Manner { Text, Marked, Pieces, EachLine };

    Manner manner() const;
    const Mark *rarestMark() const;
    void refill();
    void takeMarked();
    void takePiece();
    void takeEachLine();
    bool holdsOtherMarks(QByteArrayView line) const;
    void matchLine(const MarkedLine &marked);
    Span match(QByteArrayView text);
    void countTo(qsizetype lineStart);

    const Pattern &m_pattern;
    const Subject m_block;
    Scratch &m_scratch;
    const Manner m_manner;
    const Mark *m_mark = nullptr; ///< That leads.
    std::optional<LineWalk> m_walk;
    std::array<MarkedLine, LineWalk::mostAtOnce> m_marked;
    qsizetype m_at = 0;      ///< Start of the first line that was not looked at.
    qsizetype m_counted = 0; ///< Start of a line, ...
    qint64 m_line = 0;       ///< ... and its number.
    std::vector<MatchingLine> m_found;
    size_t m_given = 0;
    bool m_over = false;
    std::optional<base::Error> m_problem;
};

} // namespace search
