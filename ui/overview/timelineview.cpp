// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/timelineview.h"

#include "models/parts/words.h"
#include "models/times.h"
#include "ui/overview/timelinepainter.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int inset = 16;
constexpr int nameWidth = 178;
constexpr int rowHeight = 26;
constexpr int headRows = 2; // times, windows
constexpr int glyphSide = 14;
constexpr int tickApart = 84;
constexpr int reach = 6;          // pixels beside a mark that still mean it
constexpr double nowShare = 0.44; // of the width, where now usually is
constexpr base::Millis usualSpan = 24h;

} // namespace

TimelineView::TimelineView(const Look &look, QWidget *parent)
    : QAbstractScrollArea(parent), m_look(look), m_span(usualSpan)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Timeline"));
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(rowHeight);
}

void TimelineView::setOverview(const models::Overview &overview)
{
    m_overview = overview;
    m_lane = std::min(m_lane, int(overview.lanes.size()) - 1);
    placeBars();
    viewport()->update();
}

TimelineScale TimelineView::scale() const
{
    const int left = inset + nameWidth;
    const int width = std::max(1, viewport()->width() - left - inset / 2);
    const base::Instant follow = m_overview.now - base::Millis(qint64(nowShare * double(m_span.count())));
    return {m_follows ? follow : m_from, m_span, left, width};
}

void TimelineView::setSpan(base::Millis span)
{
    const TimelineScale now = scale();
    zoomAbout(span, now.shows(m_overview.now, m_overview.now) ? now.x(m_overview.now) : now.left + now.width / 2.0);
}

void TimelineView::zoom(double factor)
{
    setSpan(base::Millis(qint64(double(m_span.count()) * factor)));
}

void TimelineView::zoomAbout(base::Millis span, double x)
{
    const bool stays = m_follows && std::abs(x - scale().x(m_overview.now)) < 1;
    const TimelineScale other = zoomed(scale(), span, x);
    m_span = other.span;
    m_follows = stays;
    moveTo(other.from);
}

void TimelineView::showNow()
{
    m_follows = true;
    viewport()->update();
    Q_EMIT moved();
}

/// Not further than there is anything to see.
void TimelineView::moveTo(base::Instant from)
{
    const base::Instant first = m_overview.now - mostTimelineSpan;
    const base::Instant last = std::max(first, m_overview.now + mostTimelineSpan - m_span);
    m_from = std::clamp(from, first, last);
    viewport()->update();
    Q_EMIT moved();
}

void TimelineView::placeBars()
{
    const int room = viewport()->height() - headRows * rowHeight;
    verticalScrollBar()->setPageStep(std::max(0, room));
    verticalScrollBar()->setRange(0, std::max(0, int(m_overview.lanes.size()) * rowHeight - room));
}

QRect TimelineView::laneRect(int lane) const
{
    return {0, (headRows + lane) * rowHeight - verticalScrollBar()->value(), viewport()->width(), rowHeight};
}

int TimelineView::laneAt(int y) const
{
    const int lane = (y - headRows * rowHeight + verticalScrollBar()->value()) / rowHeight;
    return y >= headRows * rowHeight && lane < m_overview.lanes.size() ? lane : -1;
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), m_look.colour(Colour::BgBase));
    const TimelineScale now = scale();
    const QRect lanes(0, headRows * rowHeight, viewport()->width(), viewport()->height() - headRows * rowHeight);
    painter.save();
    painter.setClipRect(lanes & event->rect());
    const double future = std::max<double>(now.x(m_overview.now), now.left);
    painter.fillRect(QRectF(future, lanes.top(), now.left + now.width - future, lanes.height()),
                     m_look.colour(Colour::BgZebra));
    const QList<TimelineTick> ticks = timelineTicks(now, tickApart);
    for (int lane = 0; lane < m_overview.lanes.size(); ++lane) {
        if (laneRect(lane).intersects(event->rect()))
            paintLane(painter, lane, ticks);
    }
    painter.restore();
    paintHead(painter);
    painter.setClipRect(QRect(now.left, 0, now.width, viewport()->height()));
    TimelinePainter(painter, m_look, now).nowLine(m_overview.now, {0, rowHeight, 0, viewport()->height()});
}

