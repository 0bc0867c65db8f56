// SPDX-License-Identifier: Apache-2.0
#include "models/runmodel.h"

#include "app/base/answer.h"
#include "models/roles.h"
#include "models/sight.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace models {

namespace {

/// So many pages are read on without a single match, before the view has to ask again.
constexpr int mostPagesInARow = 25;

} // namespace

RunModel::RunModel(store::Store &store, const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_clock(clock), m_homes(store), m_changes(store)
{
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &RunModel::tick);
    connect(&m_homes, &ConnectionBook::changed, this, &RunModel::changeHomes);
    connect(&m_changes, &ChangeBatch::ready, this, &RunModel::readBatch);
    ask();
    readCounts();
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(runColumns().size());
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const domain::Run &run = m_rows.at(index.row());
    return role == KeyRole ? run.id.text()
                           : cellOf(runColumns()[static_cast<size_t>(index.column())], role, run,
                                    {m_usual.of(run.automationId), m_clock.now(), m_homes.nameOf(run.connectionId)});
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool known = orientation == Qt::Horizontal && section >= 0 && section < columnCount();
    return known ? headerOf(runColumns()[static_cast<size_t>(section)], role, "models::RunModel") : QVariant();
}

bool RunModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_fetching && !m_first;
}

void RunModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        m_pagesInARow = 0;
        fetch();
    }
}

void RunModel::setFilter(RunFilter filter)
{
    m_filter = std::move(filter);
    m_filter.homeOf = [this](const base::ConnectionId &id) { return m_homes.nameOf(id); };
    ask();
}

/// What a filter asks of names may be otherwise now.
void RunModel::changeHomes()
{
    const bool asked = std::any_of(m_filter.apart.cbegin(), m_filter.apart.cend(),
                                   [](const FilterTerm &term) { return term.field == QLatin1String("connection"); });
    if (asked) {
        ask();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, Automation), index(rowCount() - 1, Automation));
    }
}

void RunModel::reload()
{
    ask();
    readCounts();
}

std::optional<qint64> RunModel::matching() const
{
    if (m_filter.whole.isEmpty() && !m_filter.query.automation) {
        return m_counts.total;
    }
    return m_complete ? std::optional<qint64>(m_rows.size()) : std::nullopt;
}

void RunModel::ask()
{
    ++m_generation;
    m_first = true;
    m_complete = false;
    m_cursor.reset();
    m_pagesInARow = 0;
    if (m_filter.impossible) {
        m_complete = true;
        startAfresh({});
        setFetching(false);
    } else {
        fetch();
    }
}

void RunModel::setSight(const Sight &sight)
{
    m_sight = &sight;
    connect(&sight, &Sight::changed, this, &RunModel::ask);
    ask();
}

void RunModel::fetch()
{
    setFetching(true);
    ++m_pagesInARow;
    store::RunQuery query = m_filter.query;
    query.seenBy = m_sight ? std::optional(m_sight->who()) : std::nullopt;
    query.before = m_cursor;
    query.limit = pageSize;
    const int generation = m_generation;
    base::onAnswer(this, m_store.runs().page(query),
                   [this, generation](const base::Result<QList<domain::Run>> &answer) {
                       if (generation != m_generation) {
                           return;
                       }
                       if (answer) {
                           takePage(*answer);
                       } else if (answer.error().code == base::ErrorCode::NotFound && m_cursor) {
                           ask(); // the run the next page hung on has been deleted
                       } else {
                           setFetching(false);
                           Q_EMIT failed(answer.error());
                       }
                   });
}

void RunModel::takePage(const QList<domain::Run> &page)
{
    m_complete = page.size() < pageSize;
    if (!page.isEmpty()) {
        m_cursor = page.constLast().id;
    }
    const QList<domain::Run> runs = wanted(page);
    if (m_first) {
        startAfresh(runs);
    } else {
        appendRuns(runs);
    }
    if (runs.isEmpty() && !m_complete && m_pagesInARow < mostPagesInARow) {
        fetch();
        return;
    }
    setFetching(false);
    readUsual(runs);
}

void RunModel::startAfresh(const QList<domain::Run> &runs)
{
    m_first = false;
    beginResetModel();
    m_rows.clear();
    m_rows.append(runs);
    endResetModel();
    startOrStopTick();
}

void RunModel::appendRuns(const QList<domain::Run> &runs)
{
    QList<domain::Run> fresh = runs;
    fresh.removeIf([this](const domain::Run &run) { return m_rows.contains(run.id); });
    if (fresh.isEmpty()) {
        return;
    }
    beginInsertRows({}, m_rows.size(), m_rows.size() + static_cast<int>(fresh.size()) - 1);
    m_rows.append(fresh);
    endInsertRows();
    startOrStopTick();
}

bool RunModel::passes(const domain::Run &run) const
{
    return matches(m_filter, run) && (!m_sight || m_sight->sees(run.automationId));
}

QList<domain::Run> RunModel::wanted(const QList<domain::Run> &runs) const
{
    QList<domain::Run> kept = runs;
    kept.removeIf([this](const domain::Run &run) { return !passes(run); });
    return kept;
}

void RunModel::setFetching(bool fetching)
{
    if (m_fetching != fetching) {
        m_fetching = fetching;
        Q_EMIT loadingChanged();
    }
}

} // namespace models
