// SPDX-License-Identifier: Apache-2.0
// Finds many patterns in a text at once. Any occurrence of the shortest pattern holds one of the places that are looked
// at, a fixed step apart; what stands there is hashed, and only a hit is compared in full.
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <bitset>
#include <cstdint>
#include <vector>

namespace engine {

class Matcher
{
public:
    struct Match
    {
        qsizetype from = 0;
        qsizetype to = 0; ///< One past the end.
    };
    struct Found
    {
        std::vector<Match> matches; ///< Sorted; those that overlap or touch are one.
        qsizetype openFrom = 0;     ///< Where the longest end of the text begins that a pattern may go on from.
    };

    /// Each at least four bytes long.
    explicit Matcher(const QByteArrayList &patterns);

    bool isEmpty() const { return m_patterns.empty(); }
    /// Of the longest pattern.
    qsizetype longest() const { return m_longest; }
    /// Safe on every thread.
    Found find(QByteArrayView text) const;

private:
    struct Entry
    {
        std::uint64_t gram = 0;
        std::uint32_t pattern = 0;
        std::uint32_t offset = 0;
    };

    void addEntries();
    void fillFilter();
    void scan(QByteArrayView text, Found &found) const;
    void compare(QByteArrayView text, qsizetype at, std::uint64_t gram, Found &found) const;
    void openAtEnd(QByteArrayView text, Found &found) const;
    bool beginsAnyPattern(QByteArrayView end) const;

    std::vector<QByteArray> m_patterns; // sorted
    qsizetype m_shortest = 0;
    qsizetype m_longest = 0;
    qsizetype m_gram = 4; // bytes looked at in one place, 4 to 8
    qsizetype m_step = 1;
    std::uint64_t m_mask = 0;            // of these bytes in a word that begins with them
    std::vector<Entry> m_entries;        // sorted by gram
    std::vector<std::uint64_t> m_filter; // a word of bits by hash; a gram sets two
    int m_shift = 0;                     // what of a hash is the number of a word
    std::bitset<256> m_firstBytes;
};

} // namespace engine
