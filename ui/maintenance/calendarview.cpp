// SPDX-License-Identifier: Apache-2.0
#include "ui/maintenance/calendarview.h"

#include "models/calendar/windowmodel.h"
#include "models/times.h"
#include "ui/maintenance/calendarpainter.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr base::Millis quarter = base::Seconds(900);
constexpr base::Millis wholeDay = base::Seconds(86400);
constexpr qreal grip = 6;
constexpr int firstHour = 6; ///< Where the day is scrolled to at first.

} // namespace

CalendarView::CalendarView(const Look &look, const base::Clock &clock, QWidget *parent)
    : QAbstractScrollArea(parent), m_look(look), m_clock(clock), m_day(models::localTime(clock.now()).date())
{
    setObjectName(u"calendar"_s);
    setAccessibleName(tr("Calendar of maintenance windows"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumSize(320, 200);
    viewport()->setMouseTracking(true);
    layOut();
    verticalScrollBar()->setValue(int(firstHour * m_layout.hourHeight()));
}

void CalendarView::setData(const models::CalendarData &fresh)
{
    const models::CalendarBlock *before = chosenBlock();
    const std::optional<models::CalendarBlock> chosen = before ? std::optional(*before) : std::nullopt;
    m_data = fresh;
    m_chosen = -1;
    for (int i = 0; chosen && i < m_data.blocks.size(); ++i) {
        const models::CalendarBlock &block = m_data.blocks.at(i);
        const bool same = block.window == chosen->window && block.start == chosen->start;
        if (same && (m_chosen < 0 || block.span == chosen->span)) {
            m_chosen = i;
        }
    }
    if (m_drag != Drag::None && m_drag != Drag::Draw) {
        m_drag = Drag::None; // what was grabbed may be another one now
    }
    describe();
    viewport()->update();
    Q_EMIT blockChosen();
}

void CalendarView::setMode(CalendarMode mode)
{
    m_mode = mode;
    layOut();
}

void CalendarView::setDay(QDate day)
{
    m_day = day;
    layOut();
}

void CalendarView::layOut()
{
    const domain::WindowSpan before = m_layout.first().isValid() ? m_layout.span() : domain::WindowSpan();
    m_layout = CalendarLayout(m_mode, m_day, viewport()->size());
    const qreal page = viewport()->height() - m_layout.top();
    verticalScrollBar()->setPageStep(int(page));
    verticalScrollBar()->setSingleStep(int(m_layout.hourHeight()));
    verticalScrollBar()->setRange(0, std::max(0, int(m_layout.contentHeight() - page)));
    viewport()->update();
    if (m_layout.span() != before) {
        Q_EMIT spanChanged();
    }
}

qreal CalendarView::scrolled() const
{
    return m_mode == CalendarMode::Month ? 0 : verticalScrollBar()->value();
}

void CalendarView::scrollToHour(int hour)
{
    verticalScrollBar()->setValue(int(hour * m_layout.hourHeight()));
}

QList<CalendarPiece> CalendarView::pieces() const
{
    return m_layout.pieces(m_data.blocks, scrolled());
}

const models::CalendarBlock *CalendarView::chosenBlock() const
{
    return m_chosen >= 0 && m_chosen < m_data.blocks.size() ? &m_data.blocks.at(m_chosen) : nullptr;
}

void CalendarView::choose(const QString &window)
{
    int found = -1;
    for (int i = 0; i < m_data.blocks.size(); ++i) {
        const models::CalendarBlock &block = m_data.blocks.at(i);
        if (block.window == window && (found < 0 || m_data.blocks.at(found).span.to <= m_clock.now())) {
            found = i;
        }
    }
    takeChosen(found);
}

QRectF CalendarView::rectOf(int block) const
{
    for (const CalendarPiece &piece : pieces()) {
        if (piece.block == block) {
            return piece.rect;
        }
    }
    return {};
}

void CalendarView::takeChosen(int block)
{
    m_chosen = block;
    describe();
    viewport()->update();
    Q_EMIT blockChosen();
}

void CalendarView::describe()
{
    const models::CalendarBlock *block = chosenBlock();
    const base::Instant now = m_clock.now();
    const QString name = !block                  ? QString()
                         : block->home.isEmpty() ? block->name
                                                 : tr("%1 at %2").arg(block->name, block->home);
    setAccessibleDescription(block ? tr("%1, %2, from %3 to %4")
                                         .arg(name, models::effectWord(block->effect),
                                              models::futureLong(block->span.from, now),
                                              models::futureLong(block->span.to, now))
                                   : tr("%n windows are shown", nullptr, int(m_data.blocks.size())));
}

void CalendarView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    CalendarPainter calendar({.look = m_look,
                              .painter = painter,
                              .layout = m_layout,
                              .data = m_data,
                              .now = m_clock.now(),
                              .day = m_day,
                              .scrolled = scrolled(),
                              .chosen = m_chosen,
                              .focused = hasFocus()},
                             event->rect());
    calendar.paint(pieces());
    if (m_dragging) {
        models::CalendarBlock ghost = m_grabbed >= 0 ? m_data.blocks.at(m_grabbed) : models::CalendarBlock();
        ghost.span = m_ghost;
        ghost.name = m_grabbed >= 0 ? ghost.name : tr("New window");
        calendar.paintGhost(ghost);
    }
}

void CalendarView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

const CalendarPiece *CalendarView::pieceAt(const QList<CalendarPiece> &pieces, const QPointF &place) const
{
    const bool above = place.y() < m_layout.top() && m_mode != CalendarMode::Month;
    for (auto it = pieces.crbegin(); it != pieces.crend(); ++it) {
        const bool overHours = above == (it->rect.bottom() <= m_layout.top() + 1);
        if (it->rect.contains(place) && overHours && it->block >= 0) {
            return &*it;
        }
    }
    return nullptr;
}

CalendarView::Drag CalendarView::dragFor(const CalendarPiece &piece, const QPointF &place) const
{
    const models::CalendarBlock &block = m_data.blocks.at(piece.block);
    if (!block.start) {
        return Drag::None; // opened by hand: closed and extended by verbs
    }
    if (m_mode == CalendarMode::Month || isLong(block.span)) {
        return Drag::Move;
    }
    if (piece.begins && place.y() < piece.rect.top() + grip) {
        return Drag::Begin;
    }
    return piece.ends && place.y() > piece.rect.bottom() - grip ? Drag::End : Drag::Move;
}

void CalendarView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const QList<CalendarPiece> all = pieces();
    const CalendarPiece *piece = pieceAt(all, event->position());
    m_pressed = event->position();
    m_dragging = false;
    m_grabbed = piece ? piece->block : -1;
    m_drag = piece ? dragFor(*piece, m_pressed) : m_pressed.y() >= m_layout.top() ? Drag::Draw : Drag::None;
    takeChosen(m_grabbed);
}

