// SPDX-License-Identifier: Apache-2.0
// How the table of runs keeps up with what happens; reading by pages stands in runmodel.cpp.
#include "models/runmodel.h"

#include "app/base/answer.h"
#include "models/parts/ranges.h"
#include "models/roles.h"
#include "models/sight.h"

#include <algorithm>

namespace models {

namespace {

constexpr int usualLength = 20;

} // namespace

void RunModel::readBatch(const Batch &batch)
{
    m_changes.hold();
    m_batch = batch;
    readCounts();
    if (m_batch.allRuns) {
        readNewest();
    } else {
        readAgain();
    }
}

/// Many changed and nobody says which: the newest page shows what is new, then all that is loaded is read again.
void RunModel::readNewest()
{
    store::RunQuery query = m_filter.query;
    query.seenBy = m_sight ? std::optional(m_sight->who()) : std::nullopt;
    query.limit = pageSize;
    base::onAnswer(this, m_store.runs().page(query), [this](const base::Result<QList<domain::Run>> &answer) {
        if (!answer) {
            endBatch();
            Q_EMIT failed(answer.error());
            return;
        }
        for (const domain::Run &run : *answer) {
            m_batch.newRuns.insert(run.id);
        }
        m_batch.runs.clear();
        for (auto run = answer->crbegin(); run != answer->crend(); ++run) {
            m_batch.runs.append(run->id);
        }
        for (const domain::Run &run : m_rows.all()) {
            if (!m_batch.newRuns.contains(run.id)) {
                m_batch.runs.append(run.id);
            }
        }
        readAgain();
    });
}

void RunModel::readAgain()
{
    if (m_batch.runs.isEmpty()) {
        endBatch();
        return;
    }
    base::onAnswer(this, m_store.runs().some(m_batch.runs), [this](const base::Result<QList<domain::Run>> &answer) {
        if (answer) {
            takeBatch(*answer);
        } else {
            Q_EMIT failed(answer.error());
        }
        endBatch();
    });
}

void RunModel::takeBatch(const QList<domain::Run> &runs)
{
    QHash<base::RunId, domain::Run> read;
    for (const domain::Run &run : runs) {
        read.insert(run.id, run);
    }
    QList<int> changed;
    QList<int> leaving;
    QList<domain::Run> fresh;
    QList<domain::Run> late;
    for (const base::RunId &id : std::as_const(m_batch.runs)) {
        const int row = m_rows.rowOf(id);
        const auto found = read.constFind(id);
        const bool shown = found != read.cend() && passes(*found);
        if (row >= 0 && !shown) {
            leaving.append(row);
        } else if (row >= 0 && m_rows.at(row) != *found) {
            if (!domain::isFinal(m_rows.at(row).status)) {
                m_usual.add(*found);
            }
            m_rows.replace(row, *found);
            changed.append(row);
        } else if (row < 0 && shown) {
            (isNewest(*found) ? fresh : late).append(*found);
        }
    }
    const auto newestFirst = [](const domain::Run &a, const domain::Run &b) { return a.seq > b.seq; };
    std::sort(fresh.begin(), fresh.end(), newestFirst);
    std::sort(late.begin(), late.end(), newestFirst);
    if (m_rows.size() == 0 && fresh.size() > pageSize) {
        fresh.remove(pageSize, fresh.size() - pageSize); // pages bring the rest
        m_complete = false;
    }
    repaint(changed, Status, Reason);
    removeRows(leaving);
    for (const domain::Run &run : std::as_const(late)) {
        insertLate(run);
    }
    readUsual(fresh + late);
    prependRuns(fresh);
}

/// History of a remote system is new here, and may yet be older than all that is shown.
bool RunModel::isNewest(const domain::Run &run) const
{
    const bool known = m_rows.size() > 0 || m_complete || m_batch.newRuns.contains(run.id);
    return known && m_rows.placeOf(run) == 0;
}

void RunModel::removeRows(const QList<int> &rows)
{
    const QList<RowRange> ranges = exactRanges(rows);
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        m_rows.remove(range->first, range->last);
        endRemoveRows();
    }
}

void RunModel::prependRuns(const QList<domain::Run> &newestFirst)
{
    // While the first page is under way it may or may not hold them; they stand on top of what is shown meanwhile.
    if (newestFirst.isEmpty()) {
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(newestFirst.size()) - 1);
    m_rows.prepend(newestFirst);
    endInsertRows();
}

/// An older run that passes the filter only now. Behind what is loaded, a page will bring it.
void RunModel::insertLate(const domain::Run &run)
{
    const int row = m_rows.placeOf(run);
    if (row == m_rows.size() && (!m_complete || row >= pageSize)) {
        m_complete = false;
        return;
    }
    beginInsertRows({}, row, row);
    m_rows.insert(row, run);
    endInsertRows();
}

void RunModel::endBatch()
{
    startOrStopTick();
    m_changes.resume();
}

void RunModel::readUsual(const QList<domain::Run> &runs)
{
    QSet<base::AutomationId> unknown;
    for (const domain::Run &run : runs) {
        if (!m_usual.knows(run.automationId)) {
            unknown.insert(run.automationId);
        }
    }
    if (unknown.isEmpty()) {
        return;
    }
    const QList<base::AutomationId> ids(unknown.cbegin(), unknown.cend());
    for (const base::AutomationId &id : ids) {
        m_usual.learn(id, {}); // asked for
    }
    base::onAnswer(this, m_store.runs().histories(ids, usualLength),
                   [this](const base::Result<store::Histories> &answer) {
                       if (!answer) {
                           return; // bars stay away, which says enough; the pages tell what is wrong
                       }
                       for (auto it = answer->cbegin(); it != answer->cend(); ++it) {
                           m_usual.learn(it.key(), it.value());
                       }
                       if (m_rows.size() > 0) {
                           Q_EMIT dataChanged(index(0, Duration), index(m_rows.size() - 1, Duration),
                                              {FractionRole, ExpectedFractionRole});
                       }
                   });
}

void RunModel::readCounts()
{
    base::onAnswer(this, m_store.runs().counts(), [this](const base::Result<store::RunCounts> &answer) {
        if (answer) {
            m_counts = *answer;
            Q_EMIT countsChanged();
        }
    });
}

void RunModel::repaint(const QList<int> &rows, Column first, Column last)
{
    for (const RowRange &range : repaintRanges(rows)) {
        Q_EMIT dataChanged(index(range.first, first), index(range.last, last));
    }
}

void RunModel::tick()
{
    QList<int> rows;
    for (const base::RunId &id : m_rows.ticking()) {
        rows.append(m_rows.rowOf(id));
    }
    repaint(rows, Duration, Duration);
}

void RunModel::startOrStopTick()
{
    if (m_rows.ticking().isEmpty()) {
        m_tick.stop();
    } else if (!m_tick.isActive()) {
        m_tick.start();
    }
}

} // namespace models
