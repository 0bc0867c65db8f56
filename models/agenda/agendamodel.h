// SPDX-License-Identifier: Apache-2.0
// What is planned from now on, as a table: worked out on a thread of its own whenever rows of the store or the time
// have moved on, with pauses between. A later question stops an earlier one; late answers are dropped. Folds open and
// close, and stay so.
#pragma once

#include "app/store/store.h"
#include "models/agenda/agendarows.h"
#include "models/roles.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace models {

class Sight;

/// Lives on the main thread.
class AgendaModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Due, Distance, Automation, Zone, What, Duration };

    /// Idle until setWatched(). `store` and `clock` must outlive it.
    AgendaModel(store::Store &store, domain::Catalog catalog, const base::Clock &clock, QObject *parent = nullptr);
    ~AgendaModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Captions can't be chosen.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    enum class Watched { No, Yes };
    /// Nothing is computed while nobody looks; what changed meanwhile is taken in on return.
    void setWatched(Watched watched);
    void setSpan(std::chrono::days span);
    std::chrono::days span() const { return m_span; }
    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }
    /// Only what may be seen is shown; `sight` must outlive the model. Without one it is everything.
    void setSight(const Sight &sight);
    /// Asks afresh, after failed().
    void reload();

    const AgendaRow &row(int row) const { return m_rows.at(row); }
    /// The answer on the screen.
    const AgendaAnswer &answer() const { return m_answer; }
    bool isOpen(int row) const { return m_open.contains(m_rows.at(row).key()); }
    /// The fold that an inner row lies below; other rows themselves.
    int headOf(int row) const;
    enum class Fold { Open, Closed };
    /// Of a row that is a fold.
    void setFold(int row, Fold fold);
    /// Whether an answer to the current span and filter is there.
    bool isSettled() const { return m_settled; }
    base::Instant now() const { return m_clock.now(); }

Q_SIGNALS:
    /// New rows, or the same ones found again.
    void answered();
    void failed(const base::Error &error);

private:
    void want();
    void wantAnother();
    void ask();
    void compute(int generation, const domain::ForecastInput &input);
    /// Whether the answer is still wanted, and is one.
    template <typename T> bool goesOn(int generation, const base::Result<T> &answer);
    void take(const AgendaAnswer &answer);
    QList<AgendaRow> withOpenFolds(const QList<AgendaRow> &rows) const;
    RowKind kindOf(const AgendaRow &row) const;
    void tick();

    store::Store &m_store;
    domain::Catalog m_catalog;
    const base::Clock &m_clock;
    const Sight *m_sight = nullptr;
    std::chrono::days m_span{7};
    Filter m_filter;
    AgendaAnswer m_answer;
    QList<AgendaRow> m_rows; ///< Those of the answer, with what is in the open folds.
    QSet<QString> m_open;    ///< Keys of the open folds, those that are not listed now too.
    base::Instant m_asOf;    ///< When it was asked for last.
    QTimer m_soon;           ///< Until the next question may be asked.
    QElapsedTimer m_took;
    std::chrono::milliseconds m_pause{0}; ///< Longer where answers take long, so that others have their turn.
    QTimer m_tick;                        ///< Distances move on, and slots come due.
    std::atomic<int> m_generation{0};     ///< The newest question; one on its way with an older number stops.
    QThreadPool m_pool;                   ///< Ends before what its work looks at.
    bool m_watched = false;
    bool m_stale = true;
    bool m_busy = false;
    bool m_settled = false;
};

} // namespace models
