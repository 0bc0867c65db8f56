// SPDX-License-Identifier: Apache-2.0
// Paints one row of a log, and answers where in its text a point is. Keeps only the colours it had to work out.
#pragma once

#include "ui/look/look.h"
#include "ui/widgets/log/ansi.h"
#include "ui/widgets/log/loglayout.h"
#include "ui/widgets/log/logsource.h"

#include <QTextLayout>

#include <functional>

namespace ui {

/// Delta: since the line before. Numbers are kept on disk.
enum class LogStamps { Absolute, Relative, Off, Delta };

struct LogMatch
{
    int start = 0, length = 0;
    bool current = false;
};
/// Places in the shown text of a line that are marked as found.
using LogMatcher = std::function<QList<LogMatch>(qint64 line, const QString &text)>;

struct LogRow
{
    qint64 number = 0; ///< From 0; shown from 1.
    const LogLine *line = nullptr;
    const LogLine *before = nullptr; ///< The line before it, if it is here.
    QRect rect;
    int scrolled = 0;     ///< Pixels the text is moved to the left.
    int selectedFrom = 0; ///< Columns; equal means nothing.
    int selectedTo = 0;
    bool marked = false;
};

class LogPainter
{
public:
    explicit LogPainter(const Look &look) : m_look(look) {}

    void setColumns(const LogColumns &columns) { m_columns = columns; }
    void setStamps(LogStamps stamps, base::Instant origin);
    void setMatcher(LogMatcher matcher) { m_matcher = std::move(matcher); }
    /// Drops worked-out colours, after a change of scheme.
    void forgetColours() { m_inks.clear(); }

    /// Returns the width of the row's text, for the horizontal scroll bar.
    int paint(QPainter &painter, const LogRow &row);
    int columnAt(const LogLine &line, int x) const;
    /// `before` is the time of the line before, for Delta.
    QString stamp(base::Instant time, std::optional<base::Instant> before = {}) const;

private:
    QColor inkFor(const AnsiStyle &style);
    QList<QTextLayout::FormatRange> formats(const ShownLine &shown, const LogRow &row);
    void paintGutter(QPainter &painter, const LogRow &row) const;
    int paintText(QPainter &painter, const LogRow &row);

    const Look &m_look;
    LogColumns m_columns;
    LogStamps m_stamps = LogStamps::Absolute;
    base::Instant m_origin;
    LogMatcher m_matcher;
    QHash<QRgb, QColor> m_inks;
};

} // namespace ui
