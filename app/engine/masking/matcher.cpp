// SPDX-License-Identifier: Apache-2.0
#include "app/engine/masking/matcher.h"

#include <algorithm>
#include <cstring>

namespace engine {

namespace {

// Where the shortest pattern is so short, longer ones are looked for apart, that these few are seldom met by chance.
constexpr qsizetype veryShort = 6;
constexpr qsizetype longEnough = 12;

bool isPrefixOf(QByteArrayView text, const QByteArray &pattern)
{
    return text.size() < pattern.size() &&
           std::memcmp(text.data(), pattern.constData(), static_cast<size_t>(text.size())) == 0;
}

/// The first two bytes, or the only one.
std::size_t pairAt(QByteArrayView text)
{
    const auto byte = [&text](qsizetype i) { return static_cast<unsigned char>(text[i]); };
    return text.size() == 1 ? byte(0) : byte(0) | std::size_t{byte(1)} << 8;
}

void merge(std::vector<Matcher::Match> &matches)
{
    std::sort(matches.begin(), matches.end(),
              [](const Matcher::Match &a, const Matcher::Match &b) { return a.from < b.from; });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < matches.size(); ++i) {
        if (matches[i].from <= matches[kept].to) {
            matches[kept].to = std::max(matches[kept].to, matches[i].to);
        } else {
            matches[++kept] = matches[i];
        }
    }
    if (!matches.empty()) {
        matches.resize(kept + 1);
    }
}

} // namespace

Matcher::Matcher(const QByteArrayList &patterns) : m_patterns(patterns.begin(), patterns.end())
{
    std::sort(m_patterns.begin(), m_patterns.end());
    m_patterns.erase(std::unique(m_patterns.begin(), m_patterns.end()), m_patterns.end());
    if (m_patterns.empty()) {
        return;
    }
    const auto [shortest, longest] =
        std::minmax_element(m_patterns.begin(), m_patterns.end(),
                            [](const QByteArray &a, const QByteArray &b) { return a.size() < b.size(); });
    m_shortest = shortest->size();
    m_longest = longest->size();
    const qsizetype parted = m_shortest < veryShort ? longEnough : m_shortest;
    if (m_shortest < parted) {
        m_sieves.emplace_back(m_patterns, m_shortest, parted);
    }
    if (m_longest >= parted) {
        m_sieves.emplace_back(m_patterns, parted, m_longest + 1);
    }
    for (const QByteArray &pattern : m_patterns) {
        m_firstBytes.set(pairAt(pattern) & 0xFF);
        m_firstPairs.set(pairAt(pattern));
    }
}

Matcher::Found Matcher::find(QByteArrayView text) const
{
    Found found;
    found.openFrom = text.size();
    if (!m_patterns.empty()) {
        for (const Sieve &sieve : m_sieves) {
            for (qsizetype at = 0; sieve.next(text, at); at += sieve.step()) {
                compare(text, at, sieve, found);
            }
        }
        openAtEnd(text, found);
        merge(found.matches);
    }
    return found;
}

void Matcher::compare(QByteArrayView text, qsizetype at, const Sieve &sieve, Found &found) const
{
    for (const Sieve::Entry &entry : sieve.entries(wordAt(text.sliced(at)))) {
        const qsizetype from = at - entry.offset;
        if (from < 0) {
            continue;
        }
        const QByteArray &pattern = m_patterns[entry.pattern];
        const QByteArrayView there = text.sliced(from, std::min(pattern.size(), text.size() - from));
        if (there.size() == pattern.size()) {
            if (there == pattern) {
                found.matches.push_back({from, from + pattern.size()});
            }
        } else if (isPrefixOf(there, pattern)) {
            found.openFrom = std::min(found.openFrom, from);
        }
    }
}

/// Ends shorter than the shortest pattern may hold no place that is looked at.
void Matcher::openAtEnd(QByteArrayView text, Found &found) const
{
    const qsizetype first = std::max<qsizetype>(0, text.size() - m_shortest + 1);
    for (qsizetype from = first; from < found.openFrom; ++from) {
        const QByteArrayView end = text.sliced(from);
        const bool mayBegin = end.size() == 1 ? m_firstBytes.test(pairAt(end)) : m_firstPairs.test(pairAt(end));
        if (mayBegin && beginsAnyPattern(end)) {
            found.openFrom = from;
        }
    }
}

bool Matcher::beginsAnyPattern(QByteArrayView end) const
{
    auto pattern =
        std::lower_bound(m_patterns.begin(), m_patterns.end(), end,
                         [](const QByteArray &known, QByteArrayView wanted) { return QByteArrayView(known) < wanted; });
    if (pattern != m_patterns.end() && *pattern == end) {
        ++pattern;
    }
    return pattern != m_patterns.end() && isPrefixOf(end, *pattern);
}

} // namespace engine
