// SPDX-License-Identifier: Apache-2.0
#include "models/automationmodel.h"

#include "models/parts/ranges.h"
#include "models/roles.h"
#include "models/sight.h"
#include "models/times.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace models {

namespace {

/// How long rows are shown in one go, and what is between two goes.
constexpr base::Millis takeFor{3};
constexpr base::Millis takeOnAfter{3};

} // namespace

AutomationModel::AutomationModel(store::Store &store, domain::Catalog catalog, const base::Clock &clock,
                                 QObject *parent)
    : QAbstractTableModel(parent),
      m_catalog(std::move(catalog)),
      m_clock(clock),
      m_pause(store),
      m_homes(store),
      m_reader(store),
      m_midnight(nextMidnight(clock.now())),
      m_lastLook(clock.now())
{
    m_nameOf = [this](const base::AutomationId &id) {
        const int row = rowOf(id);
        return row < 0 ? QString() : m_list.at(row).automation.name;
    };
    m_tick.setInterval(1s);
    m_fireTimer.setSingleShot(true);
    m_takeOn.setSingleShot(true);
    m_takeOn.setInterval(takeOnAfter);
    connect(&m_takeOn, &QTimer::timeout, this, &AutomationModel::takeSome);
    connect(&m_tick, &QTimer::timeout, this, &AutomationModel::tick);
    connect(&m_fireTimer, &QTimer::timeout, this, &AutomationModel::passFires);
    connect(&m_pause, &PauseState::changed, this, &AutomationModel::changePause);
    connect(&m_homes, &ConnectionBook::changed, this, &AutomationModel::changeHomes);
    connect(&m_reader, &AutomationReader::read, this, &AutomationModel::take);
    connect(&m_reader, &AutomationReader::failed, this, &AutomationModel::failed);
    m_reader.readAll();
}

int AutomationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.size());
}

int AutomationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(automationColumns().size());
}

QVariant AutomationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const AutomationRow &row = m_list.at(index.row());
    switch (role) {
    case KeyRole:
        return row.automation.id.text();
    case DimmedRole:
        return row.automation.paused;
    default:
        return cellOf(automationColumns()[static_cast<size_t>(index.column())], role, row,
                      {m_catalog, m_clock.now(), isAllPaused() ? store::Pausing::On : store::Pausing::Off, m_nameOf});
    }
}

QVariant AutomationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool known = orientation == Qt::Horizontal && section >= 0 && section < columnCount();
    return known ? headerOf(automationColumns()[static_cast<size_t>(section)], role, "models::AutomationModel")
                 : QVariant();
}

void AutomationModel::reload()
{
    m_reader.readAll();
}

int AutomationModel::failingCount() const
{
    return static_cast<int>(
        std::count_if(m_list.cbegin(), m_list.cend(), [](const AutomationRow &row) { return row.isFailing(); }));
}

std::optional<AutomationModel::NextFire> AutomationModel::nextFire() const
{
    const AutomationRow *earliest = nullptr;
    for (const AutomationRow &row : m_list) {
        if (row.nextFire && (!earliest || *row.nextFire < *earliest->nextFire)) {
            earliest = &row;
        }
    }
    if (!earliest) {
        return std::nullopt;
    }
    return NextFire{earliest->automation.id, earliest->automation.name, *earliest->nextFire};
}

void AutomationModel::setSight(const Sight &sight)
{
    m_sight = &sight;
    connect(&sight, &Sight::changed, this, &AutomationModel::reload);
}

/// What is hidden is as if it was not there.
AutomationNews AutomationModel::seen(AutomationNews news) const
{
    const auto hidden = [this](const domain::Automation &one) { return !m_sight->sees(one.id); };
    for (const domain::Automation &one : std::as_const(news.automations)) {
        if (hidden(one)) {
            news.removed.insert(one.id);
        }
    }
    if (!news.removed.isEmpty()) { // else the list is not copied
        news.automations.removeIf(hidden);
    }
    return news;
}

