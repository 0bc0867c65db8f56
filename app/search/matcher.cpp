// SPDX-License-Identifier: Apache-2.0
#include "app/search/matcher.h"

#include "app/search/linefinder.h"
#include "app/search/seentext.h"
#include "app/search/texttraits.h"

#include <algorithm>
#include <deque>
#include <vector>

namespace search {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPlaces = 2000;
/// Buffers above this size were made for a monstrous line.
constexpr qsizetype keptBuffer = 2 << 20;

base::Result<bool> matches(const Pattern &pattern, const Subject &line, Scratch &scratch)
{
    TRY(const Span span, pattern.find(line, 0, scratch));
    return span.found();
}

} // namespace

/// One walk over a block of lines. Terms that lead tell which lines are worth a look; the others are asked for these
/// lines only.
class Scan
{
public:
    Scan(const Matcher &matcher, Subject block, Scratch &scratch)
        : m_matcher(matcher),
          m_block(block),
          m_leading(matcher.m_combine == Combine::Any ? matcher.m_wanted.size()
                                                      : std::min<qsizetype>(matcher.m_wanted.size(), 1)),
          m_scratch(scratch)
    {
    }

    base::Result<QList<LineHit>> run()
    {
        const bool alone = m_leading == m_matcher.m_wanted.size() && m_matcher.m_unwanted.isEmpty();
        const base::Status done = m_leading == 0 ? everyLine() : m_leading == 1 && alone ? oneTerm() : severalTerms();
        return done ? base::Result<QList<LineHit>>(std::move(m_hits)) : base::Result<QList<LineHit>>(done.error());
    }

private:
    base::Status oneTerm()
    {
        LineFinder finder(m_matcher.m_wanted.first(), m_block, m_scratch);
        while (const MatchingLine *line = finder.next()) {
            add(*line);
        }
        return statusOf(finder);
    }

    base::Status severalTerms()
    {
        std::deque<LineFinder> finders;
        std::vector<const MatchingLine *> lines;
        for (qsizetype i = 0; i < m_leading; ++i) {
            lines.push_back(finders.emplace_back(m_matcher.m_wanted[i], m_block, m_scratch).next());
        }
        while (const MatchingLine *first = firstOf(lines)) {
            CHECK(addIfOthersAgree(*first));
            const qint64 number = first->line;
            for (size_t i = 0; i < lines.size(); ++i) {
                lines[i] = lines[i] != nullptr && lines[i]->line == number ? finders[i].next() : lines[i];
            }
        }
        for (const LineFinder &finder : finders) {
            CHECK(statusOf(finder));
        }
        return {};
    }

    base::Status everyLine()
    {
        const QByteArrayView text = m_block.text;
        qint64 number = 0;
        for (qsizetype at = 0; at < text.size() && !m_scratch.isStopped(); at = endOfLine(at) + 1) {
            CHECK(addIfOthersAgree({number++, at, {at, at}}));
        }
        return {};
    }

    static base::Status statusOf(const LineFinder &finder)
    {
        return finder.problem() ? base::Status(*finder.problem()) : base::Status();
    }

    /// Null when all are at their end.
    static const MatchingLine *firstOf(const std::vector<const MatchingLine *> &lines)
    {
        const MatchingLine *first = nullptr;
        for (const MatchingLine *line : lines) {
            const bool sooner = line != nullptr && (first == nullptr || line->span.start < first->span.start);
            first = sooner ? line : first;
        }
        return first;
    }

    qsizetype endOfLine(qsizetype from) const
    {
        const qsizetype end = m_block.text.indexOf('\n', from);
        return end < 0 ? m_block.text.size() : end;
    }

    void add(const MatchingLine &line)
    {
        m_hits.append({line.line, qint32(line.span.start - line.start), qint32(line.span.end - line.span.start)});
    }

    base::Status addIfOthersAgree(const MatchingLine &line)
    {
        const QByteArrayView text = m_block.text.sliced(line.start, endOfLine(line.span.start) - line.start);
        TRY(const bool agreed, othersAgree({text, m_block.ascii}));
        if (agreed) {
            add(line);
        }
        return {};
    }

    base::Result<bool> othersAgree(const Subject &line)
    {
        for (qsizetype i = m_leading; i < m_matcher.m_wanted.size(); ++i) {
            TRY(const bool here, matches(m_matcher.m_wanted[i], line, m_scratch));
            if (!here) {
                return false;
            }
        }
        for (const Pattern &pattern : m_matcher.m_unwanted) {
            TRY(const bool here, matches(pattern, line, m_scratch));
            if (here) {
                return false;
            }
        }
        return true;
    }

    const Matcher &m_matcher;
    const Subject m_block;
    const qsizetype m_leading;
    Scratch &m_scratch;
    QList<LineHit> m_hits;
};

base::Result<Matcher> Matcher::compile(const Query &query)
{
    if (query.terms.isEmpty()) {
        return base::invalid(u"pattern"_s, u"nothing to look for"_s);
    }
    Matcher matcher;
    matcher.m_combine = query.combine;
    for (const Term &term : query.terms) {
        TRY(const Pattern pattern, Pattern::compile(term));
        (term.sense == Sense::Wanted ? matcher.m_wanted : matcher.m_unwanted).append(pattern);
    }
    return matcher;
}

base::Result<QList<LineHit>> Matcher::scan(QByteArrayView lines, const Stopped &stopped) const
{
    Scratch scratch;
    return scan(lines, stopped, scratch);
}

base::Result<QList<LineHit>> Matcher::scan(QByteArrayView lines, const Stopped &stopped, Scratch &scratch) const
{
    const TextTraits traits = traitsOf(lines);
    const QByteArrayView seen = traits.plain ? lines : seenText(lines, scratch.buffer());
    scratch.heed(&stopped);
    auto hits = Scan(*this, {seen, traits.ascii}, scratch).run();
    scratch.heed(nullptr);
    if (scratch.buffer().size() > keptBuffer) {
        scratch.buffer() = {};
    }
    return hits;
}

bool Matcher::mayMatch(const TextFilter &filter) const
{
    const auto may = [&filter](const Pattern &pattern) { return pattern.mayMatch(filter); };
    return m_combine == Combine::Any && !m_wanted.isEmpty() ? std::any_of(m_wanted.cbegin(), m_wanted.cend(), may)
                                                            : std::all_of(m_wanted.cbegin(), m_wanted.cend(), may);
}

QList<Span> Matcher::places(QByteArrayView line) const
{
    Scratch scratch;
    QList<Span> places;
    for (const Pattern &pattern : m_wanted) {
        for (qsizetype at = 0; at < line.size() && places.size() < mostPlaces;) {
            const base::Result<Span> span = pattern.find({line, false}, at, scratch);
            if (!span || !span->found()) {
                break;
            }
            if (span->end > span->start) {
                places.append(*span);
            }
            at = std::max(span->end, span->start + 1);
        }
    }
    std::sort(places.begin(), places.end(), [](const Span &a, const Span &b) { return a.start < b.start; });
    return places;
}

} // namespace search
