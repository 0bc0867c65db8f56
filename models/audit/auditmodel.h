// SPDX-License-Identifier: Apache-2.0
// Who did what, newest first, read page by page as a view scrolls; what is new comes on top.
#pragma once

#include "app/store/audit.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace store {
class Store;
}

namespace models {

/// What an action of the audit is called; its own word where it is not known.
QString auditActionText(const QString &action);

/// From where something was done: `window`, `token ci`.
QString auditOriginText(const QString &origin);

/// Lives on the main thread.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, Detail, From, Subject };

    static constexpr int pageSize = 200;

    /// Reads at once. `store` and `clock` must outlive it.
    AuditModel(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Words that all must occur.
    void setFilter(const QString &words);
    void reload();
    bool isLoading() const { return m_fetching; }
    const store::AuditEntry &entry(int row) const { return m_entries.at(row); }

Q_SIGNALS:
    void changed();
    void failed(const base::Error &error);

private:
    void fetch();
    void readNewest();
    void take(const QList<store::AuditEntry> &page);

    store::Store &m_store;
    const base::Clock &m_clock;
    QList<store::AuditEntry> m_entries;
    QTimer m_soon;
    QString m_words;
    int m_generation = 0;
    bool m_fetching = false;
    bool m_complete = false;
};

} // namespace models
