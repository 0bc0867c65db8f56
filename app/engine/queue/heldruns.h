// SPDX-License-Identifier: Apache-2.0
// Runs that are held, and the one alarm that tells when their time has come. Those without a time are only kept. A hold
// that is a length of time is not prolonged by a clock set back; one until a time of day is.
#pragma once

#include "app/domain/windows/standing.h"
#include "app/engine/clockwork/alarm.h"
#include "app/engine/queue/lapse.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <set>

namespace engine {

/// Lives on the engine thread.
class HeldRuns : public QObject
{
    Q_OBJECT

public:
    HeldRuns(const base::Clock &clock, std::unique_ptr<Alarm> alarm, QObject *parent = nullptr);

    void put(const domain::Run &run);
    void remove(const base::RunId &id);
    void clear();
    bool contains(const base::RunId &id) const { return m_held.contains(id); }
    /// It will be put here once the store has it as held. since: of a hold that is a length of time.
    void expect(const domain::Run &run, std::optional<base::Instant> since);
    bool expects(const base::RunId &id) const { return m_expected.contains(id); }
    /// The store did not take it as held.
    void unexpect(const base::RunId &id);
    /// Whether a slot of an automation is held for a window, or will be.
    domain::SlotHeld slotOf(const base::AutomationId &automation) const
    {
        return m_slots.contains(automation) ? domain::SlotHeld::Yes : domain::SlotHeld::No;
    }
    /// The windows changed: what is held for them ends its hold now, and is asked about again.
    void askAgain();

Q_SIGNALS:
    /// Their time has come, earliest first. They stay until they are removed, and are told of once.
    void due(const QList<base::RunId> &ids);
    /// They end at these times now: the clock was set back, or the windows changed.
    void moved(const QHash<base::RunId, base::Instant> &until);

private:
    struct Held
    {
        std::optional<base::Instant> until;
        std::optional<Lapse> lapse; ///< Where it is a length of time.
        base::Millis length{0};
        bool forWindow = false;
    };

    void look();
    void onStep();
    void letGoIfStale(const base::RunId &id, int expectedIn);
    std::optional<base::Instant> shortened(const Held &held) const;
    void arm();

    const base::Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    QTimer m_now; // for what is due already
    QHash<base::RunId, Held> m_held;
    QHash<base::AutomationId, base::RunId> m_slots;      // held for a window
    QHash<base::RunId, int> m_expected;                  // the round of windows each was judged in
    int m_round = 0;                                     // of windows: one more with each change of theirs
    std::set<std::pair<base::Instant, QString>> m_order; // of those that were not told of
};

} // namespace engine
