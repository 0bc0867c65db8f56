// SPDX-License-Identifier: Apache-2.0
// Shows a log of any length: only the visible rows are asked for and painted, the end is followed until somebody
// scrolls up, text can be selected and copied. What it shows comes from a LogSource.
#pragma once

#include "ui/widgets/log/logpainter.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPointer>

namespace ui {

/// Whether long lines go on in the next row.
enum class LogWrap { Off, On };
/// How a selection is put on the clipboard: as shown, or with where it is from.
enum class LogCopy { Plain, Quote };

class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(const Look &look, QWidget *parent = nullptr);
    ~LogView() override;

    /// Not owned; may be null. Begins at the end, following.
    void setSource(LogSource *source);
    LogSource *source() const { return m_source; }
    /// `origin` is what relative stamps count from.
    void setStamps(LogStamps stamps, base::Instant origin = {});
    LogStamps stamps() const { return m_stamps; }
    void setMatcher(LogMatcher matcher);
    void setMarks(LogMarker marker);
    void setLabels(const QList<WordLabel> &labels);
    void setWrap(LogWrap wrap);
    LogWrap wrap() const { return m_wrap; }
    /// Points that the font is larger than usual, within bounds.
    void setZoom(int points);
    int zoom() const { return m_zoom; }
    /// The line that is marked over its full width, or -1.
    void setMarkedLine(qint64 line);
    qint64 markedLine() const { return m_marked; }
    /// A widget of the width of a match strip, beside the scroll bar; null takes the room away. Not owned.
    void setStrip(QWidget *strip);

    bool isFollowing() const { return m_following; }
    /// Lines that came since the view was paused; 0 while following.
    qint64 newLines() const;
    /// Back to the end and stay there.
    void follow();
    /// Pauses and brings `line` (from 0) into the middle unless it is in sight.
    void showLine(qint64 line);
    /// Pauses with `line` at the top, or the end where that comes before.
    void scrollTo(qint64 line) { setTop({line, 0}); }
    qint64 topLine() const { return m_top.line; }
    int visibleRows() const;

    void selectAll();
    LogSelection selection() const { return m_selection; }
    void setSelection(const LogSelection &selection);
    /// As shown, marks instead of control characters. A line that is not loaded says so instead of being left out.
    QString selectedText() const;
    /// What is here is copied at once; for the rest, and for quotes, copyWanted() asks.
    void copy(LogCopy form = LogCopy::Plain);
    /// Where keys and menus mean: the end of the selection, else the marked line, else the first in sight.
    qint64 lineMeant() const;
    /// The texts of the rows in sight, for a screen reader.
    QString visibleText() const;

Q_SIGNALS:
    void followed();
    /// Not at the end; `newLines` came since. Again whenever that number changes, at most once a frame.
    void paused(qint64 newLines);
    void selectionChanged();
    void copyWanted(ui::LogCopy form);
    /// Somebody chose another size of the font.
    void zoomed(int points);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A line where it is seen.
    struct Placed
    {
        qint64 line = 0;
        int y = 0;
        int rows = 1;
    };
    qint64 lineCount() const { return m_source ? m_source->lineCount() : 0; }
    LogFlow flow() const;
    ScrollMap scrollMap() const;
    int wrapWidth() const;
    int rowsOf(qint64 line) const;
    /// The last one may be seen in part.
    QList<Placed> inSight() const;
    void applyLook();
    void placeStrip();
    void refreshSoon();
    void refresh();
    void updateColumns();
    void updateScrollBars();
    void setTop(LogTop top);
    void scrollRows(qint64 rows) { setTop(flow().moved(m_top, rows)); }
    bool zoomByKey(const QKeyEvent &event);
    void pause();
    LogRow rowAt(const Placed &place) const;
    LogPlace placeAt(const QPoint &position) const;
    void requestMissing(qint64 first, qint64 last);
    bool scrollByKey(int key);
    bool selectByKey(const QKeyEvent &event);
    QString shownText(qint64 line) const;

    const Look &m_look;
    QPointer<LogSource> m_source;
    QPointer<QWidget> m_strip;
    LogPainter m_painter;
    LogColumns m_columns;
    LogStamps m_stamps = LogStamps::Absolute;
    LogSelection m_selection;
    LogTop m_top;
    qint64 m_marked = -1;
    qint64 m_pausedAt = 0;  ///< Line count when following ended.
    qint64 m_announced = 0; ///< New lines last told about.
    int m_widest = 0;       ///< Text width seen so far.
    LogWrap m_wrap = LogWrap::Off;
    int m_zoom = 0;
    mutable QHash<qint64, int> m_rowsOf; ///< Of wrapped lines, until the next frame.
    double m_wheelRest = 0;
    bool m_following = true;
    bool m_settingBar = false;
    QPoint m_dragPosition;
    QBasicTimer m_frame;
    QElapsedTimer m_last;       ///< Since m_frame brought a refresh, ...
    QElapsedTimer m_lastButOne; ///< ... and the one before.
    QBasicTimer m_dragScroll;
};

} // namespace ui
