// SPDX-License-Identifier: Apache-2.0
// Stands before the queue: a run that people have to agree to is asked about and waits elsewhere until they have. Ends
// requests whose time is over, also those whose time passed while no engine ran.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"
#include "app/engine/clockwork/alarm.h"
#include "app/store/store.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace engine {

/// What the open windows ask of a run of this automation.
using WindowDemands = std::function<domain::WindowDemand(const domain::Automation &, base::Instant)>;

/// Lives on the engine thread.
class ApprovalGate : public QObject
{
    Q_OBJECT

public:
    ApprovalGate(store::Store &store, const base::Clock &clock, std::unique_ptr<Alarm> alarm,
                 WindowDemands windows = {});

    /// Requests expire from now on.
    void start();
    /// Nothing is asked or ended any more.
    void stop();
    /// Whether people have to agree to this waiting run. Then they are being asked, and it leaves the queue;
    /// answered() or failed() follows.
    bool stops(const domain::Run &run, const domain::Automation &automation);

Q_SIGNALS:
    /// The run as the store has it now: awaiting approval, or, where nobody has to be asked after all, as it was.
    void answered(const domain::Run &run);
    /// The store did not take a question; the queue is to be read again.
    void failed();

private:
    void ask(const base::RunId &run, const domain::WindowDemand &window);
    void onChanges(const store::Changes &changes);
    void expire();
    void arm(const base::Result<std::optional<base::Instant>> &next);

    store::Store &m_store;
    const base::Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    WindowDemands m_windows;
    QSet<base::RunId> m_asking;
    QTimer m_again; // after the store failed
    bool m_running = false;
};

} // namespace engine
