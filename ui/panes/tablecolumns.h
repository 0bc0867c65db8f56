// SPDX-License-Identifier: Apache-2.0
// The columns of a pane's table as data: their widths, from which width of the window on they are there, in which order
// they leave when it gets narrow. What the user sized, hid or moved wins over that.
#pragma once

#include "ui/widgets/table/tableview.h"

#include <QObject>

#include <optional>

class QMenu;
class QSettings;

namespace ui {

/// Lengths in logical pixels at the default font; they grow with it.
struct ColumnPlan
{
    int column = 0;
    int width = 0;      ///< 0 is the one that takes what the others leave.
    int least = 0;      ///< What it may shrink to before another column leaves; 0 is its width.
    int fromWindow = 0; ///< Not shown in a window narrower than this.
    int leaves = 0;     ///< The order in which columns leave for lack of room; 0 never leaves.
    CellStyle style;
};

/// A column and what the user made of it.
struct ColumnWish
{
    ColumnPlan plan;
    std::optional<int> width;
    std::optional<bool> shown;
};

struct ColumnRoom
{
    int window = 0;
    int table = 0;
};

/// Column to width, for those that are shown; the flexible one has 0. Pure.
QHash<int, int> fitColumns(QList<ColumnWish> wishes, ColumnRoom room);

/// Lives as long as its table. The model must be set before.
class TableColumns : public QObject
{
    Q_OBJECT

public:
    TableColumns(TableView &table, const QList<ColumnPlan> &plans, QObject *parent = nullptr);

    /// One checkable entry a column.
    void fillMenu(QMenu *menu);
    void save(QSettings &desk, const QString &prefix) const;
    void restore(QSettings &desk, const QString &prefix);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void show(int column, bool shown);
    void takeWidth(int column, int width);
    void openMenu(const QPoint &place);
    QString keyOf(int column) const;
    int columnOf(const QString &key) const;

    TableView &m_table;
    QList<ColumnWish> m_wishes;
    bool m_fitting = false;
};

} // namespace ui
