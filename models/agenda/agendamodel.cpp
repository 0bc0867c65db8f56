// SPDX-License-Identifier: Apache-2.0
#include "models/agenda/agendamodel.h"

#include "app/base/answer.h"
#include "models/agenda/agendawords.h"
#include "models/roles.h"
#include "models/times.h"

#include <QCoreApplication>
#include <QPromise>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models {

namespace {

constexpr auto leastPause = 1s;
/// A span with more slots than this is looked at as far as they reach.
constexpr qsizetype mostSlots = 200'000;

struct ColumnSpec
{
    using Cell = QVariant (*)(const AgendaRow &, base::Instant now);
    const char *key;
    const char *title;
    Qt::AlignmentFlag alignment = Qt::AlignLeft;
    Cell display = nullptr;
    Cell raw = nullptr;
};

QVariant dueText(const AgendaRow &row, base::Instant)
{
    return agendaTimeText(row.slot.due());
}

QVariant dueRaw(const AgendaRow &row, base::Instant)
{
    return localTime(row.slot.due());
}

QVariant distanceText(const AgendaRow &row, base::Instant now)
{
    return distance(row.slot.due(), now);
}

QVariant automationName(const AgendaRow &row, base::Instant)
{
    return row.name;
}

QVariant zoneText(const AgendaRow &row, base::Instant)
{
    return row.zone.isEmpty() ? QString() : u"%1 %2"_s.arg(row.there, row.zone);
}

QVariant decisionText(const AgendaRow &row, base::Instant)
{
    return agendaDecisionText(row);
}

QVariant decisionRaw(const AgendaRow &row, base::Instant)
{
    return domain::decisionWord(row.slot.decision);
}

QVariant durationText(const AgendaRow &row, base::Instant)
{
    return agendaDurationText(row);
}

QVariant durationRaw(const AgendaRow &row, base::Instant)
{
    return row.took.learned ? QVariant(qint64(row.took.duration.count())) : QVariant();
}

/// In the order of AgendaModel::Column.
constexpr std::array columns{
    ColumnSpec{"due", QT_TRANSLATE_NOOP("models::AgendaModel", "Due"), Qt::AlignLeft, dueText, dueRaw},
    ColumnSpec{"distance", QT_TRANSLATE_NOOP("models::AgendaModel", "In"), Qt::AlignLeft, distanceText, dueRaw},
    ColumnSpec{"automation", QT_TRANSLATE_NOOP("models::AgendaModel", "Automation"), Qt::AlignLeft, automationName,
               automationName},
    ColumnSpec{"zone", QT_TRANSLATE_NOOP("models::AgendaModel", "There"), Qt::AlignLeft, zoneText, zoneText},
    ColumnSpec{"what", QT_TRANSLATE_NOOP("models::AgendaModel", "What happens"), Qt::AlignLeft, decisionText,
               decisionRaw},
    ColumnSpec{"duration", QT_TRANSLATE_NOOP("models::AgendaModel", "Takes"), Qt::AlignRight, durationText,
               durationRaw},
};

QVariant captionData(const AgendaRow &row, int role, base::Instant now)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return agendaDayText(row.caption, now);
    case KeyRole:
        return row.key();
    case RowKindRole:
        return int(CaptionRow);
    default:
        return {};
    }
}

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
    return parent.isValid() ? 0 : static_cast<int>(m_answer.rows.size());
}

int AgendaModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns.size());
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const AgendaRow &row = m_answer.rows.at(index.row());
    if (row.isCaption()) {
        return captionData(row, role, m_clock.now());
    }
    const ColumnSpec &column = columns[static_cast<size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.display(row, m_clock.now());
    case RawRole:
        return column.raw(row, m_clock.now());
    case StatusKeyRole:
        return index.column() == What ? QVariant(agendaStatusKey(row)) : QVariant();
    case IconNameRole:
        return index.column() == Automation ? QVariant(row.icon) : QVariant();
    case DimmedRole:
        return row.slot.decision == domain::Decision::Skip;
    case KeyRole:
        return row.key();
    case RowKindRole:
        return int(ItemRow);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(column.alignment | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant AgendaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const ColumnSpec &column = columns[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return QCoreApplication::translate("models::AgendaModel", column.title);
    case KeyRole:
        return QString::fromLatin1(column.key);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(column.alignment | Qt::AlignVCenter));
    default:
        return {};
    }
}

Qt::ItemFlags AgendaModel::flags(const QModelIndex &index) const
{
    const bool caption = index.isValid() && m_answer.rows.at(index.row()).isCaption();
    return caption ? Qt::ItemNeverHasChildren : QAbstractTableModel::flags(index);
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
    m_took.start();
    const int generation = ++m_generation;
    base::onAnswer(this, m_store.forecasts().input(),
                   [this, generation](const base::Result<domain::ForecastInput> &input) {
                       if (goesOn(generation, input)) {
                           compute(generation, *input);
                       }
                   });
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
    question.input.from = m_clock.now();
    question.input.to = question.input.from + m_span;
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
        endResetModel();
    }
    Q_EMIT answered();
    if (m_stale) {
        want();
    }
}

void AgendaModel::tick()
{
    if (rowCount() == 0) {
        return;
    }
    const auto first = std::find_if(m_answer.rows.cbegin(), m_answer.rows.cend(),
                                    [](const AgendaRow &row) { return !row.isCaption(); });
    if (first->slot.due() < m_clock.now()) {
        want();
    }
    Q_EMIT dataChanged(index(0, Distance), index(rowCount() - 1, Distance), {Qt::DisplayRole});
}

} // namespace models
