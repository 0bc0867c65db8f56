// SPDX-License-Identifier: Apache-2.0
// The rows of the rail: the panes this program has, and how many things run or wait in each.
#pragma once

#include <QAbstractListModel>

namespace ui {

struct RailEntry
{
    QString key;
    QString title;
    QString icon;
};

class RailModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit RailModel(QList<RailEntry> entries, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    int rowOf(const QString &key) const;
    const RailEntry &entry(int row) const { return m_entries.at(row); }
    /// How many run now, as the badge of pane `key`. An unknown key is left out.
    void setRunning(const QString &key, int count);
    /// The same for what waits for a person.
    void setWaiting(const QString &key, int count);
    /// The same for windows that are open.
    void setOpen(const QString &key, int count);

private:
    QList<RailEntry> m_entries;
    void set(QHash<QString, int> &counts, const QString &key, int count);

    QHash<QString, int> m_running;
    QHash<QString, int> m_waiting;
    QHash<QString, int> m_open;
};

} // namespace ui
