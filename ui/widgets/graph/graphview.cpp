// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/graph/graphview.h"

#include "ui/widgets/graph/graphaccess.h"
#include "ui/widgets/graph/graphlegend.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 8;
constexpr std::array boxWidths{148, 124, 104};
constexpr qsizetype mostTried = 40;
constexpr int glyphSide = 14;

QPainterPath curve(const QPolygonF &points)
{
    QPainterPath path(points.first());
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF from = points[i - 1];
        const QPointF to = points[i];
        const double half = (to.y() - from.y()) / 2;
        path.cubicTo({from.x(), from.y() + half}, {to.x(), to.y() - half}, to);
    }
    return path;
}

void paintHead(QPainter &painter, const QPointF &tip, const QColor &ink)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{tip, tip + QPointF(-3.5, -6), tip + QPointF(3.5, -6)});
    painter.restore();
}

QList<GraphLink> linksOf(const Graph &graph)
{
    QList<GraphLink> links;
    for (const GraphEdge &edge : graph.edges)
        links.append({edge.from, edge.to});
    return links;
}

} // namespace

GraphView::GraphView(const Look &look, QWidget *parent) : QAbstractScrollArea(parent), m_look(look)
{
    installGraphAccess();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    horizontalScrollBar()->setSingleStep(24);
    verticalScrollBar()->setSingleStep(24);
}

void GraphView::setGraph(const Graph &graph)
{
    if (graph == m_graph)
        return;
    const bool moved = graph.edges != m_graph.edges || graph.nodes.size() != m_graph.nodes.size();
    m_graph = graph;
    if (moved) {
        if (m_current >= graph.nodes.size())
            m_current = -1;
        layOut();
        updateGeometry();
    }
    viewport()->update();
}

/// With narrower boxes where the usual ones do not fit; few only, since many never do.
void GraphView::layOut()
{
    const int line = fontMetrics().height() + QFontMetrics(m_look.font(TypeRole::Caption)).height();
    for (const int width : boxWidths) {
        m_layout = layoutGraph(int(m_graph.nodes.size()), linksOf(m_graph), {.box = {width, line + 12}});
        if (m_layout.size.width() <= viewport()->width() || m_graph.nodes.size() > mostTried)
            break;
    }
    placeBars();
}

QSize GraphView::sizeHint() const
{
    return m_layout.size.expandedTo({148, 80});
}

void GraphView::placeBars()
{
    const QSize room = viewport()->size();
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(room.height());
    horizontalScrollBar()->setRange(0, std::max(0, m_layout.size.width() - room.width()));
    verticalScrollBar()->setRange(0, std::max(0, m_layout.size.height() - room.height()));
}

/// In the middle where there is more room than it needs.
QPoint GraphView::origin() const
{
    const int spare = std::max(0, viewport()->width() - m_layout.size.width()) / 2;
    return {spare - horizontalScrollBar()->value(), -verticalScrollBar()->value()};
}

int GraphView::nodeAt(const QPoint &place) const
{
    const QPoint inside = place - origin();
    const auto hit = std::find_if(m_layout.boxes.cbegin(), m_layout.boxes.cend(),
                                  [&](const QRect &box) { return box.contains(inside); });
    return hit == m_layout.boxes.cend() ? -1 : int(hit - m_layout.boxes.cbegin());
}

void GraphView::setCurrent(int node)
{
    if (node == m_current || node >= m_graph.nodes.size())
        return;
    m_current = node;
    if (node >= 0) {
        const QRect box = m_layout.boxes[node].marginsAdded({8, 8, 8, 8});
        const auto bring = [](QScrollBar *bar, int from, int to) {
            bar->setValue(std::clamp(bar->value(), to - bar->pageStep(), std::max(from, to - bar->pageStep())));
        };
        bring(horizontalScrollBar(), box.left(), box.right());
        bring(verticalScrollBar(), box.top(), box.bottom());
        QAccessibleValueChangeEvent event(this, m_graph.nodes[node].spoken);
        QAccessible::updateAccessibility(&event);
    }
    viewport()->update();
}

void GraphView::choose(int node)
{
    if (node < 0 || node == m_current)
        return;
    setCurrent(node);
    Q_EMIT chosen(node);
}

