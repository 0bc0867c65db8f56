// SPDX-License-Identifier: Apache-2.0
// Where patterns may stand in a text. Any occurrence holds one of the places that are looked at, a fixed step apart;
// what stands there is hashed, and only what the filter lets through is looked up.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace engine {

inline constexpr qsizetype wordSize = sizeof(std::uint64_t);

inline std::uint64_t wordAt(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// The first eight bytes of a text; zeros where it has fewer.
inline std::uint64_t wordAt(QByteArrayView text)
{
    if (text.size() >= wordSize) [[likely]] {
        return wordAt(text.data());
    }
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), static_cast<size_t>(text.size()));
    return word;
}

class Sieve
{
public:
    /// A pattern that has what is looked for `offset` bytes after its beginning.
    struct Entry
    {
        std::uint32_t hash = 0;
        std::uint32_t pattern = 0;
        std::uint32_t offset = 0;
    };

    /// Of those of `patterns` that are at least `from` and less than `below` bytes long: one or more, each of four
    /// bytes or more.
    Sieve(const std::vector<QByteArray> &patterns, qsizetype from, qsizetype below);

    /// Whether an occurrence is seen depends on so many bytes at its beginning; at most 39.
    qsizetype reach() const { return m_step + m_gram - 1; }
    qsizetype gram() const { return m_gram; }
    qsizetype step() const { return m_step; }

    /// Goes on from `at` in steps to a place that may be within a pattern; false at the first one that is not in `text`
    /// as a whole.
    bool next(QByteArrayView text, qsizetype &at) const;
    /// Whether a place that begins with these eight bytes may be within a pattern.
    bool letsThrough(std::uint64_t word) const
    {
        const std::uint32_t hash = hashOf(word & m_mask);
        return ((m_filter[hash >> m_shift] >> (hash & 31)) & 1) != 0;
    }
    /// Those that may have what `word` begins with, and few others.
    std::span<const Entry> entries(std::uint64_t word) const
    {
        const std::size_t bucket = hashOf(word & m_mask) >> m_shift;
        return std::span(m_entries).subspan(m_firsts[bucket], m_firsts[bucket + 1] - m_firsts[bucket]);
    }

private:
    static std::uint32_t hashOf(std::uint64_t gram) { return (gram * 0x9E3779B97F4A7C15ULL) >> 32; }
    template <int shift> qsizetype skip(QByteArrayView text, qsizetype at) const;
    void addEntries(const std::vector<QByteArray> &patterns, qsizetype from, qsizetype below);
    void fillFilter();

    qsizetype m_gram = 4; // bytes looked at in one place, 3 to 8
    qsizetype m_step = 1;
    std::uint64_t m_mask = 0;            // of these bytes in a word that begins with them
    std::vector<Entry> m_entries;        // sorted by word of the filter
    std::vector<std::uint32_t> m_firsts; // of each word of the filter, and the end
    std::vector<std::uint32_t> m_filter; // a bit for each gram, by hash
    int m_shift = 0;                     // what of a hash is the number of a word in it
};

} // namespace engine
