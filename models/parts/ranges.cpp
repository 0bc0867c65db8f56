// SPDX-License-Identifier: Apache-2.0
#include "models/parts/ranges.h"

#include <algorithm>

namespace models {

QList<RowRange> exactRanges(QList<int> rows)
{
    std::sort(rows.begin(), rows.end());
    QList<RowRange> ranges;
    for (const int row : std::as_const(rows)) {
        if (!ranges.isEmpty() && row <= ranges.constLast().last + 1) {
            ranges.last().last = row;
        } else {
            ranges.append({row, row});
        }
    }
    return ranges;
}

QList<RowRange> repaintRanges(const QList<int> &rows)
{
    constexpr qsizetype mostSignals = 16;
    const QList<RowRange> ranges = exactRanges(rows);
    if (ranges.size() <= mostSignals) {
        return ranges;
    }
    return {{ranges.constFirst().first, ranges.constLast().last}};
}

} // namespace models
