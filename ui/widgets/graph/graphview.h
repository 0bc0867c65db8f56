// SPDX-License-Identifier: Apache-2.0
// Boxes and the ways between them, drawn from top to bottom. One box is the current one, by mouse or arrow keys; Return
// or a double click opens it. Only what is in sight is painted.
#pragma once

#include "ui/look/look.h"
#include "ui/widgets/graph/graphlayout.h"

#include <QAbstractScrollArea>

namespace ui {

struct GraphNode
{
    QString name;
    QString caption;   ///< A second, smaller line.
    QString statusKey; ///< Its drawing before the name; empty draws none.
    QString spoken;    ///< All there is to know of it, as a sentence; also its tool tip.
    bool faded = false;
    bool operator==(const GraphNode &) const = default;
};

struct GraphEdge
{
    enum class On { Success, Failure, Always };
    int from = 0;
    int to = 0;
    On on = On::Success;
    bool operator==(const GraphEdge &) const = default;
};

struct Graph
{
    QList<GraphNode> nodes;
    QList<GraphEdge> edges;
    bool operator==(const Graph &) const = default;
};

class GraphView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit GraphView(const Look &look, QWidget *parent = nullptr);

    /// The current box stays where there are as many as before.
    void setGraph(const Graph &graph);
    const Graph &graph() const { return m_graph; }
    const GraphLayout &layoutOfBoxes() const { return m_layout; }
    /// -1 where there is none.
    int current() const { return m_current; }
    /// Brings it into sight; does not emit.
    void setCurrent(int node);
    /// What a screen reader is told: every box, in the order of the layers.
    QString spokenText() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// By the person.
    void chosen(int node);
    void opened(int node);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    QPoint origin() const;
    int nodeAt(const QPoint &place) const;
    int nextTo(int key) const;
    void choose(int node);
    void layOut();
    void placeBars();
    void paintEdge(QPainter &painter, qsizetype edge) const;
    void paintNode(QPainter &painter, int node) const;
    void paintTexts(QPainter &painter, int node, const QColor &ground) const;

    const Look &m_look;
    Graph m_graph;
    GraphLayout m_layout;
    int m_current = -1;
};

} // namespace ui
