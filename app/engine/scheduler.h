// SPDX-License-Identifier: Apache-2.0
// Plans: when a schedule is due, its slot becomes a run. One heap of due times and one alarm; the next time is computed
// from the planned time, never from now, and every slot is accounted for once.
#pragma once

#include "app/base/clock.h"
#include "app/domain/firing.h"
#include "app/domain/run.h"
#include "app/engine/book.h"
#include "app/engine/clockwork/alarm.h"
#include "app/engine/clockwork/zonewatch.h"
#include "app/engine/draft.h"
#include "app/engine/plan.h"
#include "app/store/schedules.h"

#include <QObject>

#include <memory>
#include <vector>

namespace engine {

/// What a schedule is called in the store: its JSON form, so that an edited one starts afresh.
QString scheduleKey(const domain::Schedule &schedule);

/// Lives on the engine thread.
class Scheduler : public QObject
{
    Q_OBJECT

public:
    Scheduler(const Book &book, const base::Clock &clock, std::unique_ptr<Alarm> alarm, QObject *parent = nullptr);
    ~Scheduler() override;

    /// Takes every schedule of the book from where it was left, works off what was missed, makes the runs of `startup`
    /// triggers, and arms the alarm.
    void start(const QList<store::SchedulePosition> &positions);
    /// Plans nothing any more.
    void stop();
    /// The earliest due time, if any.
    std::optional<base::Instant> nextDue() const;

Q_SIGNALS:
    /// Slots became due. Emitted at once, before anything else is computed.
    void planned(const engine::Plan &plan);

private:
    struct Entry;
    struct Due
    {
        base::Instant at;
        std::shared_ptr<Entry> entry;
        quint64 generation;
    };

    /// What will be handed over at the earliest due time.
    struct Moment
    {
        base::Instant at = base::Instant::max();
        Plan plan;
        std::vector<std::shared_ptr<Entry>> entries;
    };

    void onAlarm();
    void replan();
    void changePause();
    void put(const base::AutomationId &id);
    void renew(const domain::Automation &automation, domain::Zones &zones, Plan &plan);
    void followZones();
    void drop(const base::AutomationId &id);
    bool isPaused(const domain::Automation &automation) const;
    Planning planning() const;
    QList<std::shared_ptr<Entry>> makeEntries(const domain::Automation &automation, domain::Zones &zones);
    std::shared_ptr<Entry> makeEntry(const domain::Automation &automation, const domain::Schedule &schedule,
                                     domain::Zones &zones) const;
    bool leaveOldZones(const base::AutomationId &id, domain::Zones &zones, Plan &plan);
    void collect(Entry &entry, base::Instant until, bool paused, Plan &plan) const;
    void collectBeforeChange(Entry &entry, const domain::Automation &automation, Plan &plan) const;
    void prepareNext();
    void handOver(base::Instant now);
    void tell(const Plan &plan);
    void push(const std::shared_ptr<Entry> &entry);
    void arm();

    const Book &m_book;
    const base::Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    ZoneWatch m_zones;
    QHash<base::AutomationId, QList<std::shared_ptr<Entry>>> m_entries;
    std::vector<Due> m_heap;
    Moment m_next;                                     // always that of the heap's root
    store::Pausing m_everything = store::Pausing::Off; // as far as it was worked off
    bool m_running = false;
};

} // namespace engine
