// SPDX-License-Identifier: Apache-2.0
#include "app/base/lines.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace base {

namespace {

constexpr qsizetype laneCount = 64;
constexpr qsizetype stripe = 255 * laneCount; // A lane is one byte: 255 additions can't overflow it.

/// Byte-wide counters keep the loop in byte-wide vector registers; one 64-bit counter would widen every byte.
qint64 countStripe(const char *at, qsizetype rows)
{
    std::array<unsigned char, laneCount> lanes{};
    for (qsizetype row = 0; row < rows; ++row, at += laneCount) {
        for (qsizetype i = 0; i < laneCount; ++i) {
            lanes[static_cast<size_t>(i)] += at[i] == '\n' ? 1 : 0;
        }
    }
    qint64 sum = 0;
    for (const unsigned char lane : lanes) {
        sum += lane;
    }
    return sum;
}

} // namespace

qint64 countLines(QByteArrayView text)
{
    const char *at = text.data();
    qsizetype left = text.size();
    qint64 lines = 0;
    while (left >= laneCount) {
        const qsizetype rows = std::min(left, stripe) / laneCount;
        lines += countStripe(at, rows);
        at += rows * laneCount;
        left -= rows * laneCount;
    }
    return lines + std::count(at, at + left, '\n');
}

qsizetype endOfLines(QByteArrayView text, qint64 lines)
{
    constexpr qsizetype step = 4096;
    qsizetype at = 0;
    while (lines > 0 && text.size() - at > step) {
        const qint64 here = countLines(text.sliced(at, step));
        if (here >= lines) {
            break;
        }
        lines -= here;
        at += step;
    }
    while (lines > 0 && at < text.size()) {
        const auto left = static_cast<size_t>(text.size() - at);
        const auto *found = static_cast<const char *>(std::memchr(text.data() + at, '\n', left));
        if (found == nullptr) {
            return text.size();
        }
        at = found - text.data() + 1;
        --lines;
    }
    return at;
}

} // namespace base
