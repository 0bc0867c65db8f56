// SPDX-License-Identifier: Apache-2.0
#include "models/automationfilter.h"

#include "models/roles.h"

#include <QDateTime>

namespace models {

namespace {

constexpr qsizetype mostKeys = 3;

int order(const QString &a, const QString &b)
{
    return QString::localeAwareCompare(a, b);
}

template <typename T> int order(const T &a, const T &b)
{
    return a < b ? -1 : (b < a ? 1 : 0);
}

/// Nothing sorts behind everything.
int orderOf(const QVariant &a, const QVariant &b)
{
    if (a.isValid() != b.isValid()) {
        return a.isValid() ? -1 : 1;
    }
    switch (a.typeId()) {
    case QMetaType::QDateTime:
        return order(a.toDateTime(), b.toDateTime());
    case QMetaType::LongLong:
        return order(a.toLongLong(), b.toLongLong());
    default:
        return order(a.toString(), b.toString());
    }
}

} // namespace

AutomationFilter::AutomationFilter(AutomationModel &model, QObject *parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setDynamicSortFilter(true);
    setSourceModel(&model);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row) {
            m_held.remove(m_model.row(row).automation.id);
        }
    });
    // What is compared stands in lessThan() alone, and runs do not change it. By the column that is named here rows are
    // only looked at again where it is among those that changed: not for each run that ends.
    QSortFilterProxyModel::sort(AutomationModel::Tags);
}

void AutomationFilter::setFilter(Filter filter, base::Instant now)
{
    m_filter = std::move(filter);
    m_filteredAt = now;
    invalidateFilter();
}

void AutomationFilter::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= m_model.columnCount()) {
        return;
    }
    QList<SortKey> keys = m_keys;
    keys.removeIf([column](const SortKey &key) { return key.column == column; });
    keys.prepend({column, order});
    setSortKeys(keys);
}

void AutomationFilter::setSortKeys(QList<SortKey> keys)
{
    keys.resize(std::min(keys.size(), mostKeys));
    m_keys = std::move(keys);
    sortAgain();
}

void AutomationFilter::sortAgain()
{
    m_held.clear();
    invalidate();
}

bool AutomationFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_filter.isEmpty() || matches(m_filter, m_model.row(row), m_filteredAt);
}

const QVariantList &AutomationFilter::heldBy(int row) const
{
    QVariantList &held = m_held[m_model.row(row).automation.id];
    if (held.isEmpty()) {
        for (const SortKey &key : m_keys) {
            held.append(m_model.index(row, key.column).data(RawRole));
        }
        held.append(m_model.row(row).automation.name);
    }
    return held;
}

bool AutomationFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariantList a = heldBy(left.row());
    const QVariantList b = heldBy(right.row());
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const int order = orderOf(a.at(i), b.at(i));
        if (order != 0) {
            const bool absent = !a.at(i).isValid() || !b.at(i).isValid(); // at the end, whichever the direction
            return (m_keys.at(i).order == Qt::AscendingOrder || absent) ? order < 0 : order > 0;
        }
    }
    const int byName = order(a.constLast().toString(), b.constLast().toString());
    return byName != 0 ? byName < 0 : m_model.row(left.row()).automation.id < m_model.row(right.row()).automation.id;
}

} // namespace models
