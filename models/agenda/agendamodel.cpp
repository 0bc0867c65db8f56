// SPDX-License-Identifier: Apache-2.0
#include "models/agenda/agendamodel.h"

#include "app/base/answer.h"
#include "models/agenda/agendacells.h"
#include "models/sight.h"

#include <QPromise>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models {

namespace {

constexpr auto leastPause = 1s;
/// A span with more slots than this is looked at as far as they reach.
constexpr qsizetype mostSlots = 200'000;

/// What is shown is worked out anew this often even if nothing comes due: times come in at the far end.
constexpr auto longestAsOf = 5min;

} // namespace

AgendaModel::AgendaModel(store::Store &store, domain::Catalog catalog, const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_catalog(std::move(catalog)), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_tick.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &AgendaModel::ask);
    connect(&m_tick, &QTimer::timeout, this, &AgendaModel::tick);
    connect(&store, &store::Store::changed, this, &AgendaModel::want, Qt::QueuedConnection);
}

AgendaModel::~AgendaModel()
{
    ++m_generation; // What is being computed stops, and the pool waits for it.
}

int AgendaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AgendaModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : agendaColumnCount();
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const AgendaRow &row = m_rows.at(index.row());
    return agendaCell(row, index.column(), role, {kindOf(row), m_clock.now()});
}

QVariant AgendaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool known = orientation == Qt::Horizontal && section >= 0 && section < columnCount();
    return known ? agendaHeader(section, role) : QVariant();
}

Qt::ItemFlags AgendaModel::flags(const QModelIndex &index) const
{
    const bool caption = index.isValid() && m_rows.at(index.row()).isCaption();
    return caption ? Qt::ItemNeverHasChildren : QAbstractTableModel::flags(index);
}

RowKind AgendaModel::kindOf(const AgendaRow &row) const
{
    if (row.isFold()) {
        return m_open.contains(row.key()) ? UnfoldedRow : FoldedRow;
    }
    return row.inner ? InnerRow : ItemRow;
}

int AgendaModel::headOf(int row) const
{
    while (m_rows.at(row).inner) {
        --row;
    }
    return row;
}

void AgendaModel::setFold(int row, Fold fold)
{
    const AgendaRow head = m_rows.at(row);
    if (!head.isFold() || isOpen(row) == (fold == Fold::Open)) {
        return;
    }
    const int first = row + 1;
    const int last = row + static_cast<int>(head.folded.size());
    if (fold == Fold::Open) {
        const QList<AgendaRow> inner = unfolded(head);
        beginInsertRows({}, first, last);
        m_open.insert(head.key());
        m_rows = m_rows.first(first) + inner + m_rows.sliced(first);
        endInsertRows();
    } else {
        beginRemoveRows({}, first, last);
        m_open.remove(head.key());
        m_rows.remove(first, last - row);
        endRemoveRows();
    }
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1), {RowKindRole, Qt::AccessibleTextRole});
}

void AgendaModel::setWatched(Watched watched)
{
    m_watched = watched == Watched::Yes;
    if (!m_watched) {
        m_tick.stop();
        return;
    }
    m_tick.start();
    if (m_stale) {
        want();
    }
}

void AgendaModel::setSpan(std::chrono::days span)
{
    if (m_span != span) {
        m_span = span;
        wantAnother();
    }
}

void AgendaModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    wantAnother();
}

void AgendaModel::reload()
{
    wantAnother();
}

void AgendaModel::want()
{
    m_stale = true;
    if (m_watched && !m_busy && !m_soon.isActive()) {
        m_soon.start(m_settled ? m_pause : 0ms);
    }
}

/// What is being computed is of no use any more.
void AgendaModel::wantAnother()
{
    ++m_generation;
    m_busy = false;
    m_settled = false;
    m_soon.stop();
    want();
}

void AgendaModel::ask()
{
    if (!m_watched || m_busy) {
        return;
    }
    m_busy = true;
    m_stale = false;
    m_asOf = m_clock.now();
    m_took.start();
    const int generation = ++m_generation;
    base::onAnswer(this, m_store.forecasts().input(),
                   [this, generation](const base::Result<domain::ForecastInput> &input) {
                       if (goesOn(generation, input)) {
                           compute(generation, *input);
                       }
                   });
}

void AgendaModel::setSight(const Sight &sight)
{
    m_sight = &sight;
    connect(&sight, &Sight::changed, this, &AgendaModel::reload);
}

template <typename T> bool AgendaModel::goesOn(int generation, const base::Result<T> &answer)
{
    if (generation != m_generation) {
        return false;
    }
    if (!answer) {
        m_busy = false;
        m_stale = true;
        Q_EMIT failed(answer.error());
    }
    return answer.has_value();
}

void AgendaModel::compute(int generation, const domain::ForecastInput &input)
{
    AgendaQuestion question{.input = input, .catalog = m_catalog, .filter = m_filter};
    const base::Instant now = m_clock.now();
    question.input.automations.removeIf(
        [this](const domain::Automation &one) { return m_sight && !m_sight->sees(one.id); });
    question.input.plan(now, now + m_span);
    question.input.mostSlots = mostSlots;
    question.input.isCancelled = [this, generation] { return generation != m_generation; };
    QPromise<base::Result<AgendaAnswer>> promise;
    const QFuture<base::Result<AgendaAnswer>> answer = promise.future();
    promise.start();
    m_pool.start([question = std::move(question), promise = std::make_shared<decltype(promise)>(std::move(promise))] {
        promise->addResult(agendaOf(question));
        promise->finish();
    });
    base::onAnswer(this, answer, [this, generation](const base::Result<AgendaAnswer> &rows) {
        if (goesOn(generation, rows) && !rows->cancelled) {
            take(*rows);
        }
    });
}

void AgendaModel::take(const AgendaAnswer &answer)
{
    m_busy = false;
    m_settled = true;
    m_pause = std::max<std::chrono::milliseconds>(leastPause, 3 * std::chrono::milliseconds(m_took.elapsed()));
    if (m_answer.rows == answer.rows) {
        m_answer = answer;
    } else {
        beginResetModel();
        m_answer = answer;
        m_rows = withOpenFolds(answer.rows);
        endResetModel();
    }
    Q_EMIT answered();
    if (m_stale) {
        want();
    }
}

QList<AgendaRow> AgendaModel::withOpenFolds(const QList<AgendaRow> &rows) const
{
    if (m_open.isEmpty()) {
        return rows;
    }
    QList<AgendaRow> all;
    for (const AgendaRow &row : rows) {
        all.append(row);
        if (row.isFold() && m_open.contains(row.key())) {
            all += unfolded(row);
        }
    }
    return all;
}

void AgendaModel::tick()
{
    const base::Instant now = m_clock.now();
    const auto first = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const auto &row) { return !row.isCaption(); });
    const bool passed = first != m_rows.cend() && first->slot.due() < now;
    if (passed || now < m_asOf || now - m_asOf >= longestAsOf) {
        want();
    }
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Distance), {Qt::DisplayRole}); // and the names of days
    }
}

} // namespace models
