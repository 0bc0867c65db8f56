// SPDX-License-Identifier: Apache-2.0
// Which automations a view shows and in which order. Rows do not move while somebody reads: they are ordered by what
// they held when the order was asked for; new rows are put in by what they hold.
#pragma once

#include "models/automationmodel.h"
#include "models/filter.h"

#include <QSortFilterProxyModel>

namespace models {

/// Lives on the main thread.
class AutomationFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    struct SortKey
    {
        int column = AutomationModel::Name;
        Qt::SortOrder order = Qt::AscendingOrder;
        friend bool operator==(const SortKey &, const SortKey &) = default;
    };

    /// Sorted by name at first.
    explicit AutomationFilter(AutomationModel &model, QObject *parent = nullptr);

    /// Times are counted from `now`.
    void setFilter(Filter filter, base::Instant now);
    const Filter &filter() const { return m_filter; }

    /// Makes `column` the first key; the two before it stay as second and third.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    const QList<SortKey> &sortKeys() const { return m_keys; }
    void setSortKeys(QList<SortKey> keys);
    /// Orders by what the rows hold now.
    void sortAgain();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const QVariantList &heldBy(int row) const;

    AutomationModel &m_model;
    Filter m_filter;
    base::Instant m_filteredAt;
    QList<SortKey> m_keys{{}};
    /// What each row held under the keys when it was first ordered.
    mutable QHash<base::AutomationId, QVariantList> m_held;
};

} // namespace models
