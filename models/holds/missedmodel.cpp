// SPDX-License-Identifier: Apache-2.0
#include "models/holds/missedmodel.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/roles.h"
#include "models/sight.h"
#include "models/times.h"

using namespace Qt::StringLiterals;

namespace models {

MissedModel::MissedModel(store::Store &store, const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_clock(clock), m_changes(store)
{
    connect(&m_changes, &ChangeBatch::ready, this, &MissedModel::read);
    read();
}

void MissedModel::read()
{
    m_changes.hold();
    base::onAnswer(this, m_store.runs().waiting(), [this](const base::Result<QList<domain::Run>> &waiting) {
        if (waiting) {
            take(*waiting);
        }
        m_changes.resume();
    });
}

void MissedModel::setSight(const Sight &sight)
{
    m_sight = &sight;
    connect(&sight, &Sight::changed, this, &MissedModel::read);
}

void MissedModel::take(const QList<domain::Run> &waiting)
{
    QList<domain::Run> runs = waiting;
    runs.removeIf([this](const domain::Run &run) {
        return !domain::waitsForDecision(run) || (m_sight && !m_sight->sees(run.automationId));
    });
    if (runs == m_runs) {
        return;
    }
    beginResetModel();
    m_runs = runs;
    QSet<base::RunId> known;
    for (const domain::Run &run : std::as_const(m_runs)) {
        known.insert(run.id);
    }
    m_unticked.intersect(known);
    endResetModel();
    Q_EMIT changed();
}

int MissedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int MissedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Ago + 1;
}

QVariant MissedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const domain::Run &run = m_runs.at(index.row());
    const base::Instant missed = run.plannedFor.value_or(run.queuedAt);
    if (role == KeyRole) {
        return run.id.text();
    }
    if (role == Qt::CheckStateRole && index.column() == Automation) {
        return m_unticked.contains(run.id) ? Qt::Unchecked : Qt::Checked;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Automation:
        return run.automationName;
    case Missed:
        return pastExact(missed, m_clock.now());
    default:
        return distance(missed, m_clock.now());
    }
}

bool MissedModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != Automation) {
        return false;
    }
    const base::RunId &id = m_runs.at(index.row()).id;
    if (value.toInt() == Qt::Checked) {
        m_unticked.remove(id);
    } else {
        m_unticked.insert(id);
    }
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT changed();
    return true;
}

QVariant MissedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Automation:
        return tr("Automation");
    case Missed:
        return tr("Was due");
    default:
        return tr("Since");
    }
}

Qt::ItemFlags MissedModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Automation ? flags | Qt::ItemIsUserCheckable : flags;
}

void MissedModel::tickAll(Tick tick)
{
    m_unticked.clear();
    if (tick == Tick::Off) {
        for (const domain::Run &run : std::as_const(m_runs)) {
            m_unticked.insert(run.id);
        }
    }
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, Automation), index(rowCount() - 1, Automation), {Qt::CheckStateRole});
    }
    Q_EMIT changed();
}

QList<base::RunId> MissedModel::withTick(Tick tick) const
{
    QList<base::RunId> ids;
    for (const domain::Run &run : m_runs) {
        if (m_unticked.contains(run.id) == (tick == Tick::Off)) {
            ids.append(run.id);
        }
    }
    return ids;
}

} // namespace models
