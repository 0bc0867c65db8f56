// SPDX-License-Identifier: Apache-2.0
// Finds many patterns in a text at once: short ones and long ones apart, for the shortest one says how much of the text
// has to be looked at.
#pragma once

#include "app/engine/masking/sieve.h"

#include <QByteArray>
#include <QByteArrayList>

#include <bitset>
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
    /// The same of a text with line breaks, which do not part a pattern: false where none stands in it as a whole. Much
    /// faster than taking them out; true also where there are too many of them.
    bool mayBeIn(QByteArrayView text) const;

private:
    struct Part;
    bool isIn(const Part &part, const Sieve &sieve) const;
    bool isAcross(const Part &part, const Sieve &sieve) const;
    bool isAround(QByteArrayView text, qsizetype at, std::span<const Sieve::Entry> entries) const;
    void compare(QByteArrayView text, qsizetype at, const Sieve &sieve, Found &found) const;
    void openAtEnd(QByteArrayView text, Found &found) const;
    bool beginsAnyPattern(QByteArrayView end) const;

    std::vector<QByteArray> m_patterns; // sorted
    qsizetype m_shortest = 0;
    qsizetype m_longest = 0;
    std::vector<Sieve> m_sieves;
    std::bitset<256> m_firstBytes;
    std::bitset<65536> m_firstPairs;
};

} // namespace engine
