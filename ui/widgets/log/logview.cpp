// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/log/logview.h"

#include "ui/widgets/log/logaccess.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimerEvent>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMillis = 16;
constexpr double smallestFont = 5;
constexpr double largestFont = 40;

} // namespace

LogView::LogView(const Look &look, QWidget *parent) : QAbstractScrollArea(parent), m_look(look), m_painter(look)
{
    installLogAccess();
    setObjectName(u"logView"_s);
    setAccessibleName(tr("Log"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    // Our own Base hides that the application's palette changed, so no PaletteChange follows.
    connect(&look, &Look::changed, this, &LogView::applyLook);
    applyLook();
}

LogView::~LogView() = default;

void LogView::applyLook()
{
    QPalette own = palette();
    const QColor ground = m_look.colour(Colour::BgLog);
    if (own.color(QPalette::Base) != ground) {
        own.setColor(QPalette::Base, ground);
        setPalette(own);
    }
    m_painter.forgetColours();
    QFont font = m_look.font(TypeRole::Log);
    font.setPointSizeF(std::clamp(font.pointSizeF() + m_zoom, smallestFont, largestFont));
    if (viewport()->font() != font)
        viewport()->setFont(font);
    m_painter.setFont(font);
    refresh();
}

void LogView::setSource(LogSource *source)
{
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    m_selection = {};
    m_rowsOf.clear();
    m_widest = 0;
    if (m_source) {
        connect(m_source, &LogSource::lineCountChanged, this, &LogView::refreshSoon);
        connect(m_source, &LogSource::linesLoaded, this, &LogView::refreshSoon);
    }
    follow();
    refresh();
}

void LogView::setStamps(LogStamps stamps, base::Instant origin)
{
    m_stamps = stamps;
    m_painter.setStamps(stamps, origin);
    updateColumns();
    viewport()->update();
}

void LogView::setMatcher(LogMatcher matcher)
{
    m_painter.setMatcher(std::move(matcher));
    viewport()->update();
}

void LogView::setMarks(LogMarker marker)
{
    m_painter.setMarker(std::move(marker));
    viewport()->update();
}

void LogView::setLabels(const QList<WordLabel> &labels)
{
    m_painter.setLabels(labels);
    viewport()->update();
}

void LogView::setWrap(LogWrap wrap)
{
    m_wrap = wrap;
    m_top.row = 0;
    setHorizontalScrollBarPolicy(wrap == LogWrap::On ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    refresh();
}

void LogView::setZoom(int points)
{
    const double usual = m_look.font(TypeRole::Log).pointSizeF();
    m_zoom = std::clamp(points, int(std::ceil(smallestFont - usual)), int(largestFont - usual));
    m_widest = 0;
    m_top.row = 0;
    applyLook();
}

void LogView::setStrip(QWidget *strip)
{
    m_strip = strip;
    if (m_strip)
        m_strip->setParent(this);
    setViewportMargins(0, 0, m_strip ? m_look.size(Size::MatchStrip) : 0, 0);
    placeStrip();
}

void LogView::placeStrip()
{
    if (!m_strip)
        return;
    const QRect lines = viewport()->geometry();
    m_strip->setGeometry(lines.x() + lines.width(), lines.y(), m_look.size(Size::MatchStrip), lines.height());
    m_strip->show();
}

void LogView::setMarkedLine(qint64 line)
{
    m_marked = line;
    viewport()->update();
}

int LogView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_columns.rowHeight);
}

qint64 LogView::newLines() const
{
    return m_following ? 0 : std::max<qint64>(0, lineCount() - m_pausedAt);
}

void LogView::updateColumns()
{
    const QFontMetrics metrics(viewport()->font());
    const int stamp = std::max(m_look.size(Size::LogStamp), metrics.horizontalAdvance(u"00:00:00.000"_s) + 12);
    const LogMeasures measures{m_look.size(Size::LogGutter), m_stamps == LogStamps::Off ? 0 : stamp,
                               metrics.horizontalAdvance(u'0'), metrics.height()};
    m_columns = logColumns(measures, m_source ? m_source->numberCount() : 0);
    m_painter.setColumns(m_columns);
}

int LogView::wrapWidth() const
{
    constexpr int edge = 8, least = 80;
    return m_wrap == LogWrap::On ? std::max(least, viewport()->width() - m_columns.textStart() - edge) : 0;
}

int LogView::rowsOf(qint64 line) const
{
    if (m_wrap == LogWrap::Off)
        return 1;
    const auto known = m_rowsOf.constFind(line);
    if (known != m_rowsOf.cend())
        return *known;
    const LogLine *raw = m_source->line(line);
    return raw ? *m_rowsOf.insert(line, m_painter.rows(*raw, wrapWidth())) : 1;
}

LogFlow LogView::flow() const
{
    if (m_wrap == LogWrap::Off || !m_source)
        return {lineCount(), visibleRows()};
    return {lineCount(), visibleRows(), [this](qint64 line) { return rowsOf(line); }};
}

ScrollMap LogView::scrollMap() const
{
    // Where lines are wrapped, fewer of them have room at the end.
    return {lineCount(), m_wrap == LogWrap::Off ? visibleRows() : int(lineCount() - flow().end().line)};
}

QList<LogView::Placed> LogView::inSight() const
{
    QList<Placed> lines;
    int y = -m_top.row * m_columns.rowHeight;
    for (qint64 line = m_top.line; line < lineCount() && y < viewport()->height(); ++line) {
        lines.append({line, y, rowsOf(line)});
        y += lines.last().rows * m_columns.rowHeight;
    }
    return lines;
}

void LogView::updateScrollBars()
{
    const QScopedValueRollback guard(m_settingBar, true);
    const ScrollMap map = scrollMap();
    verticalScrollBar()->setRange(0, map.maximum());
    verticalScrollBar()->setPageStep(map.pageStep());
    verticalScrollBar()->setValue(map.valueAt(m_top.line));
    const int room = viewport()->width() - m_columns.textStart();
    horizontalScrollBar()->setRange(0, m_wrap == LogWrap::On ? 0 : std::max(0, m_widest + 16 - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(QFontMetrics(viewport()->font()).horizontalAdvance(u'0') * 4);
}

/// Once a frame; after a rest two changes are shown at once: how many lines there are, then the lines themselves.
void LogView::refreshSoon()
{
    if (m_frame.isActive())
        return;
    const qint64 rested = m_lastButOne.isValid() ? m_lastButOne.elapsed() : 2 * frameMillis;
    m_frame.start(int(std::clamp<qint64>(2 * frameMillis - rested, 0, frameMillis)), this);
}

void LogView::refresh()
{
    updateColumns();
    m_rowsOf.clear();
    const LogTop end = flow().end();
    m_top = m_following ? end : std::min(m_top, end);
    updateScrollBars();
    viewport()->update();
    if (m_following || newLines() == m_announced)
        return;
    m_announced = newLines();
    Q_EMIT paused(m_announced);
}

void LogView::follow()
{
    const bool was = m_following;
    m_following = true;
    m_announced = 0;
    m_top = flow().end();
    updateScrollBars();
    viewport()->update();
    if (!was)
        Q_EMIT followed();
}

void LogView::pause()
{
    if (!m_following)
        return;
    m_following = false;
    m_pausedAt = lineCount();
    m_announced = 0;
    Q_EMIT paused(0);
}

void LogView::setTop(LogTop top)
{
    if (top >= flow().end()) {
        follow();
        return;
    }
    m_top = std::max(top, LogTop());
    pause();
    updateScrollBars();
    viewport()->update();
}

void LogView::showLine(qint64 line)
{
    const QList<Placed> seen = inSight();
    const int bottom = visibleRows() * m_columns.rowHeight;
    const bool inside = std::any_of(seen.cbegin(), seen.cend(), [line, bottom](const Placed &place) {
        return place.line == line && place.y >= 0 && place.y < bottom;
    });
    if (inside)
        pause();
    else
        // Lines that are not here yet may turn out to have many rows.
        setTop(flow().moved({line, 0}, m_wrap == LogWrap::On ? -1 : -(visibleRows() / 2)));
}

void LogView::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        viewport()->update();
    if (dy != 0 && !m_settingBar)
        verticalScrollBar()->value() == verticalScrollBar()->maximum()
            ? follow()
            : setTop({scrollMap().topAt(verticalScrollBar()->value()), 0});
}

LogRow LogView::rowAt(const Placed &place) const
{
    const qint64 line = place.line;
    LogRow row;
    row.number = line;
    row.line = m_source->line(line);
    row.before = m_stamps == LogStamps::Delta && line > 0 ? m_source->line(line - 1) : nullptr;
    row.rect = QRect(0, place.y, viewport()->width(), place.rows * m_columns.rowHeight);
    row.wrapWidth = wrapWidth();
    row.scrolled = horizontalScrollBar()->value();
    row.marked = line == m_marked;
    const LogPlace first = m_selection.first(), last = m_selection.last();
    if (!m_selection.isEmpty() && line >= first.line && line <= last.line) {
        row.selectedFrom = line == first.line ? first.column : 0;
        row.selectedTo = line == last.line ? last.column : std::numeric_limits<int>::max();
    }
    return row;
}

void LogView::requestMissing(qint64 first, qint64 last)
{
    qint64 from = -1, to = -1;
    for (qint64 line = first; line <= last; ++line) {
        if (m_source->line(line))
            continue;
        from = from < 0 ? line : from;
        to = line;
    }
    if (from >= 0)
        m_source->request(from, int(to - from + 1));
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_look.colour(Colour::BgLog));
    const QList<Placed> seen = inSight();
    if (seen.isEmpty())
        return;
    const qint64 first = seen.first().line;
    requestMissing(std::max<qint64>(m_stamps == LogStamps::Delta ? first - 1 : first, 0), seen.last().line);
    int widest = m_widest;
    for (const Placed &place : seen) {
        const LogRow row = rowAt(place);
        if (row.rect.intersects(event->rect()))
            widest = std::max(widest, m_painter.paint(painter, row));
    }
    if (widest > m_widest) {
        m_widest = widest;
        refreshSoon();
    }
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeStrip();
    refresh();
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frame.timerId()) {
        m_frame.stop();
        m_lastButOne = std::exchange(m_last, {});
        m_last.start();
        refresh();
    } else if (event->timerId() == m_dragScroll.timerId()) {
        scrollRows(m_dragPosition.y() < 0 ? -2 : 2);
        setSelection({m_selection.anchor, placeAt(m_dragPosition)});
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        applyLook();
}

QString LogView::visibleText() const
{
    QStringList lines;
    const QList<Placed> seen = inSight();
    for (const Placed &place : seen) {
        if (place.y < visibleRows() * m_columns.rowHeight)
            lines.append(shownText(place.line));
    }
    return lines.join(u'\n');
}

} // namespace ui