/// Where what is dragged would be.
domain::WindowSpan CalendarView::dragged(const QPointF &place) const
{
    const base::Instant from = m_layout.timeAt(m_pressed, scrolled()).value_or(base::Instant());
    const base::Instant to = m_layout.timeAt(place, scrolled()).value_or(from);
    const base::Millis step = m_mode == CalendarMode::Month ? wholeDay : quarter;
    if (m_drag == Drag::Draw) {
        return {std::min(from, to), std::max(from, to) + step};
    }
    domain::WindowSpan span = m_data.blocks.at(m_grabbed).span;
    switch (m_drag) {
    case Drag::Begin:
        span.from = std::min(to, span.to - quarter);
        break;
    case Drag::End:
        span.to = std::max(to + quarter, span.from + quarter);
        break;
    default:
        span = {span.from + (to - from), span.to + (to - from)};
    }
    return span;
}

void CalendarView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None || !(event->buttons() & Qt::LeftButton)) {
        const QList<CalendarPiece> all = pieces();
        const CalendarPiece *piece = pieceAt(all, event->position());
        const Drag would = piece ? dragFor(*piece, event->position()) : Drag::None;
        viewport()->setCursor(would == Drag::Begin || would == Drag::End ? Qt::SizeVerCursor : Qt::ArrowCursor);
        viewport()->setToolTip(piece ? m_data.blocks.at(piece->block).name : QString());
        return;
    }
    const bool far = (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    m_dragging = m_dragging || far;
    if (m_dragging && m_layout.timeAt(event->position(), scrolled())) {
        m_ghost = dragged(event->position());
        viewport()->update();
    }
}

void CalendarView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const Drag was = std::exchange(m_drag, Drag::None);
    const int grabbed = std::exchange(m_grabbed, -1);
    viewport()->update();
    if (!std::exchange(m_dragging, false) || m_ghost.from >= m_ghost.to) {
        return;
    }
    if (was == Drag::Draw) {
        Q_EMIT drawn(m_ghost);
    } else if (m_ghost != m_data.blocks.at(grabbed).span) {
        Q_EMIT moved(grabbed, m_ghost);
    }
}

void CalendarView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QList<CalendarPiece> all = pieces();
    m_drag = Drag::None;
    if (const CalendarPiece *piece = pieceAt(all, event->position())) {
        takeChosen(piece->block);
        Q_EMIT opened();
    } else if (const auto at = m_layout.timeAt(event->position(), scrolled());
               at && event->position().y() >= m_layout.top()) {
        Q_EMIT drawn({*at, *at + (m_mode == CalendarMode::Month ? wholeDay : 4 * quarter)});
    }
}

void CalendarView::keyPressEvent(QKeyEvent *event)
{
    const int count = int(m_data.blocks.size());
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_drag == Drag::None) {
            event->ignore();
        }
        m_drag = Drag::None;
        m_dragging = false;
        viewport()->update();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (count > 0) {
            const int step = event->key() == Qt::Key_Right ? 1 : -1;
            takeChosen(m_chosen < 0 ? 0 : std::clamp(m_chosen + step, 0, count - 1));
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_chosen >= 0) {
            Q_EMIT opened();
        }
        return;
    case Qt::Key_Delete:
        if (m_chosen >= 0) {
            Q_EMIT removeWanted();
        }
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void CalendarView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void CalendarView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui
