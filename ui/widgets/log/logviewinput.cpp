// SPDX-License-Identifier: Apache-2.0
// The part of LogView that listens to hands: keys, wheel, selection.
#include "ui/widgets/log/logview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace ui {

namespace {

constexpr int dragScrollMillis = 50;
constexpr int linesPerNotch = 3;
/// More than this is not put on the clipboard; saving the log is for that.
constexpr qint64 mostCopiedLines = 200'000;
/// Up to here a selection is copied while somebody waits.
constexpr qint64 mostLinesAtOnce = 5'000;
/// The end of a line that is not here.
constexpr int unknownEnd = 1 << 30;

} // namespace

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ShiftModifier) || event->angleDelta().y() == 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(m_zoom + (event->angleDelta().y() > 0 ? 1 : -1));
        Q_EMIT zoomed(m_zoom);
        event->accept();
        return;
    }
    m_wheelRest += event->angleDelta().y() / 120.0 * linesPerNotch;
    const int lines = int(m_wheelRest);
    m_wheelRest -= lines;
    if (lines != 0)
        scrollRows(-lines);
    event->accept();
}

bool LogView::scrollByKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
        scrollRows(-1);
        return true;
    case Qt::Key_Down:
        scrollRows(1);
        return true;
    case Qt::Key_PageUp:
        scrollRows(-visibleRows());
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        scrollRows(visibleRows());
        return true;
    case Qt::Key_Home:
        setTop({});
        return true;
    case Qt::Key_End:
        follow();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(bar->value() + (key == Qt::Key_Left ? -1 : 1) * bar->singleStep());
        return true;
    }
    default:
        return false;
    }
}

bool LogView::selectByKey(const QKeyEvent &event)
{
    LogPlace cursor = m_selection.cursor;
    if (m_selection.isEmpty() && cursor == LogPlace())
        cursor = {m_top.line, 0};
    const LogPlace anchor = m_selection.isEmpty() ? cursor : m_selection.anchor;
    switch (event.key()) {
    case Qt::Key_Up:
        --cursor.line;
        break;
    case Qt::Key_Down:
        ++cursor.line;
        break;
    case Qt::Key_Left:
        --cursor.column;
        break;
    case Qt::Key_Right:
        ++cursor.column;
        break;
    case Qt::Key_Home:
        cursor.column = 0;
        break;
    case Qt::Key_End:
        cursor.column = int(shownText(cursor.line).size());
        break;
    default:
        return false;
    }
    setSelection({anchor, cursor});
    showLine(m_selection.cursor.line);
    return true;
}

bool LogView::zoomByKey(const QKeyEvent &event)
{
    if (!event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom + 1);
        break;
    case Qt::Key_Minus:
        setZoom(m_zoom - 1);
        break;
    case Qt::Key_0:
        setZoom(0);
        break;
    default:
        return false;
    }
    Q_EMIT zoomed(m_zoom);
    return true;
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (zoomByKey(*event))
        return;
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copy(LogCopy::Quote);
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Escape && !m_selection.isEmpty()) {
        setSelection({});
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) ? !selectByKey(*event) : !scrollByKey(event->key())) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

LogPlace LogView::placeAt(const QPoint &position) const
{
    const qint64 count = lineCount();
    if (count == 0)
        return {};
    const QList<Placed> seen = inSight();
    Placed at{std::max<qint64>(0, m_top.line - 1), 0, 1};
    for (const Placed &place : seen) {
        if (position.y() >= place.y)
            at = place;
    }
    if (!seen.isEmpty() && position.y() >= at.y + at.rows * m_columns.rowHeight)
        return {at.line, int(shownText(at.line).size())};
    const LogLine *shown = m_source->line(at.line);
    const int x = position.x() - m_columns.textStart() + horizontalScrollBar()->value();
    const QPoint point(std::max(0, x), position.y() - at.y);
    return {at.line, shown ? m_painter.columnAt(*shown, point, wrapWidth()) : 0};
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (lineCount() == 0)
        return;
    const LogPlace place = placeAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton) {
        if (event->button() == Qt::RightButton && m_selection.isEmpty())
            setSelection({place, place}); // What its menu means.
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        setSelection({m_selection.anchor, place});
    else if (event->position().x() < m_columns.textStart())
        setSelection({{place.line, 0}, {place.line, int(shownText(place.line).size())}});
    else
        setSelection({place, place});
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || lineCount() == 0)
        return;
    m_dragPosition = event->position().toPoint();
    const bool outside = m_dragPosition.y() < 0 || m_dragPosition.y() > viewport()->height();
    if (!outside)
        m_dragScroll.stop();
    else if (!m_dragScroll.isActive())
        m_dragScroll.start(dragScrollMillis, this);
    setSelection({m_selection.anchor, placeAt(m_dragPosition)});
}