void TimelineView::paintHead(QPainter &painter) const
{
    const TimelineScale now = scale();
    TimelinePainter draw(painter, m_look, now);
    const QRect times(0, 0, viewport()->width(), rowHeight);
    const QRect windows = times.translated(0, rowHeight);
    draw.labels(timelineTicks(now, tickApart), times, m_overview.now);
    draw.nowLabel(m_overview.now, times);
    painter.setFont(m_look.font(TypeRole::Body));
    painter.setPen(m_look.colour(Colour::TextSecondary));
    painter.drawText(windows.adjusted(inset, 0, 0, 0), Qt::AlignVCenter, tr("Windows"));
    painter.save();
    painter.setClipRect(QRect(now.left, windows.top(), now.width, rowHeight));
    for (const domain::Window &window : m_overview.windows)
        draw.band(window, windows.adjusted(0, 3, 0, -3));
    for (const domain::Window &window : m_overview.windows)
        draw.bandName(window, windows);
    painter.restore();
    painter.setPen(QPen(m_look.colour(Colour::BorderSubtle), 0));
    painter.drawLine(inset, rowHeight, viewport()->width(), rowHeight);
}

void TimelineView::paintLane(QPainter &painter, int lane, const QList<TimelineTick> &ticks) const
{
    const models::OverviewLane &what = m_overview.lanes[lane];
    const QRect row = laneRect(lane);
    const TimelineScale now = scale();
    if (lane == m_lane && hasFocus())
        painter.fillRect(QRect(0, row.top(), now.left, row.height()), m_look.colour(Colour::BgSelected));
    const QRectF glyph(inset, row.top() + (rowHeight - glyphSide) / 2.0, glyphSide, glyphSide);
    const QString state = what.ran ? models::statusKey(what.last) : u"automation.never_run"_s;
    m_look.glyphs().paint(painter, glyph, state, m_look.colour(Colour::BgBase));
    painter.setFont(m_look.font(TypeRole::Body));
    painter.setPen(m_look.colour(Colour::TextPrimary));
    const QRect name(inset + glyphSide + 8, row.top(), nameWidth - glyphSide - 16, rowHeight);
    painter.drawText(name, Qt::AlignVCenter, painter.fontMetrics().elidedText(what.name, Qt::ElideRight, name.width()));
    painter.save();
    painter.setClipRect(QRect(now.left, row.top(), now.width, row.height()), Qt::IntersectClip);
    TimelinePainter draw(painter, m_look, now);
    for (const qsizetype window : what.windows)
        draw.band(m_overview.windows[window], row);
    draw.lines(ticks, row);
    draw.marks(what.marks, row, m_overview.now);
    painter.restore();
    painter.setPen(QPen(m_look.colour(Colour::BorderSubtle), 0));
    painter.drawLine(inset, row.bottom() + 1, viewport()->width(), row.bottom() + 1);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeBars();
    Q_EMIT moved();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAbout(base::Millis(qint64(double(m_span.count()) * std::pow(1.25, -turned.y() / 120.0))),
                  event->position().x());
    } else if (event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y())) {
        const int along = turned.x() != 0 ? turned.x() : turned.y();
        const base::Instant from = scale().from;
        m_follows = false;
        moveTo(from - m_span * along / 1200);
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    m_grip = event->pos();
    m_gripFrom = scale().from;
    m_dragged = false;
    setLane(laneAt(event->pos().y()));
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_grip || !(event->buttons() & Qt::LeftButton))
        return;
    const int moved = event->pos().x() - m_grip->x();
    if (m_dragged || std::abs(moved) > reach) {
        m_dragged = true;
        m_follows = false;
        moveTo(m_gripFrom - m_span * moved / scale().width);
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    m_grip.reset();
    const models::OverviewMark *mark = m_dragged ? nullptr : markAt(event->pos());
    if (mark && !mark->run.isEmpty())
        Q_EMIT runChosen(mark->run);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int lane = laneAt(event->pos().y());
    if (lane >= 0 && event->pos().x() < scale().left)
        Q_EMIT automationChosen(m_overview.lanes[lane].automation);
}

