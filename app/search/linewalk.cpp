// SPDX-License-Identifier: Apache-2.0
#include "app/search/linewalk.h"

#include "app/base/lines.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

#ifdef __x86_64__
#include <immintrin.h>
#define FAST [[gnu::target("avx2,popcnt")]]
#endif

namespace search {

namespace {

constexpr qsizetype stripe = 64;
constexpr qsizetype mostBytes = 1 << 20;

#ifdef __x86_64__

bool hasFast()
{
    static const bool has = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0;
    return has;
}

FAST inline __m256i load(const char *from)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from));
}

FAST inline quint64 joined(__m256i low, __m256i high)
{
    return static_cast<quint32>(_mm256_movemask_epi8(low)) |
           static_cast<quint64>(static_cast<quint32>(_mm256_movemask_epi8(high))) << 32;
}

/// A bit for each of 64 bytes.
FAST inline quint64 newlines(const char *at)
{
    const __m256i newline = _mm256_set1_epi8('\n');
    return joined(_mm256_cmpeq_epi8(load(at), newline), _mm256_cmpeq_epi8(load(at + 32), newline));
}

/// Where two bytes of the text stand at their distance.
class NeedleProbe
{
public:
    explicit NeedleProbe(const Needle &needle)
        : m_text(needle.text()), m_rarest(needle.rarest()), m_second(needle.second())
    {
        const auto head = std::min<qsizetype>(m_text.size(), sizeof m_head);
        std::memcpy(&m_head, m_text.data(), size_t(head));
        std::memset(&m_mask, 0xff, size_t(head));
    }

    /// A bit for each of the 64 places from `at` on.
    FAST inline quint64 places(const char *at) const
    {
        const __m256i first = _mm256_set1_epi8(m_text[m_rarest]);
        const __m256i second = _mm256_set1_epi8(m_text[m_second]);
        const auto *ones = at + m_rarest;
        const auto *others = at + m_second;
        return joined(
            _mm256_and_si256(_mm256_cmpeq_epi8(load(ones), first), _mm256_cmpeq_epi8(load(others), second)),
            _mm256_and_si256(_mm256_cmpeq_epi8(load(ones + 32), first), _mm256_cmpeq_epi8(load(others + 32), second)));
    }

    bool standsAt(QByteArrayView text, qsizetype place, int) const
    {
        constexpr qsizetype compared = sizeof m_head;
        quint64 head = 0;
        std::memcpy(&head, text.data() + place, compared);
        return (head & m_mask) == m_head &&
               (m_text.size() <= compared || std::memcmp(text.data() + place + compared, m_text.data() + compared,
                                                         size_t(m_text.size() - compared)) == 0);
    }

private:
    QByteArrayView m_text;
    qsizetype m_rarest;
    qsizetype m_second;
    quint64 m_head = 0; ///< The first bytes, and which of them there are.
    quint64 m_mask = 0;
};

/// Where the tables of a sketch let something pass.
class SketchProbe
{
public:
    explicit SketchProbe(const Sketch &sketch) : m_sketch(sketch) {}

    FAST inline quint64 places(const char *at) { return ~joined(nothing(at, 0), nothing(at + 32, 32)); }

    bool standsAt(QByteArrayView text, qsizetype place, int bit) const
    {
        return m_sketch.standsAt(text, place, m_groups[size_t(bit)]);
    }

private:
    /// Bytes that are 0xff where nothing may begin.
    FAST inline __m256i nothing(const char *at, size_t half)
    {
        constexpr qsizetype looked = 3; // Often enough; the others only where something is left.
        __m256i groups = _mm256_set1_epi8(-1);
        const qsizetype bytes = m_sketch.bytes();
        for (qsizetype i = 0; i < bytes && (i % looked != 0 || _mm256_testz_si256(groups, groups) == 0); ++i) {
            groups = _mm256_and_si256(groups, allowed(at, i));
        }
        _mm256_store_si256(reinterpret_cast<__m256i *>(m_groups.data() + half), groups);
        return _mm256_cmpeq_epi8(groups, _mm256_setzero_si256());
    }

    FAST inline __m256i allowed(const char *at, qsizetype byte) const
    {
        const __m256i halves = _mm256_set1_epi8(0x0f);
        const __m256i bytes = load(at + byte);
        const Sketch::Tables &tables = m_sketch.tables()[size_t(byte)];
        const __m256i low = _mm256_shuffle_epi8(table(tables.low), _mm256_and_si256(bytes, halves));
        const __m256i high =
            _mm256_shuffle_epi8(table(tables.high), _mm256_and_si256(_mm256_srli_epi16(bytes, 4), halves));
        return _mm256_and_si256(low, high);
    }

    FAST static inline __m256i table(const std::array<quint8, 16> &bytes)
    {
        return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i *>(bytes.data())));
    }

    const Sketch &m_sketch;
    alignas(32) std::array<quint8, stripe> m_groups{}; ///< Of the last 64 places.
};

/// All bits after the first one.
quint64 afterFirst(quint64 bits)
{
    return ~quint64(0) << std::countr_zero(bits) << 1;
}

