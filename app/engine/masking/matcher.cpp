// SPDX-License-Identifier: Apache-2.0
#include "app/engine/masking/matcher.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace engine {

namespace {

constexpr qsizetype wordSize = sizeof(std::uint64_t);
// A longer step gains nothing more, and every step costs an entry for each pattern.
constexpr qsizetype longestStep = 32;

/// Longer ones are met less often by chance, shorter ones leave longer steps.
qsizetype gramFor(qsizetype shortestPattern)
{
    return shortestPattern >= 24 ? 8 : shortestPattern >= 12 ? 6 : shortestPattern >= 8 ? 5 : 4;
}

std::uint64_t maskFor(qsizetype bytes)
{
    std::uint64_t mask = 0;
    std::memset(&mask, 0xFF, static_cast<size_t>(bytes));
    return mask;
}

std::uint64_t wordAt(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// The same where fewer bytes are left.
std::uint64_t lastWord(QByteArrayView end)
{
    std::uint64_t word = 0;
    std::memcpy(&word, end.data(), static_cast<size_t>(std::min(end.size(), wordSize)));
    return word;
}

std::uint64_t hashOf(std::uint64_t gram)
{
    return gram * 0x9E3779B97F4A7C15ULL;
}

/// Two bits from the middle of a hash, whose upper end chose the word.
std::uint64_t bitsOf(std::uint64_t hash)
{
    return (1ULL << ((hash >> 28) & 63)) | (1ULL << ((hash >> 34) & 63));
}

bool isPrefixOf(QByteArrayView text, const QByteArray &pattern)
{
    return text.size() < pattern.size() &&
           std::memcmp(text.data(), pattern.constData(), static_cast<size_t>(text.size())) == 0;
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
    m_gram = gramFor(m_shortest);
    m_mask = maskFor(m_gram);
    m_step = std::min(m_shortest - m_gram + 1, longestStep);
    for (const QByteArray &pattern : m_patterns) {
        m_firstBytes.set(static_cast<unsigned char>(pattern.front()));
    }
    addEntries();
    fillFilter();
}

/// An occurrence holds a place within its first `m_step` bytes, so that these offsets are enough.
void Matcher::addEntries()
{
    for (std::size_t i = 0; i < m_patterns.size(); ++i) {
        for (qsizetype offset = 0; offset < m_step; ++offset) {
            const std::uint64_t gram = lastWord(QByteArrayView(m_patterns[i]).sliced(offset)) & m_mask;
            m_entries.push_back({gram, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(offset)});
        }
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) { return a.gram < b.gram; });
}

/// Small enough to stay in the nearest cache: about two grams a word.
void Matcher::fillFilter()
{
    std::size_t grams = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        grams += i == 0 || m_entries[i].gram != m_entries[i - 1].gram ? 1 : 0;
    }
    const std::size_t words = std::bit_ceil(std::max<std::size_t>(grams / 2, 16));
    m_filter.assign(words, 0);
    m_shift = 64 - std::countr_zero(words);
    for (const Entry &entry : m_entries) {
        const std::uint64_t hash = hashOf(entry.gram);
        m_filter[hash >> m_shift] |= bitsOf(hash);
    }
}

Matcher::Found Matcher::find(QByteArrayView text) const
{
    Found found;
    found.openFrom = text.size();
    if (!m_patterns.empty()) {
        scan(text, found);
        openAtEnd(text, found);
        merge(found.matches);
    }
    return found;
}

void Matcher::scan(QByteArrayView text, Found &found) const
{
    // Copies, for a hit could change them as far as the compiler knows.
    const std::uint64_t *const filter = m_filter.data();
    const std::uint64_t mask = m_mask;
    const int shift = m_shift;
    const qsizetype step = m_step;
    const auto look = [&](qsizetype at, std::uint64_t gram) {
        const std::uint64_t hash = hashOf(gram);
        const std::uint64_t bits = bitsOf(hash);
        if ((filter[hash >> shift] & bits) == bits) [[unlikely]] {
            compare(text, at, gram, found);
        }
    };
    qsizetype at = 0;
    for (const char *const data = text.data(); at + wordSize <= text.size(); at += step) {
        look(at, wordAt(data + at) & mask);
    }
    for (; at + m_gram <= text.size(); at += step) {
        look(at, lastWord(text.sliced(at)) & mask);
    }
}

void Matcher::compare(QByteArrayView text, qsizetype at, std::uint64_t gram, Found &found) const
{
    auto entry = std::lower_bound(m_entries.begin(), m_entries.end(), gram,
                                  [](const Entry &e, std::uint64_t wanted) { return e.gram < wanted; });
    for (; entry != m_entries.end() && entry->gram == gram; ++entry) {
        const qsizetype from = at - entry->offset;
        if (from < 0) {
            continue;
        }
        const QByteArray &pattern = m_patterns[entry->pattern];
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
        if (m_firstBytes.test(static_cast<unsigned char>(text[from])) && beginsAnyPattern(text.sliced(from))) {
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
