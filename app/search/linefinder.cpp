// SPDX-License-Identifier: Apache-2.0
#include "app/search/linefinder.h"

#include "app/base/lines.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <limits>

namespace search {

namespace {

constexpr qsizetype leastPiece = 256;
constexpr qsizetype mostPiece = 64 << 10;
constexpr std::chrono::microseconds quick(250);
constexpr std::chrono::microseconds slow(1000);
constexpr qsizetype sample = 4 << 10;

qsizetype endOfLine(QByteArrayView text, qsizetype from)
{
    const qsizetype end = text.indexOf('\n', from);
    return end < 0 ? text.size() : end;
}

/// Not before `from`, which is the start of a line itself.
qsizetype startOfLine(QByteArrayView text, qsizetype from, qsizetype place)
{
    const void *newline = place > from ? memrchr(text.data() + from, '\n', size_t(place - from)) : nullptr;
    return newline ? static_cast<const char *>(newline) - text.data() + 1 : from;
}

size_t countMarked(QByteArrayView text, const Mark &mark)
{
    std::array<MarkedLine, LineWalk::mostAtOnce> lines;
    size_t count = 0;
    for (LineWalk walk(text, mark); !walk.isOver();) {
        count += walk.next(lines);
    }
    return count;
}

} // namespace

LineFinder::LineFinder(const Pattern &pattern, const Subject &block, Scratch &scratch)
    : m_pattern(pattern), m_block(block), m_scratch(scratch), m_manner(manner())
{
    m_over = block.text.isEmpty();
    if (m_manner == Manner::Text || m_manner == Manner::Marked) {
        m_mark = rarestMark();
        m_walk.emplace(block.text, *m_mark);
    }
}

LineFinder::Manner LineFinder::manner() const
{
    if (m_pattern.m_isText) {
        return Manner::Text;
    }
    // Beyond ASCII there are characters that are a letter of ASCII in another case.
    if (!m_pattern.m_marks.isEmpty() && (m_pattern.m_letters == Case::Sensitive || m_block.ascii)) {
        return Manner::Marked;
    }
    return m_pattern.m_staysInLine ? Manner::Pieces : Manner::EachLine;
}

/// In the first lines at least.
const Mark *LineFinder::rarestMark() const
{
    const Mark *rarest = &m_pattern.m_marks.first();
    size_t least = std::numeric_limits<size_t>::max();
    for (const Mark &mark : m_pattern.m_marks) {
        const QByteArrayView text = m_block.text.first(std::min(sample, m_block.text.size()));
        const size_t count = m_pattern.m_marks.size() > 1 ? countMarked(text, mark) : 0;
        if (count < least) {
            least = count;
            rarest = &mark;
        }
    }
    return rarest;
}

const MatchingLine *LineFinder::next()
{
    while (m_given == m_found.size()) {
        if (m_over || m_problem || m_scratch.isStopped()) {
            return nullptr;
        }
        m_found.clear();
        m_given = 0;
        refill();
    }
    return &m_found[m_given++];
}

void LineFinder::refill()
{
    switch (m_manner) {
    case Manner::Text:
    case Manner::Marked:
        takeMarked();
        break;
    case Manner::Pieces:
        takePiece();
        break;
    case Manner::EachLine:
        takeEachLine();
        break;
    }
}

void LineFinder::takeMarked()
{
    const size_t count = m_walk->next(m_marked);
    m_over = m_walk->isOver();
    const std::span<const MarkedLine> marked(m_marked.data(), count);
    if (m_manner == Manner::Text) {
        m_found.resize(count);
        std::transform(marked.begin(), marked.end(), m_found.begin(), [this](const MarkedLine &line) {
            const auto *needle = std::get_if<Needle>(m_mark);
            const qsizetype size = needle != nullptr ? needle->text().size()
                                                     : std::get<Sketch>(*m_mark).lengthAt(m_block.text, line.place);
            return MatchingLine{line.line, line.start, {line.place, line.place + size}};
        });
        return;
    }
    for (const MarkedLine &line : marked) {
        if (m_problem || m_scratch.isStopped()) {
            return;
        }
        matchLine(line);
    }
}

void LineFinder::matchLine(const MarkedLine &marked)
{
    const QByteArrayView line = m_block.text.sliced(marked.start, endOfLine(m_block.text, marked.place) - marked.start);
    const Span span = holdsOtherMarks(line) ? match(line) : Span();
    if (span.found()) {
        m_found.push_back({marked.line, marked.start, {marked.start + span.start, marked.start + span.end}});
    }
}

/// Where that is quicker than matching.
bool LineFinder::holdsOtherMarks(QByteArrayView line) const
{
    return std::all_of(m_pattern.m_marks.cbegin(), m_pattern.m_marks.cend(), [this, line](const Mark &mark) {
        return &mark == m_mark || !std::holds_alternative<Needle>(mark) || find(mark, line, 0) >= 0;
    });
}

Span LineFinder::match(QByteArrayView text)
{
    const base::Result<Span> span = m_pattern.match({text, m_block.ascii}, 0, m_scratch);
    if (!span) {
        m_problem = span.error();
        return {};
    }
    return *span;
}

/// Many lines at once, but not so many that nobody could stop it for long.
void LineFinder::takePiece()
{
    const auto began = std::chrono::steady_clock::now();
    const QByteArrayView text = m_block.text;
    const qsizetype end = endOfLine(text, std::min(m_at + m_scratch.m_piece, std::max<qsizetype>(text.size() - 1, 0)));
    while (m_at <= end && m_at < text.size() && !m_scratch.isStopped()) {
        // From the line on: behind the last line end of a subject nothing begins, not even an empty line.
        const Span span = match(text.sliced(m_at, end - m_at));
        if (m_problem) {
            // What is too much for many lines may be fine for each of them.
            if (endOfLine(text, m_at) < end) {
                m_problem.reset();
                m_scratch.m_piece = 0;
            }
            return;
        }
        if (!span.found()) {
            break;
        }
        const qsizetype place = m_at + span.start;
        const qsizetype start = startOfLine(text, m_at, place);
        countTo(start);
        m_found.push_back({m_line, start, {place, m_at + span.end}});
        m_at = endOfLine(text, place) + 1;
    }
    m_at = std::max(m_at, end + 1);
    m_over = m_at >= text.size();
    const auto took = std::chrono::steady_clock::now() - began;
    m_scratch.m_piece = took > slow    ? std::max(m_scratch.m_piece / 4, leastPiece)
                        : took < quick ? std::clamp(m_scratch.m_piece * 2, leastPiece, mostPiece)
                                       : m_scratch.m_piece;
}

void LineFinder::takeEachLine()
{
    const QByteArrayView text = m_block.text;
    const qsizetype end = endOfLine(text, m_at);
    const Span span = match(text.sliced(m_at, end - m_at));
    if (span.found()) {
        m_found.push_back({m_line, m_at, {m_at + span.start, m_at + span.end}});
    }
    m_at = end + 1;
    ++m_line;
    m_over = m_at >= text.size();
}

void LineFinder::countTo(qsizetype lineStart)
{
    m_line += base::countLines(m_block.text.sliced(m_counted, lineStart - m_counted));
    m_counted = lineStart;
}

} // namespace search
