// SPDX-License-Identifier: Apache-2.0
// Where the boxes of a graph lie, and the ways between them: each box one layer below the lowest of those before it,
// boxes of a layer side by side. Pure; a graph that comes back to itself is drawn, too.
#pragma once

#include <QList>
#include <QPolygonF>
#include <QRect>

namespace ui {

struct GraphLink
{
    int from = 0;
    int to = 0;
};

struct GraphGrid
{
    QSize box{140, 44};
    int across = 16; ///< Between boxes of a layer.
    int down = 28;   ///< Between layers.
    int margin = 12;
};

struct GraphLayout
{
    QList<QRect> boxes;    ///< By node.
    QList<int> layers;     ///< By node, from 0.
    QList<QPolygonF> ways; ///< By link: the points it goes through, from the foot of one box to the head of the other.
    QSize size;
};

/// Links that name no node are left out of the drawing: their way is empty.
GraphLayout layoutGraph(int nodes, const QList<GraphLink> &links, const GraphGrid &grid);

} // namespace ui
