// SPDX-License-Identifier: Apache-2.0
#include "app/engine/masking/sieve.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace engine {

namespace {

// A longer step gains nothing more, and every step costs an entry for each pattern.
constexpr qsizetype longestStep = 32;
constexpr int together = 4; // places between two branches
// Sizes of the filter, as what is shifted out of a hash: 8 KiB, which stay in the nearest cache, or 64.
constexpr int smallFilter = 32 - 11;
constexpr int largeFilter = 32 - 14;
constexpr std::size_t fewGrams = 1024; // one in 64 of what is no gram passes the small filter

/// Longer ones are met less often by chance, shorter ones leave longer steps.
qsizetype gramFor(qsizetype shortestPattern)
{
    return shortestPattern >= 16 ? 6 : shortestPattern >= 12 ? 5 : shortestPattern >= 8 ? 4 : 3;
}

std::uint64_t maskFor(qsizetype bytes)
{
    std::uint64_t mask = 0;
    std::memset(&mask, 0xFF, static_cast<size_t>(bytes));
    return mask;
}

} // namespace

Sieve::Sieve(const std::vector<QByteArray> &patterns, qsizetype from, qsizetype below)
{
    qsizetype shortest = below;
    for (const QByteArray &pattern : patterns) {
        shortest = pattern.size() >= from ? std::min(shortest, pattern.size()) : shortest;
    }
    m_gram = gramFor(shortest);
    m_mask = maskFor(m_gram);
    m_step = std::min(shortest - m_gram + 1, longestStep);
    addEntries(patterns, from, below);
    fillFilter();
}

/// An occurrence holds a place within its first `m_step` bytes, so that these offsets are enough.
void Sieve::addEntries(const std::vector<QByteArray> &patterns, qsizetype from, qsizetype below)
{
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const QByteArrayView pattern = patterns[i];
        for (qsizetype offset = 0; pattern.size() >= from && pattern.size() < below && offset < m_step; ++offset) {
            const std::uint64_t gram = wordAt(pattern.sliced(offset)) & m_mask;
            m_entries.push_back({hashOf(gram), static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(offset)});
        }
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) { return a.hash < b.hash; });
}

void Sieve::fillFilter()
{
    m_shift = m_entries.size() <= fewGrams ? smallFilter : largeFilter;
    m_filter.assign(std::size_t{1} << (32 - m_shift), 0);
    m_firsts.assign(m_filter.size() + 1, 0);
    for (const Entry &entry : m_entries) {
        const std::size_t word = entry.hash >> m_shift;
        m_filter[word] |= 1U << (entry.hash & 31);
        ++m_firsts[word + 1];
    }
    std::partial_sum(m_firsts.begin(), m_firsts.end(), m_firsts.begin());
}

bool Sieve::next(QByteArrayView text, qsizetype &at) const
{
    at = m_shift == smallFilter ? skip<smallFilter>(text, at) : skip<largeFilter>(text, at);
    for (; at + m_gram <= text.size(); at += m_step) {
        if (letsThrough(wordAt(text.sliced(at)))) {
            return true;
        }
    }
    return false;
}

/// Over most of what nothing stands in.
template <int shift> qsizetype Sieve::skip(QByteArrayView text, qsizetype at) const
{
    // Copies, that they stay in registers.
    const std::uint32_t *const filter = m_filter.data();
    const std::uint64_t mask = m_mask;
    const qsizetype step = m_step;
    const qsizetype last = text.size() - wordSize - (together - 1) * step;
    for (const char *const data = text.data(); at <= last; at += together * step) {
        std::uint32_t found = 0;
#pragma GCC unroll 4
        for (int i = 0; i < together; ++i) {
            const std::uint32_t hash = hashOf(wordAt(data + at + i * step) & mask);
            found |= filter[hash >> shift] >> (hash & 31);
        }
        if ((found & 1) != 0) [[unlikely]] {
            break;
        }
    }
    return at;
}

} // namespace engine
