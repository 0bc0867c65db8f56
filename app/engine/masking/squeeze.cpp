// SPDX-License-Identifier: Apache-2.0
#include "app/engine/masking/squeeze.h"

#include <algorithm>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace engine {

namespace {

constexpr qsizetype blockSize = 64;
constexpr std::uint64_t last = 1ULL << 63;
constexpr int usual = 3; // line breaks in a block, or fewer

/// A bit for each line break in a block.
std::uint64_t breaksIn(const char *block)
{
    std::uint64_t breaks = 0;
#ifdef __SSE2__
    const __m128i newline = _mm_set1_epi8('\n');
    const __m128i carriage = _mm_set1_epi8('\r');
#pragma GCC unroll 4
    for (int i = 0; i < blockSize; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + i));
        const int some =
            _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(bytes, newline), _mm_cmpeq_epi8(bytes, carriage)));
        breaks |= static_cast<std::uint64_t>(some) << i;
    }
#else
    for (int i = 0; i < blockSize; ++i) {
        breaks |= static_cast<std::uint64_t>(isLineBreak(block[i])) << i;
    }
#endif
    return breaks;
}

} // namespace

qsizetype squeeze(QByteArrayView text, char *to)
{
    const char *from = text.data();
    const char *const end = from + text.size();
    char *out = to;
#ifdef __SSE2__
    const __m128i newline = _mm_set1_epi8('\n');
    const __m128i carriage = _mm_set1_epi8('\r');
    while (end - from >= 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
        _mm_storeu_si128(reinterpret_cast<__m128i *>(out), block);
        const auto breaks = static_cast<unsigned>(
            _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(block, newline), _mm_cmpeq_epi8(block, carriage))));
        if (breaks == 0) {
            from += 16;
            out += 16;
        } else {
            const int whole = std::countr_zero(breaks);
            from += whole + 1;
            out += whole;
        }
    }
#endif
    for (; from < end; ++from) {
        *out = *from;
        out += isLineBreak(*from) ? 0 : 1;
    }
    return out - to;
}

qsizetype lineBreaks(QByteArrayView text, quint32 *to)
{
    quint32 *const first = to;
    qsizetype at = 0;
    for (; at + blockSize <= text.size(); at += blockSize) {
        std::uint64_t breaks = breaksIn(text.data() + at);
        // The usual number without a branch, for it is cheaper to write too much than to guess how many.
        for (int i = 0; i < usual; ++i) {
            *to = static_cast<quint32>(at + std::countr_zero(breaks | last));
            to += (breaks | (~breaks + 1)) >> 63; // one more if there is any
            breaks &= breaks - 1;
        }
        for (; breaks != 0; breaks &= breaks - 1) {
            *to++ = static_cast<quint32>(at + std::countr_zero(breaks));
        }
    }
    for (; at < text.size(); ++at) {
        *to = static_cast<quint32>(at);
        to += isLineBreak(text[at]) ? 1 : 0;
    }
    return to - first;
}

qsizetype beforeLast(QByteArrayView text, qsizetype count)
{
    qsizetype at = text.size();
    while (at > 0 && count > 0) {
        --at;
        count -= isLineBreak(text[at]) ? 0 : 1;
    }
    return at;
}

qsizetype bytesIn(QByteArrayView text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return !isLineBreak(c); });
}

} // namespace engine
