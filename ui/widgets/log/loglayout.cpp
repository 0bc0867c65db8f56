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

LogFlow::LogFlow(qint64 lines, int visibleRows, RowsOf rowsOf)
    : m_lines(lines), m_rows(std::max(1, visibleRows)), m_rowsOf(std::move(rowsOf))
{
}

LogTop LogFlow::up(LogTop from, qint64 rows) const
{
    if (!m_rowsOf)
        return {std::max<qint64>(0, from.line - rows), 0};
    qint64 left = rows;
    while (left > from.row && from.line > 0) {
        left -= from.row + 1;
        --from.line;
        from.row = rowsOf(from.line) - 1;
    }
    return {from.line, int(std::max<qint64>(0, from.row - left))};
}

LogTop LogFlow::down(LogTop from, qint64 rows) const
{
    if (!m_rowsOf)
        return {std::min(std::max<qint64>(0, m_lines - 1), from.line + rows), 0};
    qint64 left = rows;
    while (from.line < m_lines - 1 && left >= rowsOf(from.line) - from.row) {
        left -= rowsOf(from.line) - from.row;
        from = {from.line + 1, 0};
    }
    return {from.line, int(std::min<qint64>(from.row + left, rowsOf(from.line) - 1))};
}

LogTop LogFlow::end() const
{
    if (m_lines <= 0)
        return {};
    const LogTop last{m_lines - 1, rowsOf(m_lines - 1) - 1};
    return up(last, m_rows - 1);
}

LogTop LogFlow::moved(LogTop from, qint64 rows) const
{
    return std::min(rows < 0 ? up(from, -rows) : down(from, rows), end());
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
