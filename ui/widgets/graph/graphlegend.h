// SPDX-License-Identifier: Apache-2.0
// The strokes of the ways in a graph, and what they mean side by side.
#pragma once

#include "ui/widgets/graph/graphview.h"

class QPen;

namespace ui {

/// Told apart without colour: whole, dashed, dotted.
QPen graphPen(const Look &look, GraphEdge::On on, bool faded);

class GraphLegend : public QWidget
{
    Q_OBJECT

public:
    explicit GraphLegend(const Look &look, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
};

} // namespace ui
