// SPDX-License-Identifier: Apache-2.0
#include "app/engine/masking/squeeze.h"

#include <algorithm>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace engine {

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