void AutomationModel::take(const AutomationNews &everyNews)
{
    const AutomationNews news = m_sight ? seen(everyNews) : everyNews;
    if (!m_loaded) {
        takeAll(news);
        return;
    }
    m_waiting.emplace_back(news);
    if (!m_takeOn.isActive()) {
        m_takeOn.start();
    }
}

/// What came first comes first; after a few milliseconds of it the window paints and hears people.
void AutomationModel::takeSome()
{
    QElapsedTimer since;
    since.start();
    do {
        showPortion();
    } while (!m_waiting.empty() && !since.hasExpired(takeFor.count()));
    if (!m_waiting.empty()) {
        m_takeOn.start();
    }
    settle();
}

void AutomationModel::showPortion()
{
    PortionedNews &news = m_waiting.front();
    if (news.isOfEverything()) {
        news.removeOthers(m_rows.keys());
    }
    const AutomationNews some = news.next([this](const base::AutomationId &id) { return rowOf(id); });
    if (news.isOver()) {
        m_waiting.pop_front();
    }
    showNews(some);
}

void AutomationModel::showNews(const AutomationNews &news)
{
    removeRowsOf(news.removed);
    updateRows(news);
    updateRuns(news);
    repaint(std::exchange(m_touched, {}), Name, Tags);
    repaint(std::exchange(m_ran, {}), Name, History); // Tags are left out: see AutomationFilter
    appendRows(news);
}

void AutomationModel::takeAll(const AutomationNews &news)
{
    beginResetModel();
    for (const domain::Automation &automation : news.automations) {
        m_list.append(makeRow(automation, news.histories));
    }
    m_loaded = true;
    renumber();
    endResetModel();
    settle();
    Q_EMIT loaded();
}

void AutomationModel::removeRowsOf(const QSet<base::AutomationId> &ids)
{
    QList<int> rows;
    for (const base::AutomationId &id : ids) {
        if (const int row = rowOf(id); row >= 0) {
            rows.append(row);
        }
    }
    const QList<RowRange> ranges = exactRanges(rows);
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        m_list.remove(range->first, range->last - range->first + 1);
        renumber();
        endRemoveRows();
    }
}

void AutomationModel::updateRows(const AutomationNews &news)
{
    for (const domain::Automation &automation : news.automations) {
        const int row = rowOf(automation.id);
        if (row >= 0 && m_list.at(row).automation != automation) {
            m_list[row].automation = automation;
            m_list[row].home = m_homes.nameOf(automation.connectionId);
            m_list[row].fires = Fires(automation);
            m_list[row].nextFire = nextOf(m_list.at(row).fires);
            m_touched.append(row);
        }
    }
    for (auto it = news.histories.cbegin(); it != news.histories.cend(); ++it) {
        const int row = rowOf(it.key());
        if (row >= 0 && (m_list.at(row).historyUnread || m_list.at(row).history != it.value())) {
            m_list[row].history = it.value();
            m_list[row].historyUnread = false;
            m_list[row].usual = usualTime(it.value());
            m_ran.append(row);
        }
    }
}

void AutomationModel::updateRuns(const AutomationNews &news)
{
    for (const domain::Run &run : news.runs) {
        const int row = rowOf(run.automationId);
        if (row < 0) {
            continue;
        }
        QList<domain::Run> &history = m_list[row].history;
        const auto kept =
            std::find_if(history.begin(), history.end(), [&run](const domain::Run &old) { return old.id == run.id; });
        if (kept != history.end() && *kept != run) {
            *kept = run;
            m_list[row].usual = usualTime(history);
            m_ran.append(row);
        }
    }
    if (news.goneRuns.isEmpty()) {
        return;
    }
    for (int row = 0; row < m_list.size(); ++row) {
        const auto gone = [&news](const domain::Run &run) { return news.goneRuns.contains(run.id); };
        if (std::any_of(m_list.at(row).history.cbegin(), m_list.at(row).history.cend(), gone)) {
            m_list[row].history.removeIf(gone);
            m_list[row].usual = usualTime(m_list.at(row).history);
            m_ran.append(row);
        }
    }
}

