// SPDX-License-Identifier: Apache-2.0
// The overview of a workspace, kept up to date while somebody looks: read again when rows or the time have moved on,
// worked out on a thread of its own, with pauses between.
#pragma once

#include "app/store/overview/overviews.h"
#include "app/store/store.h"
#include "models/overview/overview.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace models {

class Sight;

/// Lives on the main thread.
class OverviewModel : public QObject
{
    Q_OBJECT

public:
    /// Idle until setWatched(). `store` and `clock` must outlive it.
    OverviewModel(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);
    ~OverviewModel() override;

    enum class Watched { No, Yes };
    /// Nothing is computed while nobody looks; what changed meanwhile is taken in on return.
    void setWatched(Watched watched);
    /// How far ahead the timeline looks.
    void setAhead(base::Millis ahead);
    /// Only what may be seen is shown; `sight` must outlive the model. Without one it is everything.
    void setSight(const Sight &sight);
    /// Asks afresh.
    void reload();

    /// The last answer; empty before the first one.
    const Overview &overview() const { return m_overview; }
    bool isAnswered() const { return m_answered; }
    base::Instant now() const { return m_clock.now(); }

Q_SIGNALS:
    void answered();
    void failed(const base::Error &error);

private:
    void want();
    void ask();
    void askForecast(int generation, const store::OverviewRows &rows);
    void compute(int generation, OverviewQuestion question);
    /// Whether the answer is still wanted, and is one.
    template <typename T> bool goesOn(int generation, const base::Result<T> &answer);
    void take(const Overview &overview);

    store::Store &m_store;
    const base::Clock &m_clock;
    const Sight *m_sight = nullptr;
    Overview m_overview;
    base::Millis m_ahead;
    QTimer m_soon; ///< Until the next question may be asked.
    QTimer m_tick; ///< Time moves on also where nothing happens.
    QElapsedTimer m_took;
    std::chrono::milliseconds m_pause{0};
    std::atomic<int> m_generation{0}; ///< The newest question; one on its way with an older number stops.
    QThreadPool m_pool;               ///< Ends before what its work looks at.
    bool m_watched = false;
    bool m_stale = true;
    bool m_busy = false;
    bool m_answered = false;
};

} // namespace models
