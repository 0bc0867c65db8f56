// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/log/logview.h"

#include "ui/widgets/log/logaccess.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimerEvent>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMillis = 16;

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
    const QFont font = m_look.font(TypeRole::Log);
    if (viewport()->font() != font)
        viewport()->setFont(font);
    updateColumns();
}

void LogView::setSource(LogSource *source)
{
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    m_selection = {};
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
    const LogMeasures measures{m_look.size(Size::LogGutter),
                               m_stamps == LogStamps::Off ? 0 : m_look.size(Size::LogStamp),
                               metrics.horizontalAdvance(u'0'), metrics.height()};
    m_columns = logColumns(measures, m_source ? m_source->numberCount() : 0);
    m_painter.setColumns(m_columns);
}

void LogView::updateScrollBars()
{
    const QScopedValueRollback guard(m_settingBar, true);
    const ScrollMap map = scrollMap();
    verticalScrollBar()->setRange(0, map.maximum());
    verticalScrollBar()->setPageStep(map.pageStep());
    verticalScrollBar()->setValue(map.valueAt(m_top));
    const int room = viewport()->width() - m_columns.textStart();
    horizontalScrollBar()->setRange(0, std::max(0, m_widest + 16 - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(QFontMetrics(viewport()->font()).horizontalAdvance(u'0') * 4);
}

void LogView::refreshSoon()
{
    if (!m_frame.isActive())
        m_frame.start(frameMillis, this);
}

void LogView::refresh()
{
    updateColumns();
    const qint64 lastTop = scrollMap().lastTop();
    m_top = m_following ? lastTop : std::clamp<qint64>(m_top, 0, lastTop);
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
    m_top = scrollMap().lastTop();
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

void LogView::setTop(qint64 top)
{
    const qint64 lastTop = scrollMap().lastTop();
    const qint64 next = std::clamp<qint64>(top, 0, lastTop);
    if (next == lastTop) {
        follow();
        return;
    }
    m_top = next;
    pause();
    updateScrollBars();
    viewport()->update();
}

void LogView::showLine(qint64 line)
{
    if (line < m_top || line >= m_top + visibleRows())
        setTop(line - visibleRows() / 2);
    else
        pause();
}

void LogView::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        viewport()->update();
    if (dy != 0 && !m_settingBar)
        setTop(scrollMap().topAt(verticalScrollBar()->value()));
}

LogRow LogView::rowAt(qint64 line) const
{
    LogRow row;
    row.number = line;
    row.line = m_source->line(line);
    row.before = m_stamps == LogStamps::Delta && line > 0 ? m_source->line(line - 1) : nullptr;
    row.rect = QRect(0, int(line - m_top) * m_columns.rowHeight, viewport()->width(), m_columns.rowHeight);
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
    const qint64 count = lineCount();
    if (count == 0)
        return;
    const qint64 first = m_top + event->rect().top() / m_columns.rowHeight;
    const qint64 last = std::min(count - 1, m_top + event->rect().bottom() / m_columns.rowHeight);
    requestMissing(std::max<qint64>(m_stamps == LogStamps::Delta ? first - 1 : first, 0), last);
    int widest = m_widest;
    for (qint64 line = first; line <= last; ++line)
        widest = std::max(widest, m_painter.paint(painter, rowAt(line)));
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
        refresh();
    } else if (event->timerId() == m_dragScroll.timerId()) {
        const bool up = m_dragPosition.y() < 0;
        setTop(m_top + (up ? -2 : 2));
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
    const qint64 end = std::min(lineCount(), m_top + visibleRows());
    for (qint64 line = m_top; line < end; ++line)
        lines.append(shownText(line));
    return lines.join(u'\n');
}

} // namespace ui
