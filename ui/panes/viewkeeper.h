// SPDX-License-Identifier: Apache-2.0
// Keeps what a person looks at in its place: rows that come or go above do not move the ones in sight, a selection
// outlives a model that starts afresh and goes to a neighbour when its row leaves, and the selection of the last
// session comes back with its row.
#pragma once

#include <QObject>
#include <QStringList>

class QAbstractItemModel;
class QTableView;

namespace ui {

/// Rows are known by models::KeyRole.
class ViewKeeper : public QObject
{
    Q_OBJECT

public:
    /// Gives the view its model: it has to hear of what is about to go before the view does.
    ViewKeeper(QTableView &view, QAbstractItemModel &model, QObject *parent = nullptr);

    /// Selects these rows as soon as they are there; where none of them comes, see settle().
    void want(const QStringList &keys, int scroll = -1);
    /// Everything is read: takes what want() asked for, and the first row where nothing is selected.
    void settle();
    QStringList selectedKeys() const;

private:
    void rememberTop();
    void restoreTop();
    void chooseNeighbour();
    void rememberAll();
    void restoreAll();
    void takeWanted();
    bool select(const QStringList &keys);

    QTableView &m_view;
    QString m_top; ///< Key of the uppermost row in sight; empty when the view is at its very top.
    int m_topPlace = 0;
    bool m_hadChosen = false;
    QStringList m_wanted;
    int m_wantedScroll = -1;
    QStringList m_before;
    int m_scrollBefore = 0;
};

} // namespace ui
