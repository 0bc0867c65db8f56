// SPDX-License-Identifier: Apache-2.0
#include "models/connections/connectionmodel.h"

#include "app/base/answer.h"
#include "app/store/connections/connections.h"
#include "app/store/store.h"
#include "models/automationmodel.h"
#include "models/sight.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr base::Millis gather{50};
constexpr base::Millis countAfter{250};
constexpr base::Millis tickEvery{5000};

} // namespace

ConnectionModel::ConnectionModel(store::Store &store, AutomationModel &automations, const base::Clock &clock,
                                 QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_automations(automations), m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gather);
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(countAfter);
    m_tick.setInterval(tickEvery);
    connect(&m_soon, &QTimer::timeout, this, &ConnectionModel::read);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {SecondaryTextRole, CountTextRole});
    });
    connect(&m_store, &store::Store::changed, this, &ConnectionModel::onChanges, Qt::QueuedConnection);
    connect(&m_countSoon, &QTimer::timeout, this, &ConnectionModel::countAutomations);
    connect(&m_automations, &AutomationModel::summaryChanged, this, [this] {
        if (!m_countSoon.isActive()) {
            m_countSoon.start();
        }
    });
    connect(&m_automations, &AutomationModel::loaded, this, &ConnectionModel::countAutomations);
    read();
}

void ConnectionModel::onChanges(const store::Changes &changes)
{
    const bool ours = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
        return change.table == store::Table::Connections || change.table == store::Table::Outbox ||
               change.table == store::Table::Conflicts;
    });
    if (ours && !m_soon.isActive()) {
        m_soon.start();
    }
}

void ConnectionModel::read()
{
    const int look = ++m_look;
    m_news = {};
    base::onAnswer(this, m_store.connections().list(),
                   [this, look](const base::Result<QList<domain::Connection>> &connections) {
                       take(connections, &News::connections, look);
                   });
    base::onAnswer(this, m_store.mirrors().conflicts(),
                   [this, look](const base::Result<QList<store::Conflict>> &conflicts) {
                       take(conflicts, &News::conflicts, look);
                   });
    base::onAnswer(
        this, m_store.outbox().list(std::nullopt),
        [this, look](const base::Result<QList<store::OutboxEntry>> &entries) { take(entries, &News::entries, look); });
}

template <typename T> void ConnectionModel::take(const base::Result<T> &answer, std::optional<T> News::*part, int look)
{
    if (look != m_look) {
        return; // a later look is under way
    }
    if (!answer) {
        ++m_look;
        Q_EMIT failed(answer.error());
        return;
    }
    m_news.*part = *answer;
    if (m_news.isWhole()) {
        m_known = m_news;
        m_loaded = true;
        arrange();
    }
}

bool ConnectionModel::mayBeSeen(const base::AutomationId &id) const
{
    return !m_sight || m_sight->sees(id);
}

void ConnectionModel::arrange()
{
    QList<ConnectionRow> rows;
    for (const domain::Connection &connection : m_known.connections.value_or(QList<domain::Connection>())) {
        rows.append({.connection = connection, .conflicts = {}, .entries = {}});
    }
    const auto rowFor = [&rows](const base::ConnectionId &id) {
        return std::find_if(rows.begin(), rows.end(),
                            [&id](const ConnectionRow &row) { return row.connection.id == id; });
    };
    for (const store::Conflict &conflict : m_known.conflicts.value_or(QList<store::Conflict>())) {
        if (const auto row = rowFor(conflict.connection); row != rows.end() && mayBeSeen(conflict.automation)) {
            row->conflicts.append(conflict);
        }
    }
    for (const store::OutboxEntry &entry : m_known.entries.value_or(QList<store::OutboxEntry>())) {
        if (const auto row = rowFor(entry.connection); row != rows.end() && mayBeSeen(entry.automation)) {
            row->entries.append(entry);
        }
    }
    showRows(rows);
}

/// Rows that stay keep their place in the view, so that a selection survives.
void ConnectionModel::showRows(const QList<ConnectionRow> &rows)
{
    const auto sameIds = [](const ConnectionRow &a, const ConnectionRow &b) {
        return a.connection.id == b.connection.id;
    };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameIds)) {
        m_rows = rows;
        if (!rows.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
    } else {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    rows.isEmpty() ? m_tick.stop() : m_tick.start();
    countAutomations();
    Q_EMIT changed();
}

void ConnectionModel::countAutomations()
{
    QHash<base::ConnectionId, int> counts;
    for (int row = 0; !m_rows.isEmpty() && row < m_automations.rowCount(); ++row) {
        const base::ConnectionId &home = m_automations.row(row).automation.connectionId;
        if (!home.isEmpty()) {
            ++counts[home];
        }
    }
    bool other = false;
    for (ConnectionRow &row : m_rows) {
        const int count = counts.value(row.connection.id);
        other = other || count != row.automations;
        row.automations = count;
    }
    if (other) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountTextRole});
        Q_EMIT changed();
    }
}

void ConnectionModel::setSight(const Sight &sight)
{
    m_sight = &sight;
    connect(&sight, &Sight::changed, this, &ConnectionModel::arrange);
    arrange();
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ConnectionRow &row = m_rows.at(index.row());
    const base::Instant now = m_clock.now();
    switch (role) {
    case Qt::DisplayRole:
        return row.connection.name;
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(row.connection.name, connectionStateText(row, now), connectionCountText(row, now));
    case SecondaryTextRole:
        return connectionStateText(row, now);
    case StatusKeyRole:
        return connectionStatusKey(row);
    case CountTextRole:
        return connectionCountText(row, now);
    case ProviderRole:
        return row.connection.provider;
    case KeyRole:
        return row.connection.id.text();
    default:
        return {};
    }
}

template <typename Wanted> int ConnectionModel::firstRow(Wanted wanted) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), wanted);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ConnectionModel::rowOf(const base::ConnectionId &id) const
{
    return firstRow([&id](const ConnectionRow &row) { return row.connection.id == id; });
}

RemoteNeeds ConnectionModel::needs() const
{
    RemoteNeeds needs;
    for (const ConnectionRow &row : m_rows) {
        needs.conflicts += static_cast<int>(row.conflicts.size());
        needs.refused += row.refused();
        needs.signIns += row.connection.state == domain::ConnectionState::NeedsLogin ? 1 : 0;
    }
    return needs;
}

int ConnectionModel::rowToDecide() const
{
    return firstRow([](const ConnectionRow &row) { return !row.conflicts.isEmpty() || row.refused() > 0; });
}

int ConnectionModel::rowToSignIn() const
{
    return firstRow(
        [](const ConnectionRow &row) { return row.connection.state == domain::ConnectionState::NeedsLogin; });
}

} // namespace models
