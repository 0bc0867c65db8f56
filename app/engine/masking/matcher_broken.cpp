// SPDX-License-Identifier: Apache-2.0
// Patterns in a text as it came, with its line breaks.
#include "app/engine/masking/matcher.h"
#include "app/engine/masking/squeeze.h"

#include <algorithm>
#include <array>
#include <bit>

namespace engine {

namespace {

// Taking the breaks out is faster than looking around each of them where there are more.
constexpr qsizetype leastBetweenBreaks = 16;
constexpr qsizetype partSize = 8192;

/// Of the next byte that is none.
qsizetype afterBreaks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isLineBreak(text[at])) {
        ++at;
    }
    return at;
}

/// The first eight bytes from `at` on that are no line breaks.
std::uint64_t unbrokenWord(QByteArrayView text, qsizetype at)
{
    char bytes[wordSize];
    qsizetype size = 0;
    for (; size < wordSize && (at = afterBreaks(text, at)) < text.size(); ++at) {
        bytes[size++] = text[at];
    }
    return wordAt(QByteArrayView(bytes, size));
}

/// As if `first` stood before `rest`.
std::uint64_t shifted(char first, std::uint64_t rest)
{
    const std::uint64_t byte = static_cast<unsigned char>(first);
    return std::endian::native == std::endian::little ? (rest << 8) | byte : (rest >> 8) | (byte << 56);
}

/// Whether `pattern` stands there, with its byte number `offset` at `at`.
bool standsBroken(QByteArrayView text, qsizetype at, const QByteArray &pattern, qsizetype offset)
{
    if (text[at] != pattern[offset]) {
        return false;
    }
    qsizetype next = beforeLast(text.first(at), offset);
    if (next == 0 && bytesIn(text.first(at)) < offset) {
        return false;
    }
    for (const char c : pattern) {
        next = afterBreaks(text, next);
        if (next == text.size() || text[next] != c) {
            return false;
        }
        ++next;
    }
    return true;
}

} // namespace

/// Of a text, small enough to stay in the nearest cache while it is looked at in all ways.
struct Matcher::Part
{
    QByteArrayView text; ///< All of it.
    qsizetype from = 0;
    qsizetype to = 0;
    qsizetype line = 0; ///< Where the line begins that the first break ends.
    std::array<quint32, partSize + 4> breaks;
    qsizetype count = 0; ///< Of line breaks, counted from `from`.
};

bool Matcher::mayBeIn(QByteArrayView text) const
{
    Part part;
    part.text = text;
    while (part.to < text.size()) {
        part.line = part.count > 0 ? part.from + part.breaks[part.count - 1] + 1 : part.line;
        part.from = part.to;
        part.to = std::min(part.from + partSize, text.size());
        part.count = lineBreaks(text.sliced(part.from, part.to - part.from), part.breaks.data());
        if (part.count > partSize / leastBetweenBreaks) {
            return true;
        }
        for (const Sieve &sieve : m_sieves) {
            if (isIn(part, sieve) || isAcross(part, sieve)) {
                return true;
            }
        }
    }
    return false;
}

/// Begins in the part, unbroken as far as it matters for being seen.
bool Matcher::isIn(const Part &part, const Sieve &sieve) const
{
    const QByteArrayView text = part.text.first(std::min(part.to + sieve.reach(), part.text.size()));
    for (qsizetype at = part.from; sieve.next(text, at); at += sieve.step()) {
        if (isAround(part.text, at, sieve.entries(wordAt(text.sliced(at))))) {
            return true;
        }
    }
    return false;
}

/// With a break so near to its beginning that isIn() may not see it. Where it begins at most a step before the break,
/// the last byte before the break is a place that sees it; where it begins earlier in that line, the place a step
/// before.
bool Matcher::isAcross(const Part &part, const Sieve &sieve) const
{
    const QByteArrayView text = part.text;
    qsizetype line = part.line;
    for (qsizetype i = 0; i < part.count; ++i) {
        const qsizetype next = part.from + part.breaks[i] + 1;
        const qsizetype last = next - 2;
        const qsizetype nextEnd = i + 1 < part.count ? part.from + part.breaks[i + 1] : part.to;
        if (last >= line) { // not between two breaks
            const bool plain = nextEnd - next >= wordSize;
            const std::uint64_t word =
                plain ? shifted(text[last], wordAt(text.sliced(next))) : unbrokenWord(text, last);
            if (sieve.letsThrough(word) && isAround(text, last, sieve.entries(word))) {
                return true;
            }
        }
        const qsizetype before = last - sieve.step();
        if (before >= line) {
            const std::uint64_t word = wordAt(text.sliced(before));
            if (sieve.letsThrough(word) && isAround(text, before, sieve.entries(word))) {
                return true;
            }
        }
        line = next;
    }
    return false;
}

bool Matcher::isAround(QByteArrayView text, qsizetype at, std::span<const Sieve::Entry> entries) const
{
    return std::any_of(entries.begin(), entries.end(), [&](const Sieve::Entry &entry) {
        return standsBroken(text, at, m_patterns[entry.pattern], entry.offset);
    });
}

} // namespace engine
