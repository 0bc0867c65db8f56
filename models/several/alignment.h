// SPDX-License-Identifier: Apache-2.0
// How two texts belong together, line by line, where each line is a number and equal lines have equal ones. Lines that
// stand once in both hold it together (patience), so that it is quick for millions. Pure; any thread.
#pragma once

#include "app/search/lineset.h"

#include <QList>

#include <utility>

namespace models {

struct Alignment
{
    search::LineSet onlyLeft;
    search::LineSet onlyRight;
    /// Lines that belong together, both numbers growing.
    QList<std::pair<qint64, qint64>> pairs;

    /// The line of the right beside one of the left, or the nearest before it.
    qint64 rightOf(qint64 left) const;
    qint64 leftOf(qint64 right) const;
};

Alignment align(const QList<quint64> &left, const QList<quint64> &right);

} // namespace models
