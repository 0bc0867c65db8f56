// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/railmodel.h"

#include "models/roles.h"

namespace ui {

using namespace Qt::StringLiterals;

RailModel::RailModel(QList<RailEntry> entries, QObject *parent)
    : QAbstractListModel(parent), m_entries(std::move(entries))
{
}

int RailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant RailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RailEntry &entry = m_entries.at(index.row());
    const int running = m_running.value(entry.key);
    const int waiting = m_waiting.value(entry.key);
    const int open = m_open.value(entry.key);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return running > 0   ? tr("%1, %n running", nullptr, running).arg(entry.title)
               : waiting > 0 ? tr("%1, %n waiting", nullptr, waiting).arg(entry.title)
               : open > 0    ? tr("%1, %n open", nullptr, open).arg(entry.title)
                             : entry.title;
    case models::KeyRole:
        return entry.key;
    case models::IconNameRole:
        return entry.icon;
    case models::RowKindRole:
        return int(models::ItemRow);
    case models::CountRole:
        return running > 0 ? running : waiting > 0 ? waiting : open;
    case models::CountFamilyRole:
        return running > 0 ? u"active"_s : waiting > 0 ? u"ask"_s : u"window"_s;
    default:
        return {};
    }
}

int RailModel::rowOf(const QString &key) const
{
    const auto found =
        std::find_if(m_entries.cbegin(), m_entries.cend(), [&](const RailEntry &e) { return e.key == key; });
    return found == m_entries.cend() ? -1 : int(found - m_entries.cbegin());
}

void RailModel::setRunning(const QString &key, int count)
{
    set(m_running, key, count);
}

void RailModel::setWaiting(const QString &key, int count)
{
    set(m_waiting, key, count);
}

void RailModel::setOpen(const QString &key, int count)
{
    set(m_open, key, count);
}

void RailModel::set(QHash<QString, int> &counts, const QString &key, int count)
{
    const int row = rowOf(key);
    if (row < 0 || counts.value(key) == count)
        return;
    counts.insert(key, count);
    Q_EMIT dataChanged(index(row), index(row));
}

} // namespace ui