void TimelineView::setLane(int lane)
{
    if (lane < 0 || lane >= m_overview.lanes.size())
        return;
    m_lane = lane;
    setAccessibleDescription(laneText(m_overview.lanes[lane]));
    const int top = lane * rowHeight;
    const int room = verticalScrollBar()->pageStep();
    verticalScrollBar()->setValue(
        std::clamp(verticalScrollBar()->value(), top + rowHeight - room, std::max(top, top + rowHeight - room)));
    viewport()->update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const base::Instant from = scale().from;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_follows = false;
        return moveTo(event->key() == Qt::Key_Left ? from - m_span / 8 : from + m_span / 8);
    case Qt::Key_Plus:
        return zoom(0.5);
    case Qt::Key_Minus:
        return zoom(2);
    case Qt::Key_Home:
        return showNow();
    case Qt::Key_Up:
        return setLane(std::max(0, m_lane - 1));
    case Qt::Key_Down:
        return setLane(m_lane + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_lane >= 0)
            Q_EMIT automationChosen(m_overview.lanes[m_lane].automation);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos()), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

/// The last one that is drawn there.
const models::OverviewMark *TimelineView::markAt(const QPoint &place) const
{
    const int lane = laneAt(place.y());
    const TimelineScale now = scale();
    if (lane < 0 || place.x() < now.left)
        return nullptr;
    const QList<models::OverviewMark> &marks = m_overview.lanes[lane].marks;
    const auto there = std::find_if(marks.crbegin(), marks.crend(), [&](const models::OverviewMark &mark) {
        return now.x(mark.from) - reach <= place.x() && place.x() <= now.x(mark.to) + reach;
    });
    return there == marks.crend() ? nullptr : &*there;
}

QString TimelineView::tipAt(const QPoint &place) const
{
    const int lane = laneAt(place.y());
    const models::OverviewMark *mark = markAt(place);
    if (!mark)
        return lane >= 0 ? laneText(m_overview.lanes[lane]) : QString();
    const QString &name = m_overview.lanes[lane].name;
    if (mark->planned)
        return tr("%1, planned %2").arg(name, models::futureLong(mark->from, m_overview.now));
    const QString state = models::statusText(mark->status);
    const QString when = models::pastExact(mark->from, m_overview.now);
    return mark->to > mark->from && mark->status != domain::RunStatus::Running
               ? tr("%1, %2, %3, took %4").arg(name, state, when, models::durationExact(mark->to - mark->from))
               : tr("%1, %2, %3").arg(name, state, when);
}

QString TimelineView::laneText(const models::OverviewLane &lane) const
{
    const auto planned = std::find_if(lane.marks.cbegin(), lane.marks.cend(), [](const auto &m) { return m.planned; });
    const int runs = int(planned - lane.marks.cbegin());
    const QString past = tr("%1: %n runs", nullptr, runs).arg(lane.name);
    return planned == lane.marks.cend()
               ? past
               : tr("%1, next %2").arg(past, models::futureLong(planned->from, m_overview.now));
}

QSize TimelineView::sizeHint() const
{
    return {inset + nameWidth + 600, (headRows + 10) * rowHeight};
}

QSize TimelineView::minimumSizeHint() const
{
    return {inset + nameWidth + 200, (headRows + 3) * rowHeight};
}

} // namespace ui
