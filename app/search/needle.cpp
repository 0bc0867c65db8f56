// SPDX-License-Identifier: Apache-2.0
#include "app/search/needle.h"

#include <bit>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace search {

namespace {

/// How often a byte stands in logs, roughly: more for what is more common.
int commonness(char c)
{
    if (c == ' ') {
        return 10;
    }
    if (c >= '0' && c <= '9') {
        return c <= '2' ? 9 : 8;
    }
    if (std::strchr("etaoinsr", c) != nullptr && c != '\0') {
        return 8;
    }
    if (std::strchr(".:-/=,_\"", c) != nullptr && c != '\0') {
        return 7;
    }
    if (c >= 'a' && c <= 'z') {
        return std::strchr("jkqvwxz", c) != nullptr ? 3 : 5;
    }
    return c >= 'A' && c <= 'Z' ? 4 : 2;
}

qsizetype findPlainly(const char *at, qsizetype size, const QByteArray &text)
{
    const void *found = memmem(at, size_t(size), text.constData(), size_t(text.size()));
    return found ? static_cast<const char *>(found) - at : -1;
}

#ifdef __x86_64__

struct Pair
{
    const QByteArray &text;
    qsizetype first = 0;
    qsizetype second = 0;
};

bool standsAt(const char *at, const QByteArray &text)
{
    return std::memcmp(at, text.constData(), size_t(text.size())) == 0;
}

[[gnu::target("avx2")]] inline __m256i load(const char *from)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from));
}

/// Looks at 32 places at a time while all of them are inside; answers where it stopped, or the place found.
[[gnu::target("avx2")]] bool findFast(const char *hay, qsizetype size, const Pair &pair, qsizetype &at)
{
    const __m256i first = _mm256_set1_epi8(pair.text[pair.first]);
    const __m256i second = _mm256_set1_epi8(pair.text[pair.second]);
    for (; at + 32 + pair.text.size() <= size; at += 32) {
        const __m256i both = _mm256_and_si256(_mm256_cmpeq_epi8(load(hay + at + pair.first), first),
                                              _mm256_cmpeq_epi8(load(hay + at + pair.second), second));
        for (auto bits = static_cast<unsigned>(_mm256_movemask_epi8(both)); bits != 0; bits &= bits - 1) {
            const qsizetype place = at + std::countr_zero(bits);
            if (standsAt(hay + place, pair.text)) {
                at = place;
                return true;
            }
        }
    }
    return false;
}

bool hasFast()
{
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}

#endif

} // namespace

Needle::Needle(QByteArray text) : m_text(std::move(text))
{
    for (qsizetype i = 1; i < m_text.size(); ++i) {
        m_rarest = commonness(m_text[i]) < commonness(m_text[m_rarest]) ? i : m_rarest;
    }
    m_second = m_rarest == 0 ? m_text.size() - 1 : 0;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        if (i != m_rarest && commonness(m_text[i]) < commonness(m_text[m_second])) {
            m_second = i;
        }
    }
}

qsizetype Needle::find(QByteArrayView hay, qsizetype from) const
{
    qsizetype at = from;
#ifdef __x86_64__
    if (hasFast() && m_text.size() > 1) {
        if (findFast(hay.data(), hay.size(), {m_text, m_rarest, m_second}, at)) {
            return at;
        }
    }
#endif
    if (at >= hay.size()) {
        return -1;
    }
    const qsizetype found = findPlainly(hay.data() + at, hay.size() - at, m_text);
    return found < 0 ? -1 : at + found;
}

} // namespace search
