// SPDX-License-Identifier: Apache-2.0
// Decides about waiting runs: keeps the queue and those held, asks domain::admit(), has the store write the verdict,
// and hands over what may start. A run is handed over only after the store has it as `running`, so none is started
// twice.
#pragma once

#include "app/base/clock.h"
#include "app/engine/approvals/approvalgate.h"
#include "app/engine/book.h"
#include "app/engine/queue/heldruns.h"
#include "app/engine/queue/round.h"
#include "app/store/store.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <memory>

namespace engine {

/// Which waiting runs an engine takes up.
enum class Scope {
    Everything,    ///< All that wait, also from before it started.
    RequestedOnly, ///< Only manual runs requested since the command began, and their steps: the engine of one command.
};

/// Lives on the engine thread.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    /// `alarm` is for held runs.
    Dispatcher(store::Store &store, const Book &book, const base::Clock &clock, std::unique_ptr<Alarm> alarm);

    /// Whom a run has to pass before it has its turn; outlives the dispatcher. None where not set.
    void setGate(ApprovalGate *gate);
    /// Takes up what waits. `engine` is this life's number from Store::registerEngine(); `since` is for
    /// Scope::RequestedOnly.
    void start(qint64 engine, Scope scope, base::Instant since);
    /// Starts nothing any more; quiet() follows, at once if nothing is being started.
    void stop();
    void setGlobalLimit(int limit);
    /// Runs of these kinds only wait: they start whatever the limit is.
    void setPlaceless(const QSet<QString> &types) { m_open.setPlaceless(types); }
    /// Adds runs that were just inserted as queued or held.
    void add(const QList<domain::Run> &runs);
    /// Something that has a say changed.
    void considerSoon() { m_soon.start(0); }
    /// The run is at work since an engine before this one.
    void goesOn(const domain::Run &run, const domain::Automation &automation);
    /// The run's work is over: its place on the machine is free, but another run of the same automation still waits.
    void workEnded(const base::RunId &id);
    /// The run waits for its next attempt; it keeps its turn.
    void rest(const domain::Run &run);
    /// The run has its final row.
    void settled(const base::RunId &id);

Q_SIGNALS:
    /// The store has it as running, by this version of its automation.
    void admitted(const domain::Run &run, const domain::Automation &automation);
    /// A person, or a newer run that replaces it, wants this running run to end.
    void cancelWanted(const base::RunId &id, const QString &why);
    /// Nothing is being started any more.
    void quiet();

private:
    void onChanges(const store::Changes &changes);
    void readAll();
    void readWaiting();
    void readSome(const QList<base::RunId> &ids);
    void readCancelRequests();
    void releaseDue(const QList<base::RunId> &ids);
    void moveHolds(const QHash<base::RunId, base::Instant> &until);
    bool knows(const base::RunId &id) const
    {
        return m_waiting.contains(id) || m_held.contains(id) || m_awaiting.contains(id);
    }
    bool isOurs(const domain::Run &run) const;
    bool isOvertaken(const domain::Run &run) const;
    void take(const domain::Run &run);
    void consider();
    void considerOne(const domain::Run &run, Round &round);
    void hold(domain::Run run, const domain::Admission &admission);
    void replaceOthers(const domain::Run &run);
    void drop(base::RunId id, domain::RunStatus as, const QString &reason);
    void begin(domain::Run run, const domain::Automation &automation);
    void onStarted(const base::Result<domain::Run> &result, const base::RunId &id,
                   const domain::Automation &automation);
    void handOver(const base::RunId &id);
    void onHandedOver(const base::Result<domain::Run> &result, const base::RunId &id);
    void readHandedOver();
    void followElsewhere(const QList<base::RunId> &ids);
    static bool isTransient(const base::Error &error);
    void takeBack(const base::RunId &id);
    void tellWhenQuiet();
    void leave(base::RunId id);

    store::Store &m_store;
    const Book &m_book;
    const base::Clock &m_clock;
    ApprovalGate *m_gate = nullptr;
    HeldRuns m_held;
    WaitingRuns m_waiting;
    QSet<base::RunId> m_awaiting; // approval
    OpenRuns m_open;
    Pace m_pace;
    QTimer m_soon;
    QTimer m_again; // after the store failed
    qint64 m_engine = 0;
    Scope m_scope = Scope::Everything;
    base::Instant m_since;
    int m_limit = 4;
    bool m_running = false;
};

} // namespace engine
