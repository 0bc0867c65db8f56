// SPDX-License-Identifier: Apache-2.0
// The painters behind RowDelegate: the ground of a row, and one function a sort of cell.
#pragma once

#include "ui/widgets/table/rowdelegate.h"

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace ui {

/// What FoldText leaves free at the start of its cell: a press there opens or closes the fold.
inline constexpr int foldRoom = 20;

/// Free on either side of what a cell shows.
inline constexpr int cellInset = 8;

/// What a row's ground depends on.
struct RowState
{
    bool selected = false;
    bool hovered = false;
    bool focused = false;             ///< The view has the focus and the window is active.
    bool outlined = false;            ///< The current row, reached by a key.
    bool first = false, last = false; ///< The cell is at the start or end of the row, as seen.
};

struct Cell
{
    const Look &look;
    QPainter &painter;
    const QModelIndex &index;
    QRect rect;
    QFont font;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    RowState row;
    CellStyle style;
};

RowState rowState(const QStyleOptionViewItem &option, const QModelIndex &index);
QColor rowGround(const Look &look, const RowState &state);
void paintRowGround(const Cell &cell);
void paintCell(const Cell &cell);
/// A caption over the rows below it, of which a cell is a part: `row` is where the whole of it lies.
void paintCaption(const Cell &cell, const QRect &row);

} // namespace ui
