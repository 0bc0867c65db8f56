// SPDX-License-Identifier: Apache-2.0
#include "app/search/lineset.h"

#include <algorithm>
#include <bit>

namespace search {

namespace {

constexpr qint64 partLines = 65536;
constexpr qsizetype mostSparse = partLines / 16; ///< From here on bits are smaller.

} // namespace

void LineSet::Part::append(quint16 low)
{
    ++count;
    if (bits.isEmpty() && sparse.size() < mostSparse) {
        sparse.append(low);
        return;
    }
    if (bits.isEmpty()) {
        bits.resize(partLines / 64);
        for (const quint16 known : std::as_const(sparse)) {
            bits[known / 64] |= quint64(1) << (known % 64);
        }
        sparse = {};
    }
    bits[low / 64] |= quint64(1) << (low % 64);
}

bool LineSet::Part::contains(quint16 low) const
{
    return bits.isEmpty() ? std::binary_search(sparse.cbegin(), sparse.cend(), low)
                          : (bits[low / 64] >> (low % 64) & 1) != 0;
}

/// `low` may be one past the last line of the part.
qint32 LineSet::Part::rank(qint32 low) const
{
    if (bits.isEmpty()) {
        return qint32(std::lower_bound(sparse.cbegin(), sparse.cend(), low) - sparse.cbegin());
    }
    qint32 sum = 0;
    for (qint32 word = 0; word < low / 64; ++word) {
        sum += std::popcount(bits[word]);
    }
    const int rest = low % 64;
    return rest == 0 ? sum : sum + std::popcount(bits[low / 64] & ((quint64(1) << rest) - 1));
}

quint16 LineSet::Part::at(qint32 index) const
{
    if (bits.isEmpty()) {
        return sparse[index];
    }
    qint32 word = 0;
    for (; index >= std::popcount(bits[word]); ++word) {
        index -= std::popcount(bits[word]);
    }
    quint64 left = bits[word];
    for (; index > 0; --index) {
        left &= left - 1;
    }
    return quint16(word * 64 + std::countr_zero(left));
}

QList<LineSet::Part>::const_iterator LineSet::partOf(qint64 line) const
{
    return std::lower_bound(m_parts.cbegin(), m_parts.cend(), line - line % partLines,
                            [](const Part &part, qint64 base) { return part.base < base; });
}

void LineSet::append(qint64 line)
{
    const qint64 base = line - line % partLines;
    if (m_parts.isEmpty() || m_parts.last().base != base) {
        m_parts.append(Part{.base = base, .before = size(), .count = 0, .sparse = {}, .bits = {}});
    }
    m_parts.last().append(quint16(line - base));
}

bool LineSet::contains(qint64 line) const
{
    const auto part = partOf(line);
    return part != m_parts.cend() && line >= part->base && line < part->base + partLines &&
           part->contains(quint16(line - part->base));
}

qint64 LineSet::at(qint64 index) const
{
    const auto next = std::upper_bound(m_parts.cbegin(), m_parts.cend(), index,
                                       [](qint64 wanted, const Part &part) { return wanted < part.before; });
    const Part &part = *(next - 1);
    return part.base + part.at(qint32(index - part.before));
}

qint64 LineSet::rank(qint64 line) const
{
    if (line <= 0) {
        return 0;
    }
    const auto part = partOf(line);
    if (part == m_parts.cend()) {
        return size();
    }
    return part->before + (line > part->base ? part->rank(qint32(line - part->base)) : 0);
}

std::optional<qint64> LineSet::after(qint64 line) const
{
    const qint64 index = rank(line + 1);
    return index < size() ? std::optional(at(index)) : std::nullopt;
}

std::optional<qint64> LineSet::before(qint64 line) const
{
    const qint64 index = rank(line);
    return index > 0 ? std::optional(at(index - 1)) : std::nullopt;
}

template <typename Visit> void LineSet::visit(const Visit &each) const
{
    for (const Part &part : m_parts) {
        for (const quint16 low : part.sparse) {
            each(part.base + low);
        }
        for (qsizetype word = 0; word < part.bits.size(); ++word) {
            for (quint64 left = part.bits[word]; left != 0; left &= left - 1) {
                each(part.base + word * 64 + std::countr_zero(left));
            }
        }
    }
}

void LineSet::append(const LineSet &lines)
{
    lines.visit([this](qint64 line) { append(line); });
}

LineSet LineSet::widened(int context, qint64 end) const
{
    LineSet wide;
    qint64 next = 0; // The first number that is not in it yet.
    const auto add = [&](qint64 line) {
        const qint64 stop = std::min(line + context + 1, end);
        for (next = std::max(next, line - context); next < stop; ++next) {
            wide.append(next);
        }
    };
    visit(add);
    return wide;
}

} // namespace search
