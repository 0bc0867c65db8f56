// SPDX-License-Identifier: Apache-2.0
// The maintenance windows as a table: what they do, for whom, when they repeat, and whether they are open.
#pragma once

#include "models/calendar/calendardata.h"
#include "models/roles.h"

#include <QAbstractTableModel>

namespace models {

class WindowModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Effect, When, Recurring, Scope, Hits };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Rows that stay keep their place.
    void show(const CalendarData &data);
    const domain::MaintenanceWindow &window(int row) const { return m_rows.at(row).window; }
    /// -1 where it is not there.
    int rowOf(const QString &id) const;

private:
    struct Row
    {
        domain::MaintenanceWindow window;
        std::optional<base::Instant> openUntil;
        std::optional<base::Instant> next;
        int hits = 0;
        QString home = {};

        friend bool operator==(const Row &, const Row &) = default;
    };

    static Row rowFrom(const domain::MaintenanceWindow &window, const CalendarData &data, domain::Zones &zones);
    QString text(const Row &row, int column) const;

    QList<Row> m_rows;
    base::Instant m_now;
};

/// `Blocks`, `Asks first`, `Tells`, `Runs as usual`.
QString effectWord(domain::WindowEffect effect);

} // namespace models
