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

/// The colours by which lines of several logs are told apart.
Family groupFamily(int group);

struct LogMatch
{
    int start = 0, length = 0;
    bool current = false;
};
/// Places in the shown text of a line that are marked as found.
using LogMatcher = std::function<QList<LogMatch>(qint64 line, const QString &text)>;

/// Whether a line is marked, and the note on it.
using LogMarker = std::function<std::optional<QString>(qint64 line)>;

/// A word that has a colour wherever it stands, in upper or lower case as written.
struct WordLabel
{
    QString word;
    Family family = Family::Neutral;
};

struct LogRow
{
    qint64 number = 0; ///< From 0; shown from 1.
    const LogLine *line = nullptr;
    const LogLine *before = nullptr; ///< The line before it, if it is here.
    QRect rect;
    int scrolled = 0;     ///< Pixels the text is moved to the left.
    int selectedFrom = 0; ///< Columns; equal means nothing.
    int selectedTo = 0;
    int wrapWidth = 0; ///< Pixels after which the text goes on in the next row; 0: never.
    bool marked = false;
};

class LogPainter
{
public:
    explicit LogPainter(const Look &look) : m_look(look) {}

    void setColumns(const LogColumns &columns) { m_columns = columns; }
    void setStamps(LogStamps stamps, base::Instant origin);
    void setFont(const QFont &font) { m_font = font; }
    void setMatcher(LogMatcher matcher) { m_matcher = std::move(matcher); }
    void setMarker(LogMarker marker) { m_marker = std::move(marker); }
    void setLabels(const QList<WordLabel> &labels) { m_labels = labels; }
    /// Drops worked-out colours, after a change of scheme.
    void forgetColours() { m_inks.clear(); }

    /// Returns the width of the row's text, for the horizontal scroll bar.
    int paint(QPainter &painter, const LogRow &row);
    /// The column at a point of the text, of which 0, 0 is the start.
    int columnAt(const LogLine &line, const QPoint &point, int wrapWidth) const;
    /// Rows that a line takes, at least 1.
    int rows(const LogLine &line, int wrapWidth) const;
    /// `before` is the time of the line before, for Delta.
    QString stamp(base::Instant time, std::optional<base::Instant> before = {}) const;

private:
    QColor inkFor(const AnsiStyle &style);
    QList<QTextLayout::FormatRange> formats(const ShownLine &shown, const LogRow &row);
    void addLabels(QList<QTextLayout::FormatRange> &ranges, const QString &text) const;
    void paintGutter(QPainter &painter, const LogRow &row) const;
    void paintMark(QPainter &painter, const LogRow &row) const;
    void paintEnd(QPainter &painter, const LogRow &row, const QTextLayout &layout) const;
    int paintText(QPainter &painter, const LogRow &row);

    const Look &m_look;
    LogColumns m_columns;
    QFont m_font;
    LogStamps m_stamps = LogStamps::Absolute;
    base::Instant m_origin;
    LogMatcher m_matcher;
    LogMarker m_marker;
    QList<WordLabel> m_labels;
    QHash<QRgb, QColor> m_inks;
};

} // namespace ui