/// The nearest one in the direction of the key; the first one where none is current.
int GraphView::nextTo(int key) const
{
    if (m_current < 0)
        return m_graph.nodes.isEmpty() ? -1 : 0;
    const QPoint from = m_layout.boxes[m_current].center();
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const int sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    int best = -1;
    QPoint nearest;
    for (int node = 0; node < m_layout.boxes.size(); ++node) {
        const QPoint way = m_layout.boxes[node].center() - from;
        const QPoint far(std::abs(way.x()), std::abs(way.y()));
        if (across ? way.y() != 0 || way.x() * sign <= 0 : way.y() * sign <= 0)
            continue;
        const bool nearer =
            across ? far.x() < nearest.x() : far.y() < nearest.y() || (far.y() == nearest.y() && far.x() < nearest.x());
        if (best < 0 || nearer) {
            best = node;
            nearest = far;
        }
    }
    return best;
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        choose(nextTo(event->key()));
        return;
    case Qt::Key_Home:
        choose(m_graph.nodes.isEmpty() ? -1 : 0);
        return;
    case Qt::Key_End:
        choose(int(m_graph.nodes.size()) - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0) {
            Q_EMIT opened(m_current);
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(nodeAt(event->position().toPoint()));
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int node = nodeAt(event->position().toPoint()); node >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT opened(node);
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0)
        setCurrent(m_graph.nodes.isEmpty() ? -1 : 0);
    viewport()->update();
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    event->size().width() != event->oldSize().width() ? layOut() : placeBars();
}

bool GraphView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int node = nodeAt(help->pos());
        QToolTip::showText(help->globalPos(), node < 0 ? QString() : m_graph.nodes[node].spoken.toHtmlEscaped(), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString GraphView::spokenText() const
{
    QList<int> order;
    for (int node = 0; node < m_graph.nodes.size(); ++node)
        order.append(node);
    std::stable_sort(order.begin(), order.end(),
                     [this](int a, int b) { return m_layout.layers[a] < m_layout.layers[b]; });
    QStringList all;
    for (const int node : std::as_const(order))
        all.append(m_graph.nodes[node].spoken);
    return all.join(u"; "_s);
}

void GraphView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QPoint at = origin();
    painter.translate(at);
    const QRectF seen = QRectF(event->rect()).translated(-at);
    for (qsizetype edge = 0; edge < m_layout.ways.size(); ++edge)
        if (m_layout.ways[edge].boundingRect().adjusted(-8, -8, 8, 8).intersects(seen))
            paintEdge(painter, edge);
    for (int node = 0; node < m_layout.boxes.size(); ++node)
        if (seen.intersects(m_layout.boxes[node].marginsAdded({3, 3, 3, 3})))
            paintNode(painter, node);
}

void GraphView::paintEdge(QPainter &painter, qsizetype edge) const
{
    QPolygonF way = m_layout.ways[edge];
    if (way.size() < 2)
        return;
    const GraphEdge &link = m_graph.edges[edge];
    const QPen pen = graphPen(m_look, link.on, m_graph.nodes[link.to].faded);
    const QPointF tip = way.last();
    way.last() -= QPointF(0, 5);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(curve(way));
    paintHead(painter, tip, pen.color());
}

void GraphView::paintNode(QPainter &painter, int node) const
{
    const GraphNode &box = m_graph.nodes[node];
    const Family family = m_look.glyphs().family(box.statusKey);
    const bool loud = !box.statusKey.isEmpty() && family != Family::Neutral && family != Family::Good;
    const QColor ground = loud ? m_look.family(family).tint : m_look.colour(Colour::BgRaised);
    const QColor line = loud ? m_look.family(family).line : m_look.colour(Colour::BorderDefault);
    const QRectF rect = QRectF(m_layout.boxes[node]).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(box.faded ? Qt::NoBrush : QBrush(ground));
    painter.setPen(QPen(line, 1, box.faded ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(rect, 6, 6);
    paintTexts(painter, node, box.faded ? palette().color(backgroundRole()) : ground);
    if (node != m_current)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_look.colour(hasFocus() ? Colour::AccentFocus : Colour::BorderControl), hasFocus() ? 2 : 1));
    painter.drawRoundedRect(rect, 6, 6);
}

void GraphView::paintTexts(QPainter &painter, int node, const QColor &ground) const
{
    const GraphNode &box = m_graph.nodes[node];
    QRect room = m_layout.boxes[node].adjusted(inset, 5, -inset, -5);
    if (!box.statusKey.isEmpty()) {
        const QRect glyph(room.x(), room.y() + (fontMetrics().height() - glyphSide) / 2, glyphSide, glyphSide);
        m_look.glyphs().paint(painter, QStyle::visualRect(layoutDirection(), room, glyph), box.statusKey, ground);
        room = QStyle::visualRect(layoutDirection(), room, room.adjusted(glyphSide + 6, 0, 0, 0));
    }
    const auto draw = [&](const QString &text, const QFont &font, Colour ink, const QRect &where) {
        painter.setFont(font);
        painter.setPen(m_look.colour(ink));
        painter.drawText(where, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width()));
    };
    QRect first = room;
    first.setHeight(box.caption.isEmpty() ? room.height() : fontMetrics().height());
    draw(box.name, m_look.font(TypeRole::Body), box.faded ? Colour::TextSecondary : Colour::TextPrimary, first);
    if (!box.caption.isEmpty())
        draw(box.caption, m_look.font(TypeRole::Caption), Colour::TextSecondary,
             QRect(room.x(), first.bottom() + 1, room.width(), room.bottom() - first.bottom()));
}

} // namespace ui
