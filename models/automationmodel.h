// SPDX-License-Identifier: Apache-2.0
// Every automation of a store as a row that keeps itself up to date: state, trigger, last run, next fire, history.
// Views sort and filter it through AutomationFilter.
#pragma once

#include "models/connections/connectionbook.h"
#include "models/holds/pausestate.h"
#include "models/parts/automationcells.h"
#include "models/parts/automationreader.h"

#include <QAbstractTableModel>

#include <deque>

namespace models {

class Sight;

/// Lives on the main thread. New rows come at the end; a row keeps its place until rows before it are removed.
class AutomationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Trigger, LastRun, Took, Next, History, Tags };

    /// What the status line and the rail say.
    struct NextFire
    {
        base::AutomationId id;
        QString name;
        base::Instant at;
        friend bool operator==(const NextFire &, const NextFire &) = default;
    };

    /// Starts reading at once. `store` and `clock` must outlive the model.
    AutomationModel(store::Store &store, domain::Catalog catalog, const base::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// -1 where there is none.
    int rowOf(const base::AutomationId &id) const { return m_rows.value(id, -1); }
    const AutomationRow &row(int row) const { return m_list.at(row); }
    const domain::Catalog &catalog() const { return m_catalog; }
    /// By what is loaded.
    const NameOf &nameOf() const { return m_nameOf; }

    /// Where those live that live elsewhere.
    const ConnectionBook &homes() const { return m_homes; }

    /// Only what may be seen is shown; `sight` must outlive the model. Without one it is everything.
    void setSight(const Sight &sight);
    /// Whether everything has been read once.
    bool isLoaded() const { return m_loaded; }
    /// Reads everything again, after failed().
    void reload();
    /// Automations whose last run that came to an end of its own ended badly.
    int failingCount() const;
    /// Empty while everything is paused.
    std::optional<NextFire> nextFire() const;
    /// Whether everything is paused; as long as that is not known, it is not.
    bool isAllPaused() const { return m_pause.isPaused(); }

Q_SIGNALS:
    void loaded();
    void failed(const base::Error &error);
    /// After each batch and whenever a next fire has passed: what is derived from all rows may be other.
    void summaryChanged();

private:
    void take(const AutomationNews &news);
    void takeSome();
    void showPortion();
    void showNews(const AutomationNews &news);
    AutomationNews seen(AutomationNews news) const;
    void takeAll(const AutomationNews &news);
    void removeRowsOf(const QSet<base::AutomationId> &ids);
    /// Both add the rows they touched to m_touched and m_ran.
    void updateRows(const AutomationNews &news);
    void updateRuns(const AutomationNews &news);
    void appendRows(const AutomationNews &news);
    AutomationRow makeRow(const domain::Automation &automation, const store::Histories &histories) const;
    void renumber(int from = 0);
    void repaint(const QList<int> &rows, Column first, Column last, const QList<int> &roles = {});
    void settle();
    std::optional<base::Instant> nextOf(const Fires &fires) const;
    void armNextFire();
    void passFires();
    void changePause();
    void changeHomes();
    void tick();

    domain::Catalog m_catalog;
    NameOf m_nameOf;
    const base::Clock &m_clock;
    PauseState m_pause; ///< Asked for before the rows, so that no row says a time first.
    ConnectionBook m_homes;
    AutomationReader m_reader;
    QList<AutomationRow> m_list;
    QHash<base::AutomationId, int> m_rows;
    std::deque<PortionedNews> m_waiting; ///< What was read and is not shown yet.
    QTimer m_takeOn;                     ///< To the next portions of it.
    QList<int> m_touched;                ///< Rows whose automation the current portion changed.
    QList<int> m_ran;                    ///< Rows of which it changed the runs alone.
    QTimer m_tick;                       ///< Runs while something runs.
    QTimer m_fireTimer;                  ///< To the earliest next fire or midnight.
    base::Instant m_midnight;
    base::Instant m_lastLook; ///< When passFires() last ran; the civil clock may be set back under it.
    bool m_loaded = false;
    const Sight *m_sight = nullptr;
};

} // namespace models
