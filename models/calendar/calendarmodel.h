// SPDX-License-Identifier: Apache-2.0
// What a calendar shows of one span, read and worked out afresh whenever rows of the store have changed, on a thread
// of its own. A later question makes an earlier one void.
#pragma once

#include "app/store/store.h"
#include "models/calendar/calendardata.h"
#include "models/connections/connectionbook.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace models {

class Sight;

/// Lives on the main thread.
class CalendarModel : public QObject
{
    Q_OBJECT

public:
    /// Idle until setWatched(). `store` and `clock` must outlive it.
    CalendarModel(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);
    ~CalendarModel() override;

    enum class Watched { No, Yes };
    void setWatched(Watched watched);
    void setSpan(const domain::WindowSpan &span);
    /// Only what may be seen is shown; `sight` must outlive the model. Without one it is everything.
    void setSight(const Sight &sight);
    /// Asks afresh, after failed().
    void reload();

    const CalendarData &data() const { return m_data; }
    /// Whether an answer was ever there.
    bool isSettled() const { return m_settled; }
    base::Instant now() const { return m_clock.now(); }

Q_SIGNALS:
    void answered();
    void failed(const base::Error &error);

private:
    void ask();
    void readElsewhere(int generation, CalendarQuestion question);
    void readRuns(int generation, CalendarQuestion question);
    void compute(int generation, CalendarQuestion question);
    template <typename T> bool goesOn(int generation, const base::Result<T> &answer);

    store::Store &m_store;
    const base::Clock &m_clock;
    ConnectionBook m_homes;
    const Sight *m_sight = nullptr;
    domain::WindowSpan m_span;
    CalendarData m_data;
    QTimer m_soon;
    QTimer m_tick; ///< Windows open and close, and slots come due.
    std::atomic<int> m_generation{0};
    QThreadPool m_pool; ///< Ends before what its work looks at.
    bool m_watched = false;
    bool m_stale = true;
    bool m_settled = false;
};

} // namespace models
