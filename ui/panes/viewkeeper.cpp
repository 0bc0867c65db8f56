// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/viewkeeper.h"

#include "models/roles.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace ui {

namespace {

QString keyOf(const QAbstractItemModel &model, int row)
{
    return model.index(row, 0).data(models::KeyRole).toString();
}

} // namespace

ViewKeeper::ViewKeeper(QTableView &view, QAbstractItemModel &model, QObject *parent) : QObject(parent), m_view(view)
{
    using Model = QAbstractItemModel;
    connect(&model, &Model::rowsAboutToBeInserted, this, &ViewKeeper::rememberTop);
    connect(&model, &Model::rowsAboutToBeRemoved, this, &ViewKeeper::rememberTop);
    connect(&model, &Model::modelAboutToBeReset, this, &ViewKeeper::rememberAll);
    view.setModel(&model);
    connect(&model, &Model::rowsInserted, this, &ViewKeeper::restoreTop);
    connect(&model, &Model::rowsInserted, this,
            &ViewKeeper::takeWanted); // what was just made is chosen when it arrives
    connect(&model, &Model::rowsRemoved, this, &ViewKeeper::restoreTop);
    connect(&model, &Model::rowsRemoved, this, &ViewKeeper::chooseNeighbour);
    connect(&model, &Model::modelReset, this, &ViewKeeper::restoreAll);
}

void ViewKeeper::rememberTop()
{
    m_hadChosen = m_view.selectionModel()->hasSelection();
    const int row = m_view.rowAt(0);
    const bool atTop = m_view.verticalScrollBar()->value() == 0;
    m_top = atTop || row < 0 ? QString() : keyOf(*m_view.model(), row);
    m_topPlace = row < 0 ? 0 : m_view.rowViewportPosition(row);
}

void ViewKeeper::restoreTop()
{
    if (m_top.isEmpty())
        return;
    const QAbstractItemModel &model = *m_view.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (keyOf(model, row) != m_top)
            continue;
        m_view.doItemsLayout(); // the scroll bar must know of the new rows first
        m_view.verticalScrollBar()->setValue(m_view.verticalHeader()->sectionPosition(row) - m_topPlace);
        return;
    }
}

void ViewKeeper::chooseNeighbour()
{
    // Qt moves the current row to a neighbour of the one removed, but leaves nothing selected.
    if (m_hadChosen && !m_view.selectionModel()->hasSelection() && m_view.currentIndex().isValid())
        chooseRow(m_view, m_view.currentIndex().row());
}

void ViewKeeper::rememberAll()
{
    m_before = selectedKeys();
    m_scrollBefore = m_view.verticalScrollBar()->value();
}

void ViewKeeper::restoreAll()
{
    if (!m_before.isEmpty() && select(m_before)) {
        m_view.doItemsLayout();
        m_view.verticalScrollBar()->setValue(m_scrollBefore);
    }
}

QStringList ViewKeeper::selectedKeys() const
{
    QStringList keys;
    const QModelIndexList rows = m_view.selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        keys.append(row.data(models::KeyRole).toString());
    return keys;
}

void ViewKeeper::want(const QStringList &keys, int scroll)
{
    m_wanted = keys;
    m_wantedScroll = scroll;
    takeWanted();
}

void ViewKeeper::takeWanted()
{
    if (!select(m_wanted))
        return;
    if (m_wantedScroll >= 0) {
        m_view.doItemsLayout();
        m_view.verticalScrollBar()->setValue(m_wantedScroll);
    }
    m_wanted.clear();
}

void ViewKeeper::settle()
{
    takeWanted();
    m_wanted.clear();
    if (selectedKeys().isEmpty() && m_view.model()->rowCount() > 0)
        chooseRow(m_view, 0);
}

bool ViewKeeper::select(const QStringList &keys)
{
    if (keys.isEmpty())
        return false;
    const QAbstractItemModel &model = *m_view.model();
    const QSet<QString> wanted(keys.cbegin(), keys.cend());
    QItemSelection selection;
    QModelIndex first;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (!wanted.contains(index.data(models::KeyRole).toString()))
            continue;
        selection.select(index, index.siblingAtColumn(model.columnCount() - 1));
        if (!first.isValid() || index.data(models::KeyRole).toString() == keys.constFirst())
            first = index;
    }
    if (!first.isValid())
        return false;
    m_view.selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    return true;
}

} // namespace ui
