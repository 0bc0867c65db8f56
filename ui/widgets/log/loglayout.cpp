// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/log/loglayout.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 mostSteps = 1'000'000'000;

} // namespace

LogColumns logColumns(const LogMeasures &measures, qint64 lines)
{
    const int digits = int(QLocale().toString(std::max<qint64>(lines, 1)).size());
    LogColumns columns;
    columns.gutter = std::max(measures.leastGutter, digits * measures.digitWidth + 22);
    columns.stamp = measures.stamp;
    columns.rowHeight = std::max(18, measures.fontHeight + 3);
    return columns;
}

ScrollMap::ScrollMap(qint64 lines, int visibleRows)
    : m_lastTop(std::max<qint64>(0, lines - std::max(1, visibleRows))), m_rows(std::max(1, visibleRows))
{
}

int ScrollMap::maximum() const
{
    return int(std::min(m_lastTop, mostSteps));
}

qint64 ScrollMap::topAt(int value) const
{
    const qint64 at = std::clamp<qint64>(value, 0, maximum());
    if (m_lastTop <= mostSteps)
        return at;
    if (at == mostSteps)
        return m_lastTop;
    return qint64(double(at) / double(mostSteps) * double(m_lastTop));
}

int ScrollMap::valueAt(qint64 top) const
{
    const qint64 line = std::clamp<qint64>(top, 0, m_lastTop);
    if (m_lastTop <= mostSteps)
        return int(line);
    return int(double(line) / double(m_lastTop) * double(mostSteps));
}

} // namespace ui
