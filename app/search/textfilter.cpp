// SPDX-License-Identifier: Apache-2.0
#include "app/search/textfilter.h"

#include "app/search/seentext.h"
#include "app/search/texttraits.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace search {

namespace {

// The first byte of a filter. A new version where runs, their hash or what a person sees of a line change.
constexpr int version = 0x10;
constexpr int asciiBit = 0x01;

constexpr qsizetype stripe = 64;
constexpr qsizetype runLength = 4;
constexpr int hashBits = 15;
constexpr size_t leastPlaces = 64;

/// Four bytes of a run, letters in lower case (and some other characters as others, which does no harm).
quint32 hashOf(const char *run)
{
    constexpr quint32 lowerCase = 0x20202020;
    constexpr quint32 golden = 2654435761U;
    return ((qFromLittleEndian<quint32>(run) | lowerCase) * golden) >> (32 - hashBits);
}

/// Neither a digit nor a control character.
bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && (byte < '0' || byte > '9');
}

/// A bit for each of 64 bytes: set where isWordByte().
quint64 wordBytes(const char *at)
{
    quint64 bits = 0;
#ifdef __SSE2__
    const __m128i zero = _mm_set1_epi8('0');
    const __m128i nine = _mm_set1_epi8(9);
    const __m128i control = _mm_set1_epi8(0x1f);
    for (int i = 0; i < 4; ++i) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at) + i);
        const __m128i digits = _mm_sub_epi8(bytes, zero);
        const __m128i others = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(digits, nine), digits),
                                            _mm_cmpeq_epi8(_mm_min_epu8(bytes, control), bytes));
        bits |= static_cast<quint64>(~_mm_movemask_epi8(others) & 0xffff) << (16 * i);
    }
#else
    for (qsizetype i = 0; i < stripe; ++i) {
        bits |= static_cast<quint64>(isWordByte(at[i])) << i;
    }
#endif
    return bits;
}

/// Sets the place of every run in `text`.
void mark(QByteArrayView text, unsigned char *places)
{
    quint64 before = 0;
    for (qsizetype at = 0; at < text.size(); at += stripe) {
        const qsizetype here = std::min(stripe, text.size() - at);
        std::array<char, stripe> end{};
        if (here < stripe) {
            std::copy_n(text.data() + at, here, end.begin());
        }
        const quint64 words = wordBytes(here < stripe ? end.data() : text.data() + at);
        // Where a run ends: the byte itself and the three before it.
        quint64 ends = words & (words << 1 | before >> 63) & (words << 2 | before >> 62) & (words << 3 | before >> 61);
        for (; ends != 0; ends &= ends - 1) {
            places[hashOf(text.data() + at + std::countr_zero(ends) - (runLength - 1))] = 1;
        }
        before = words;
    }
}

/// Half as many places: each stands for two.
void fold(unsigned char *places, size_t count)
{
    for (size_t i = 0; i < count / 2; ++i) {
        places[i] = places[2 * i] | places[2 * i + 1];
    }
}

size_t countSet(const unsigned char *places, size_t count)
{
    size_t set = 0;
    for (size_t i = 0; i < count; ++i) {
        set += places[i];
    }
    return set;
}

} // namespace

void FilterMaker::add(QByteArrayView lines)
{
    const TextTraits traits = traitsOf(lines);
    m_ascii = m_ascii && traits.ascii;
    mark(traits.plain ? lines : seenText(lines, m_buffer), m_seen.data());
}

QByteArray FilterMaker::finish(qsizetype most)
{
    size_t count = places;
    size_t set = countSet(m_seen.data(), count);
    QByteArray filter(1, static_cast<char>(version | (m_ascii ? asciiBit : 0)));
    m_ascii = true;
    if (set == 0) {
        return filter;
    }
    // A quarter of the bits set is sparse enough: a word of eight letters has five runs.
    while (count > leastPlaces && (static_cast<qsizetype>(count / 8) > most || set * 8 <= count)) {
        fold(m_seen.data(), count);
        count /= 2;
        set = countSet(m_seen.data(), count);
    }
    if (set * 4 < count * 3) {
        QByteArray bits(static_cast<qsizetype>(count / 8), '\0');
        for (size_t i = 0; i < count; ++i) {
            bits[static_cast<qsizetype>(i / 8)] |= static_cast<char>(m_seen[i] << (i % 8));
        }
        filter += bits;
    } else {
        filter.clear();
    }
    m_seen.fill(0);
    return filter;
}

TextFilter::TextFilter(QByteArrayView bytes)
{
    const auto places = static_cast<size_t>(std::max<qsizetype>(bytes.size() - 1, 0)) * 8;
    const bool whole =
        places == 0 || (places >= leastPlaces && places <= size_t(1) << hashBits && std::has_single_bit(places));
    m_known = !bytes.isEmpty() && (bytes.front() & ~asciiBit) == version && whole;
    if (m_known) {
        m_ascii = (bytes.front() & asciiBit) != 0;
        m_bits = bytes.sliced(1);
        m_shift = places == 0 ? 0 : hashBits - std::countr_zero(places);
    }
}

bool TextFilter::mayHold(QByteArrayView text) const
{
    qsizetype run = 0;
    for (qsizetype i = 0; m_known && i < text.size(); ++i) {
        run = isWordByte(text[i]) ? run + 1 : 0;
        if (run < runLength) {
            continue;
        }
        const quint32 place = hashOf(text.data() + i - (runLength - 1)) >> m_shift;
        if (m_bits.isEmpty() || (m_bits[place / 8] >> (place % 8) & 1) == 0) {
            return false;
        }
    }
    return true;
}

} // namespace search
