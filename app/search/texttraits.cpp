// SPDX-License-Identifier: Apache-2.0
#include "app/search/texttraits.h"

#include <algorithm>

namespace search {

namespace {

constexpr qsizetype stripe = 4096;

/// Inlined into functions for different machines, and there turned into their vector instructions.
[[gnu::always_inline]] inline TextTraits lookedAt(QByteArrayView text)
{
    unsigned char high = 0;
    bool special = false;
    for (qsizetype at = 0; at < text.size(); at += stripe) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(text.data() + at);
        const qsizetype count = std::min(stripe, text.size() - at);
        // Byte-wide sums without branches: what the compiler turns into vector instructions.
        unsigned char seen = 0;
        for (qsizetype i = 0; i < count; ++i) {
            high |= bytes[i];
            seen |= static_cast<unsigned char>((bytes[i] == 0x1b) | (bytes[i] == '\r'));
        }
        special = special || seen != 0;
    }
    return {.ascii = high < 0x80, .plain = !special};
}

#ifdef __x86_64__
[[gnu::target("avx2")]] TextTraits lookedAtFast(QByteArrayView text)
{
    return lookedAt(text);
}
#endif

} // namespace

TextTraits traitsOf(QByteArrayView text)
{
#ifdef __x86_64__
    static const bool fast = __builtin_cpu_supports("avx2") != 0;
    if (fast) {
        return lookedAtFast(text);
    }
#endif
    return lookedAt(text);
}

} // namespace search
