// SPDX-License-Identifier: Apache-2.0
// The table of every pane, set up once: no frame, no grid, fixed rows, whole rows selected and hovered, scrolling by
// pixel, copy as tab-separated text.
#pragma once

#include "ui/widgets/table/rowdelegate.h"

#include <QTableView>

namespace ui {

enum class Density { Compact, Comfortable };

/// Selects that row and no other. QTableView::selectRow() would add to the selection while the operator holds Ctrl.
void chooseRow(QTableView &view, int row);

class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(const Look &look, QWidget *parent = nullptr);

    RowDelegate &rows() { return *m_rows; }
    void setDensity(Density density);
    /// The column that takes what the others leave; they keep their widths.
    void setFlexColumn(int column);
    /// As wide as the widest of `texts` needs.
    void fitColumn(int column, const QStringList &texts);

    int hoveredRow() const { return m_hovered; }
    /// The last move came from a key: the current row is outlined.
    bool isSteeredByKeys() const { return m_steeredByKeys; }
    int firstVisibleColumn() const;
    int lastVisibleColumn() const;

    /// The selected rows, top to bottom, columns as seen, headers first. Tabs and line ends in a cell become blanks.
    QString selectionAsTsv() const;

Q_SIGNALS:
    /// Return or a double click on a row.
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void setUpHeader(const Look &look);
    void setHoveredRow(int row);
    int visibleColumn(int from, int step) const;

    const Look &m_look;
    RowDelegate *m_rows;
    int m_hovered = -1;
    bool m_steeredByKeys = false;
};

} // namespace ui
