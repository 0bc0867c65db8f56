// SPDX-License-Identifier: Apache-2.0
// Where things lie in a log, as functions of numbers: the columns of a line, and the way between 64-bit line numbers
// and the 32-bit scroll bar.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <compare>
#include <functional>

namespace ui {

struct LogPlace
{
    qint64 line = 0;
    int column = 0; ///< UTF-16 units of the shown text.
    auto operator<=>(const LogPlace &) const = default;
};

/// What is selected: from `anchor`, where it began, to `cursor`, where it goes on. Equal ends select nothing.
struct LogSelection
{
    LogPlace anchor, cursor;
    bool isEmpty() const { return anchor == cursor; }
    LogPlace first() const { return std::min(anchor, cursor); }
    LogPlace last() const { return std::max(anchor, cursor); }
};

/// All in logical pixels.
struct LogColumns
{
    int gutter = 58; ///< Line numbers, with the stream bar at its end.
    int stamp = 104; ///< 0 without time stamps.
    int rowHeight = 18;
    int textStart() const { return gutter + stamp; }
};

struct LogMeasures
{
    int leastGutter = 58, stamp = 104;
    int digitWidth = 8, fontHeight = 15;
};
/// The gutter grows with the number of digits so that the last line's number always fits.
LogColumns logColumns(const LogMeasures &measures, qint64 lines);

/// What is seen at the top: a row of a line, which has several only where lines are wrapped.
struct LogTop
{
    qint64 line = 0;
    int row = 0;
    auto operator<=>(const LogTop &) const = default;
};

/// How lines of one or more rows follow each other below the top.
class LogFlow
{
public:
    /// Answers how many rows a line takes, at least 1; empty: 1 each.
    using RowsOf = std::function<int(qint64 line)>;
    LogFlow(qint64 lines, int visibleRows, RowsOf rowsOf = {});
    /// The top when the end is in sight.
    LogTop end() const;
    /// So many rows further down, up when negative; never beyond the start or end().
    LogTop moved(LogTop from, qint64 rows) const;

private:
    int rowsOf(qint64 line) const { return m_rowsOf ? m_rowsOf(line) : 1; }
    LogTop up(LogTop from, qint64 rows) const;
    LogTop down(LogTop from, qint64 rows) const;

    qint64 m_lines;
    int m_rows;
    RowsOf m_rowsOf;
};

/// Maps the topmost line to a scroll bar and back. Up to a billion lines one step is one line; beyond, proportionally.
class ScrollMap
{
public:
    ScrollMap(qint64 lines, int visibleRows);
    /// The topmost line when the end is in sight.
    qint64 lastTop() const { return m_lastTop; }
    int maximum() const;
    int pageStep() const { return m_rows; }
    qint64 topAt(int value) const;
    int valueAt(qint64 top) const;

private:
    qint64 m_lastTop;
    int m_rows;
};

} // namespace ui
