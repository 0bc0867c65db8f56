// SPDX-License-Identifier: Apache-2.0
// The runs that pass a filter, newest first, read page by page as a view scrolls, and kept up to date. A change of
// filter asks afresh; what an older question still brings is dropped.
#pragma once

#include "models/connections/connectionbook.h"
#include "models/filter.h"
#include "models/parts/changebatch.h"
#include "models/parts/runcells.h"
#include "models/parts/runrows.h"

#include "app/store/store.h"

#include <QAbstractTableModel>

namespace models {

class Sight;

/// Lives on the main thread.
class RunModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Status, Automation, Trigger, Time, Duration, Reason };

    static constexpr int pageSize = 200;

    /// Starts reading at once, without a filter. `store` and `clock` must outlive the model.
    RunModel(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// What was shown stays until the first page of the answer is there.
    void setFilter(RunFilter filter);
    const RunFilter &filter() const { return m_filter; }
    /// Only what may be seen is shown; `sight` must outlive the model. Without one it is everything.
    void setSight(const Sight &sight);
    /// Asks afresh, after failed().
    void reload();

    /// -1 where it is not loaded.
    int rowOf(const base::RunId &id) const { return m_rows.rowOf(id); }
    const domain::Run &run(int row) const { return m_rows.at(row); }

    bool isLoading() const { return m_fetching; }
    /// Where those run that run elsewhere.
    const ConnectionBook &homes() const { return m_homes; }
    /// Over all runs, whatever the filter.
    const store::RunCounts &counts() const { return m_counts; }
    /// How many pass the filter; empty while not all pages have been read.
    std::optional<qint64> matching() const;

Q_SIGNALS:
    void loadingChanged();
    void countsChanged();
    void failed(const base::Error &error);

private:
    void ask();
    void fetch();
    void takePage(const QList<domain::Run> &page);
    void startAfresh(const QList<domain::Run> &runs);
    void appendRuns(const QList<domain::Run> &runs);
    bool passes(const domain::Run &run) const;
    QList<domain::Run> wanted(const QList<domain::Run> &runs) const;
    void setFetching(bool fetching);

    void readBatch(const Batch &batch);
    void readNewest();
    void readAgain();
    void takeBatch(const QList<domain::Run> &runs);
    bool isNewest(const domain::Run &run) const;
    void removeRows(const QList<int> &rows);
    void prependRuns(const QList<domain::Run> &newestFirst);
    void insertLate(const domain::Run &run);
    void endBatch();

    void readUsual(const QList<domain::Run> &runs);
    void readCounts();
    void changeHomes();
    void repaint(const QList<int> &rows, Column first, Column last);
    void tick();
    void startOrStopTick();

    store::Store &m_store;
    const base::Clock &m_clock;
    const Sight *m_sight = nullptr;
    ConnectionBook m_homes;
    RunFilter m_filter;
    RunRows m_rows;
    UsualTimes m_usual;
    store::RunCounts m_counts;
    ChangeBatch m_changes;
    Batch m_batch;
    QTimer m_tick;                       ///< Runs while a loaded run runs or is held until a time.
    std::optional<base::RunId> m_cursor; ///< The last run the store told, also one that the filter hides.
    int m_generation = 0;
    int m_pagesInARow = 0; ///< Read for one fetchMore(), because the filter hid all of them.
    bool m_fetching = false;
    bool m_complete = false;
    bool m_first = true; ///< The next page is the first of its question.
};

} // namespace models