#endif

} // namespace

#ifdef __x86_64__

/// What a walk does where the machine looks at 32 bytes at once.
class FastWalk
{
public:
    /// As far as 64 places, and all that is looked at from there, are inside.
    template <typename Mark> FAST static size_t run(LineWalk &walk, const Mark &mark, MarkedLine *lines)
    {
        auto probe = probeOf(mark);
        const qsizetype last = std::min(walk.m_text.size() - stripe - mark.reach(), walk.m_at + mostBytes);
        size_t found = 0;
        qsizetype at = walk.m_at;
        for (; at <= last && found + stripe <= LineWalk::mostAtOnce; at += stripe) {
            if (const quint64 places = held(walk.m_text, at, probe); places != 0) {
                walk.m_at = at;
                catchUp(walk);
                found += tell(walk, places, lines + found);
            }
        }
        walk.m_at = at;
        return found;
    }

private:
    static NeedleProbe probeOf(const Needle &needle) { return NeedleProbe(needle); }
    static SketchProbe probeOf(const Sketch &sketch) { return SketchProbe(sketch); }

    /// Of the 64 places from `at` on, those where a text begins.
    template <typename Probe> FAST static inline quint64 held(QByteArrayView text, qsizetype at, Probe &probe)
    {
        quint64 places = probe.places(text.data() + at);
        for (quint64 left = places; left != 0; left &= left - 1) {
            const int bit = std::countr_zero(left);
            places ^= probe.standsAt(text, at + bit, bit) ? 0 : quint64(1) << bit;
        }
        return places;
    }

    FAST static inline void catchUp(LineWalk &walk)
    {
        for (; walk.m_counted < walk.m_at; walk.m_counted += stripe) {
            pass(walk, newlines(walk.m_text.data() + walk.m_counted), walk.m_counted);
        }
    }

    /// Counts the lines that end in the stripe at `at`.
    FAST static inline void pass(LineWalk &walk, quint64 ends, qsizetype at)
    {
        walk.m_line += std::popcount(ends);
        walk.m_start = ends == 0 ? walk.m_start : at + stripe - std::countl_zero(ends);
        walk.m_told = walk.m_told && ends == 0;
    }

    /// The lines of the stripe at m_at; `places` are those where a text begins.
    FAST static inline size_t tell(LineWalk &walk, quint64 places, MarkedLine *lines)
    {
        const quint64 ends = newlines(walk.m_text.data() + walk.m_at);
        if (walk.m_told) {
            places = ends == 0 ? 0 : places & afterFirst(ends);
        }
        size_t found = 0;
        bool goesOn = walk.m_told && ends == 0;
        while (places != 0) {
            const int bit = std::countr_zero(places);
            const quint64 before = ends & ((quint64(1) << bit) - 1);
            const quint64 after = ends & (~quint64(0) << bit);
            lines[found++] = {.line = walk.m_line + std::popcount(before),
                              .start = before == 0 ? walk.m_start : walk.m_at + stripe - std::countl_zero(before),
                              .place = walk.m_at + bit};
            goesOn = after == 0;
            places = goesOn ? 0 : places & afterFirst(after);
        }
        pass(walk, ends, walk.m_at);
        walk.m_counted += stripe;
        walk.m_told = goesOn;
        return found;
    }
};

#endif

void LineWalk::countTo(qsizetype place)
{
    const QByteArrayView passed = m_text.sliced(m_counted, place - m_counted);
    const void *newline = passed.isEmpty() ? nullptr : memrchr(passed.data(), '\n', size_t(passed.size()));
    if (newline != nullptr) {
        m_line += base::countLines(passed);
        m_start = static_cast<const char *>(newline) - m_text.data() + 1;
        m_told = false;
    }
    m_counted = place;
}

/// What is left at the end; all of it where the machine knows no better.
size_t LineWalk::plainly(std::span<MarkedLine, mostAtOnce> lines)
{
    size_t found = 0;
    countTo(m_at);
    while (found < mostAtOnce && !m_over) {
        if (m_told) {
            const qsizetype end = m_text.indexOf('\n', m_at);
            m_at = end < 0 ? m_text.size() : end + 1;
            countTo(m_at);
        }
        const qsizetype place = m_at < m_text.size() ? find(*m_mark, m_text, m_at) : -1;
        m_over = place < 0;
        if (!m_over) {
            countTo(place);
            lines[found++] = {.line = m_line, .start = m_start, .place = place};
            m_told = true;
            m_at = place;
        }
    }
    return found;
}

size_t LineWalk::next(std::span<MarkedLine, mostAtOnce> lines)
{
#ifdef __x86_64__
    if (hasFast()) {
        const auto step = [this, lines](const auto &mark) -> std::optional<size_t> {
            const bool inside = m_at + stripe + mark.reach() <= m_text.size();
            return inside ? std::optional(FastWalk::run(*this, mark, lines.data())) : std::nullopt;
        };
        if (const std::optional<size_t> found = std::visit(step, *m_mark)) {
            return *found;
        }
    }
#endif
    return plainly(lines);
}

} // namespace search