void LogView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragScroll.stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    const bool small = m_selection.last().line - m_selection.first().line < mostLinesAtOnce;
    if (!m_selection.isEmpty() && small && clipboard->supportsSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || lineCount() == 0)
        return;
    const LogPlace place = placeAt(event->position().toPoint());
    const QString text = shownText(place.line);
    const auto inWord = [&](int at) { return at >= 0 && at < text.size() && !text[at].isSpace(); };
    int from = place.column, to = place.column;
    while (inWord(from - 1))
        --from;
    while (inWord(to))
        ++to;
    setSelection({{place.line, from}, {place.line, to}});
}

void LogView::setSelection(const LogSelection &selection)
{
    const qint64 last = std::max<qint64>(0, lineCount() - 1);
    const auto inside = [&](const LogPlace &place) {
        const qint64 line = std::clamp<qint64>(place.line, 0, last);
        const bool known = m_source && line < lineCount() && m_source->line(line);
        const int end = known ? int(shownText(line).size()) : unknownEnd;
        return LogPlace{line, std::clamp(place.column, 0, end)};
    };
    m_selection = {inside(selection.anchor), inside(selection.cursor)};
    viewport()->update();
    Q_EMIT selectionChanged();
}

void LogView::selectAll()
{
    const qint64 count = lineCount();
    if (count > 0)
        setSelection({{0, 0}, {count - 1, std::numeric_limits<int>::max()}});
}

QString LogView::shownText(qint64 line) const
{
    const LogLine *raw = m_source && line >= 0 && line < lineCount() ? m_source->line(line) : nullptr;
    return raw ? ui::showLine(raw->text).text : QString();
}

QString LogView::selectedText() const
{
    if (m_selection.isEmpty() || !m_source)
        return {};
    const LogPlace first = m_selection.first(), last = m_selection.last();
    const qint64 end = std::min(last.line, first.line + mostCopiedLines - 1);
    QStringList lines;
    for (qint64 line = first.line; line <= end; ++line) {
        if (!m_source->line(line)) {
            lines.append(tr("[line %L1 is not loaded]").arg(line + 1));
            continue;
        }
        const QString text = shownText(line);
        const int from = line == first.line ? first.column : 0;
        const int to = line == last.line ? last.column : int(text.size());
        lines.append(text.mid(from, to - from));
    }
    if (end < last.line)
        lines.append(tr("[%L1 more lines; save the log to get them all]").arg(last.line - end));
    return lines.join(QChar(u'\n'));
}

void LogView::copy(LogCopy form)
{
    if (m_selection.isEmpty() || !m_source)
        return;
    const qint64 first = m_selection.first().line, last = m_selection.last().line;
    bool here = last - first < mostLinesAtOnce;
    for (qint64 line = first; here && line <= last; ++line)
        here = m_source->line(line) != nullptr;
    if (here && form == LogCopy::Plain)
        QGuiApplication::clipboard()->setText(selectedText());
    else
        Q_EMIT copyWanted(form);
}

qint64 LogView::lineMeant() const
{
    if (m_selection.cursor != LogPlace())
        return m_selection.cursor.line;
    return m_marked >= 0 ? m_marked : m_top.line;
}

} // namespace ui
