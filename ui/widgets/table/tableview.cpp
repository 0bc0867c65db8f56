// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table/tableview.h"

#include "ui/widgets/table/cells.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace ui {

namespace {

QString cellText(const QVariant &value)
{
    QString text = value.toString();
    for (QChar &c : text)
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    return text;
}

} // namespace

void chooseRow(QTableView &view, int row)
{
    view.selectionModel()->setCurrentIndex(view.model()->index(row, 0),
                                           QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

TableView::TableView(const Look &look, QWidget *parent)
    : QTableView(parent), m_look(look), m_rows(new RowDelegate(look, this))
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSortingEnabled(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(m_rows);
    setMouseTracking(true);
    setUpHeader(look);
    setDensity(Density::Comfortable);
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
}

void TableView::setUpHeader(const Look &look)
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(false);
    header->setSectionsMovable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(40);
    header->setFont(look.font(TypeRole::Caption));
    header->setFixedHeight(std::max(look.size(Size::TableHeader), header->fontMetrics().height() + 8));
}

void TableView::setDensity(Density density)
{
    const int text = fontMetrics().height();
    const int height = density == Density::Compact ? std::max(m_look.size(Size::RowCompact), text + 6)
                                                   : std::max(m_look.size(Size::RowComfortable), text + 12);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height);
}

void TableView::setFlexColumn(int column)
{
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void TableView::fitColumn(int column, const QStringList &texts)
{
    int widest = 0;
    for (const QString &text : texts)
        widest = std::max(widest, fontMetrics().horizontalAdvance(text));
    setColumnWidth(column, widest + 2 * cellInset + 2);
}

int TableView::visibleColumn(int from, int step) const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = from; visual >= 0 && visual < header->count(); visual += step) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            return logical;
    }
    return -1;
}

int TableView::firstVisibleColumn() const
{
    return visibleColumn(0, 1);
}

int TableView::lastVisibleColumn() const
{
    return visibleColumn(horizontalHeader()->count() - 1, -1);
}

QString TableView::selectionAsTsv() const
{
    if (!model() || !selectionModel())
        return {};
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual)
        if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
            columns.append(column);
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    if (rows.isEmpty())
        return {};
    QStringList lines;
    QStringList cells;
    for (const int column : columns)
        cells.append(cellText(model()->headerData(column, Qt::Horizontal)));
    lines.append(cells.join(QChar(u'\t')));
    for (const QModelIndex &row : rows) {
        cells.clear();
        for (const int column : columns)
            cells.append(cellText(row.siblingAtColumn(column).data()));
        lines.append(cells.join(QChar(u'\t')));
    }
    return lines.join(QChar(u'\n'));
}

void TableView::setHoveredRow(int row)
{
    if (row == m_hovered)
        return;
    for (const int changed : {m_hovered, row})
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    m_hovered = row;
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        const QString text = selectionAsTsv();
        if (!text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    m_steeredByKeys = true;
    QTableView::keyPressEvent(event);
    viewport()->update();
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    m_steeredByKeys = false;
    QTableView::mousePressEvent(event);
    viewport()->update();
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    setHoveredRow(rowAt(event->position().toPoint().y()));
}

void TableView::wheelEvent(QWheelEvent *event)
{
    QTableView::wheelEvent(event);
    setHoveredRow(rowAt(viewport()->mapFromGlobal(event->globalPosition().toPoint()).y()));
}

void TableView::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    setHoveredRow(-1);
}

void TableView::focusInEvent(QFocusEvent *event)
{
    m_steeredByKeys = event->reason() != Qt::MouseFocusReason;
    QTableView::focusInEvent(event);
    viewport()->update();
}

void TableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui
