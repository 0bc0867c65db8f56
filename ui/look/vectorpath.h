// SPDX-License-Identifier: Apache-2.0
// Drawings on a 16 by 16 grid: paths of absolute M, L, C and Z commands, filled or stroked with round ends, painted
// straight into the target so that they are crisp at every scale.
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace ui {

inline constexpr double drawingGrid = 16;

enum class Ink { Glyph, Mark }; ///< Mark is knocked out: it has the colour of the ground.

struct Stroke
{
    QPainterPath path;
    double width = 0; ///< Of the pen in grid units; 0 fills.
    Ink ink = Ink::Glyph;
    Qt::PenCapStyle cap = Qt::RoundCap;
};
using Drawing = std::vector<Stroke>;

/// Empty when `text` holds anything but M, L, C, Z and their numbers, or does not begin with M.
std::optional<QPainterPath> parsePath(QStringView text);

struct Inks
{
    QColor glyph;
    QColor mark;
};
/// Scales the grid into `target`, which should be square.
void paintDrawing(QPainter &painter, const QRectF &target, const Drawing &drawing, const Inks &inks);

} // namespace ui