void AutomationModel::appendRows(const AutomationNews &news)
{
    QList<AutomationRow> fresh;
    for (const domain::Automation &automation : news.automations) {
        if (rowOf(automation.id) < 0) {
            fresh.append(makeRow(automation, news.histories));
        }
    }
    if (fresh.isEmpty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_list += fresh;
    renumber(first);
    endInsertRows();
}

AutomationRow AutomationModel::makeRow(const domain::Automation &automation, const store::Histories &histories) const
{
    AutomationRow row;
    row.automation = automation;
    row.home = m_homes.nameOf(automation.connectionId);
    row.history = histories.value(automation.id);
    row.historyUnread = !histories.contains(automation.id);
    row.usual = usualTime(row.history);
    row.fires = Fires(automation);
    row.nextFire = nextOf(row.fires);
    return row;
}

void AutomationModel::renumber(int from)
{
    if (from == 0) {
        m_rows.clear();
    }
    for (int row = from; row < m_list.size(); ++row) {
        m_rows.insert(m_list.at(row).automation.id, row);
    }
}

void AutomationModel::repaint(const QList<int> &rows, Column first, Column last, const QList<int> &roles)
{
    for (const RowRange &range : repaintRanges(rows)) {
        Q_EMIT dataChanged(index(range.first, first), index(range.last, last), roles);
    }
}

void AutomationModel::settle()
{
    const bool running =
        std::any_of(m_list.cbegin(), m_list.cend(), [](const AutomationRow &row) { return row.isRunning(); });
    if (running && !m_tick.isActive()) {
        m_tick.start();
    } else if (!running) {
        m_tick.stop();
    }
    armNextFire();
    Q_EMIT summaryChanged();
}

std::optional<base::Instant> AutomationModel::nextOf(const Fires &fires) const
{
    return isAllPaused() ? std::nullopt : fires.next(m_clock.now());
}

void AutomationModel::changePause()
{
    for (AutomationRow &line : m_list) {
        line.nextFire = nextOf(line.fires);
    }
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, Next), index(rowCount() - 1, Next));
    }
    armNextFire();
    Q_EMIT summaryChanged();
}

void AutomationModel::changeHomes()
{
    QList<int> renamed;
    for (int row = 0; row < m_list.size(); ++row) {
        const QString home = m_homes.nameOf(m_list.at(row).automation.connectionId);
        if (std::exchange(m_list[row].home, home) != home) {
            renamed.append(row);
        }
    }
    repaint(renamed, Name, Name);
}

void AutomationModel::armNextFire()
{
    const std::optional<NextFire> next = nextFire();
    const base::Instant due = next ? std::min(next->at, m_midnight) : m_midnight;
    // Looked at once a minute at least, because the civil clock may be set.
    m_fireTimer.start(std::clamp<base::Millis>(due - m_clock.now(), 1ms, 60s));
}

void AutomationModel::passFires()
{
    const base::Instant now = m_clock.now();
    const bool setBack = now < std::exchange(m_lastLook, now);
    QList<int> passed;
    for (int row = 0; row < m_list.size(); ++row) {
        AutomationRow &line = m_list[row];
        if (line.nextFire && (setBack || *line.nextFire <= now)) {
            line.nextFire = nextOf(line.fires);
            passed.append(row);
        }
    }
    repaint(passed, Next, Next);
    if (nextMidnight(now) != m_midnight) {
        m_midnight = nextMidnight(now);
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0, LastRun), index(rowCount() - 1, Next)); // "Fri 01:30" is now "01:30"
        }
    }
    if (!passed.isEmpty()) {
        Q_EMIT summaryChanged();
    }
    armNextFire();
}

void AutomationModel::tick()
{
    QList<int> running;
    for (int row = 0; row < m_list.size(); ++row) {
        if (m_list.at(row).isRunning()) {
            running.append(row);
        }
    }
    repaint(running, LastRun, History, {SecondaryTextRole, BarsRole});
}

} // namespace models
