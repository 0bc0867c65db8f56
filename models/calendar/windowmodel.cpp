// SPDX-License-Identifier: Apache-2.0
#include "models/calendar/windowmodel.h"

#include "models/times.h"

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

int WindowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int WindowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Hits + 1;
}

QString WindowModel::text(const Row &row, int column) const
{
    switch (column) {
    case Name:
        return row.window.name;
    case Effect:
        return effectWord(row.window.effect());
    case When:
        return row.openUntil ? tr("open until %1").arg(futureShort(*row.openUntil, m_now))
               : row.next    ? futureLong(*row.next, m_now)
                             : tr("over");
    case Recurring:
        return row.window.recurring;
    case Scope:
        return row.window.scope.join(u", "_s);
    case Hits:
        return numberText(row.hits);
    }
    return {};
}

QVariant WindowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
        return text(row, index.column());
    case KeyRole:
        return row.window.id;
    case HomeRole:
        return index.column() == Name && !row.home.isEmpty() ? QVariant(row.home) : QVariant();
    case StatusKeyRole:
        return row.openUntil ? u"window.open"_s : row.next ? u"window.planned"_s : u"window.ended"_s;
    case DimmedRole:
        return !row.openUntil && !row.next;
    default:
        return {};
    }
}

QVariant WindowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == KeyRole) {
        static const QHash<int, QString> keys{{Name, u"name"_s},           {Effect, u"effect"_s}, {When, u"next"_s},
                                              {Recurring, u"recurring"_s}, {Scope, u"scope"_s},   {Hits, u"hits"_s}};
        return keys.value(section);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Window");
    case Effect:
        return tr("Effect");
    case When:
        return tr("Next");
    case Recurring:
        return tr("Repeats");
    case Scope:
        return tr("Scope");
    case Hits:
        return tr("Hits");
    }
    return {};
}

WindowModel::Row WindowModel::rowFrom(const domain::MaintenanceWindow &window, const CalendarData &data,
                                      domain::Zones &zones)
{
    Row row{.window = window, .hits = data.hits.value(window.id), .home = data.homes.value(window.id)};
    if (const base::Result<domain::WindowFinder> finder = domain::WindowFinder::make(window, zones)) {
        for (const domain::Occurrence &one : finder->openAt(data.now)) {
            row.openUntil = std::max(one.span.to, row.openUntil.value_or(one.span.to));
        }
        if (const auto next = finder->next(data.now)) {
            row.next = next->span.from;
        }
    }
    return row;
}

void WindowModel::show(const CalendarData &data)
{
    m_now = data.now;
    domain::Zones zones;
    QList<Row> rows;
    for (const domain::MaintenanceWindow &window : data.windows) {
        rows.append(rowFrom(window, data, zones));
    }
    const bool same = rows.size() == m_rows.size() &&
                      std::equal(rows.begin(), rows.end(), m_rows.begin(),
                                 [](const Row &a, const Row &b) { return a.window.id == b.window.id; });
    if (same) {
        m_rows = rows;
        if (!rows.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, Hits));
        }
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int WindowModel::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row &row) { return row.window.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString effectWord(domain::WindowEffect effect)
{
    switch (effect) {
    case domain::WindowEffect::Skip:
    case domain::WindowEffect::OnceAfter:
        return WindowModel::tr("Blocks");
    case domain::WindowEffect::Approve:
        return WindowModel::tr("Asks first");
    case domain::WindowEffect::Notify:
        return WindowModel::tr("Tells");
    case domain::WindowEffect::Execute:
        return WindowModel::tr("Runs as usual");
    }
    Q_UNREACHABLE();
}

} // namespace models
