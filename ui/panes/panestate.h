// SPDX-License-Identifier: Apache-2.0
// What a pane with a table remembers from one session to the next, and the widths of the window at which its form
// changes.
#pragma once

#include <QString>

class QSettings;
class QTableView;

namespace ui {

class FilterControl;
class TableColumns;
class ViewKeeper;

/// From here on there is room for everything.
inline constexpr int windowWide = 1600;
/// Below, text buttons lose their text.
inline constexpr int windowNormal = 1200;
/// Below, rows are compact and less is shown.
inline constexpr int windowCompact = 1000;

struct PaneStateParts
{
    QTableView &table;
    TableColumns &columns;
    ViewKeeper &keeper;
    FilterControl &filter;
};

/// Columns, filter, selection and scroll, under `key`.
void savePaneState(QSettings &desk, const QString &key, const PaneStateParts &parts);
/// Selection and scroll come back once the rows are there.
void restorePaneState(QSettings &desk, const QString &key, const PaneStateParts &parts);

} // namespace ui
