// SPDX-License-Identifier: Apache-2.0
// What tables in forms have in common: a row for each thing, and the buttons below that add and take away.
#pragma once

#include "ui/look/look.h"

class QHBoxLayout;
class QTableWidget;
class QToolButton;

namespace ui {

/// Looks and keys of a table that is a field of a form.
void dressRows(QTableWidget &table, const Look &look, Size rowHeight = Size::RowCompact);

struct RowTool
{
    QString name; ///< Of the object.
    QString icon;
    QString text;
};

/// A button at the end of the row of them.
QToolButton *addRowTool(QHBoxLayout &row, const Look &look, const RowTool &tool);

} // namespace ui
