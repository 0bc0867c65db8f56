// SPDX-License-Identifier: Apache-2.0
#include "app/search/matcher.h"

#include "app/base/lines.h"
#include "app/search/seentext.h"
#include "app/search/texttraits.h"

#include <algorithm>
#include <cstring>

namespace search {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPlaces = 2000;

/// Of the line that `place` is in; not before `from`, which is the start of a line itself.
qsizetype startOfLine(QByteArrayView text, qsizetype from, qsizetype place)
{
    const void *newline = place > from ? memrchr(text.data() + from, '\n', size_t(place - from)) : nullptr;
    return newline ? static_cast<const char *>(newline) - text.data() + 1 : from;
}

base::Result<bool> matches(const Pattern &pattern, const Subject &line, Scratch &scratch)
{
    TRY(const Span span, pattern.next(line, 0, scratch));
    return span.found();
}

} // namespace

/// One walk over a block of lines. Terms that lead tell where the next line worth a look is; the others are asked for
/// that line only.
class Scan
{
public:
    Scan(const Matcher &matcher, Subject subject, const Stopped &stopped)
        : m_matcher(matcher),
          m_subject(subject),
          m_leading(matcher.m_combine == Combine::Any ? matcher.m_wanted.size()
                                                      : std::min<qsizetype>(matcher.m_wanted.size(), 1)),
          m_next(size_t(m_leading)),
          m_stopped(stopped),
          m_scratch(&m_stopped)
    {
    }

    base::Result<QList<LineHit>> run()
    {
        const QByteArrayView text = m_subject.text;
        QList<LineHit> hits;
        qsizetype counted = 0;
        qint64 line = 0;
        for (qsizetype at = 0; at < text.size() && !m_stopped();) {
            TRY(const Span hit, leading(at));
            if (!hit.found()) {
                break;
            }
            const qsizetype start = startOfLine(text, at, hit.start);
            const qsizetype newline = text.indexOf('\n', hit.start);
            const qsizetype end = newline < 0 ? text.size() : newline;
            line += base::countLines(text.sliced(counted, start - counted));
            counted = start;
            TRY(const bool agreed, othersAgree({text.sliced(start, end - start), m_subject.ascii}));
            if (agreed) {
                hits.append({line, qint32(hit.start - start), qint32(hit.end - hit.start)});
            }
            at = end + 1;
        }
        return hits;
    }

private:
    /// The first match of a leading term from `at` on; without one, the very next line.
    base::Result<Span> leading(qsizetype at)
    {
        if (m_leading == 0) {
            return Span{at, at};
        }
        Span first;
        for (qsizetype i = 0; i < m_leading; ++i) {
            Span &known = m_next[size_t(i)];
            if (known.start < at) {
                TRY(known, m_matcher.m_wanted[i].next(m_subject, at, m_scratch));
                known.start = known.found() ? known.start : m_subject.text.size() + 1;
            }
            if (known.start <= m_subject.text.size() && (!first.found() || known.start < first.start)) {
                first = known;
            }
        }
        return first;
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
    const Subject m_subject;
    const qsizetype m_leading;
    std::vector<Span> m_next; ///< Of each leading term; behind the text when there is none.
    const Stopped &m_stopped;
    Scratch m_scratch;
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
    const TextTraits traits = traitsOf(lines);
    QByteArray buffer;
    const QByteArrayView seen = traits.plain ? lines : seenText(lines, buffer);
    return Scan(*this, {seen, traits.ascii}, stopped).run();
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
            const base::Result<Span> span = pattern.next({line, false}, at, scratch);
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
