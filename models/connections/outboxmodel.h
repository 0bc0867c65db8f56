// SPDX-License-Identifier: Apache-2.0
// What waits to be sent to one remote system, oldest first: what it is, why it is not sent, since when.
#pragma once

#include "app/base/clock.h"
#include "app/store/mirrors/outbox.h"

#include <QAbstractTableModel>

namespace models {

/// What the task does: `Change`, `Run` …
QString taskText(store::TaskKind kind);
/// Why it is not sent yet and when it is tried again; what is the store's own sentence is translated.
QString waitText(const store::OutboxEntry &entry, base::Instant now);
/// What is lost when it is given up.
QString givenUpText(const store::OutboxEntry &entry);

/// Lives on the main thread. Reads nothing by itself.
class OutboxModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Automation, What, WaitsFor, Tries, Since };

    explicit OutboxModel(const base::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setEntries(const QList<store::OutboxEntry> &entries);
    const store::OutboxEntry &entry(int row) const { return m_entries.at(row); }
    /// -1 where it is not there.
    int rowOf(qint64 task) const;

private:
    QVariant text(const store::OutboxEntry &entry, int column) const;

    const base::Clock &m_clock;
    QList<store::OutboxEntry> m_entries;
};

} // namespace models
