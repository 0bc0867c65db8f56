// SPDX-License-Identifier: Apache-2.0
// What is found in the logs of many runs, one after the other, newest first: a table that fills while the search goes
// on. A row is a line of a run.
#pragma once

#include "app/search/matcher.h"
#include "app/store/store.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QPromise>

namespace models {

/// Lives on the main thread.
class LogSweep : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WhenColumn, RunColumn, LineColumn, TextColumn, ColumnCount };
    static constexpr qint64 mostHits = 20'000; ///< Over all runs; then the search ends.
    static constexpr qint64 mostOfRun = 1'000;

    /// Both must outlive it.
    LogSweep(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);
    ~LogSweep() override;

    /// Begins anew in these runs. Invalid when nothing can be looked for.
    base::Status look(const search::Query &query, const QList<domain::Run> &runs);
    /// In all runs of an automation.
    base::Status lookInAll(const search::Query &query, const base::AutomationId &automation);
    void stop();
    bool isSearching() const { return m_searching; }
    qint64 searchedRuns() const { return m_searched; }
    bool isFull() const { return m_hits.size() >= mostHits; }

    base::RunId runAt(int row) const { return m_hits.at(row).run.id; }
    qint64 lineAt(int row) const { return m_hits.at(row).line; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// A run more was searched, or the search has ended.
    void progressed();
    void failed(const base::Error &error);

private:
    struct Hit
    {
        domain::Run run;
        qint64 line = 0;
        QString text;
    };
    struct Found
    {
        qint64 line = 0;
        QString text;
    };
    using Part = QList<Found>;

    base::Status begin(const search::Query &query);
    void readPage();
    void next();
    void searchRun(const domain::Run &run);
    void take();
    void end();

    store::Store &m_store;
    const base::Clock &m_clock;
    std::shared_ptr<const search::Matcher> m_matcher;
    std::optional<base::AutomationId> m_automation; ///< While it has more runs.
    QList<domain::Run> m_runs;                      ///< Still to be searched.
    domain::Run m_run;                              ///< Being searched.
    std::shared_ptr<QPromise<Part>> m_parts;
    QFutureWatcher<Part> m_watcher;
    QFuture<base::Result<qint64>> m_search;
    QList<Hit> m_hits;
    int m_taken = 0;
    int m_generation = 0;
    qint64 m_searched = 0;
    bool m_searching = false;
};

} // namespace models
