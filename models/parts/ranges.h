// SPDX-License-Identifier: Apache-2.0
// Rows as stretches: a model tells views about stretches, not about rows one by one.
#pragma once

#include <QList>

namespace models {

struct RowRange
{
    int first = 0;
    int last = 0; ///< Included.
    friend bool operator==(const RowRange &, const RowRange &) = default;
};

/// The stretches that cover exactly `rows` (any order, repeats allowed), ascending.
QList<RowRange> exactRanges(QList<int> rows);

/// The same for a repaint: when `rows` are scattered over more than 16 stretches, one that covers them all. A signal
/// costs every proxy and view more than painting what is visible.
QList<RowRange> repaintRanges(const QList<int> &rows);

} // namespace models
