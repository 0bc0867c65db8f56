// SPDX-License-Identifier: Apache-2.0
// Decides about waiting runs: keeps the queue and those held, asks domain::admit(), has the store write the verdict,
// and hands over what may start. A run is handed over only after the store has it as `running`, so none is started
// twice.
#pragma once

#include "app/base/clock.h"
#include "app/domain/admission.h"
#include "app/engine/book.h"
#include "app/engine/heldruns.h"
#include "app/store/store.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <tuple>

namespace engine {

/// Which waiting runs an engine takes up.
enum class Scope {
    Everything,    ///< All that wait, also from before it started.
    RequestedOnly, ///< Only manual runs requested since the command began: the engine of one command.
};

/// Lives on the engine thread.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    /// `alarm` is for held runs.
    Dispatcher(store::Store &store, const Book &book, const base::Clock &clock, std::unique_ptr<Alarm> alarm);

    /// Takes up what waits. `engine` is this life's number from Store::registerEngine(); `since` is for
    /// Scope::RequestedOnly.
    void start(qint64 engine, Scope scope, base::Instant since);
    void stop();
    void setGlobalLimit(int limit);
    /// Adds runs that were just inserted as queued or held.
    void add(const QList<domain::Run> &runs);
    /// The run's work is over: its place on the machine is free, but another run of the same automation still waits.
    void workEnded(const base::RunId &id);
    /// The run has its final row.
    void settled(const base::RunId &id);

Q_SIGNALS:
    /// The store has it as running.
    void admitted(const domain::Run &run, const domain::Automation &automation);
    /// A person, or a newer run that replaces it, wants this running run to end.
    void cancelWanted(const base::RunId &id, const QString &why);

private:
    struct Open
    {
        base::AutomationId automation;
        bool working = true;
    };

    /// Times from which the next slot made up for may start.
    using Spacing = QHash<base::AutomationId, base::Instant>;
    /// By when they were queued, then by their slot.
    using Turn = std::tuple<base::Instant, base::Instant, QString>;

    void onChanges(const store::Changes &changes);
    void readWaiting();
    void readSome(const QList<base::RunId> &ids);
    void readCancelRequests();
    void releaseDue(const QList<base::RunId> &ids);
    bool knows(const base::RunId &id) const { return m_turns.contains(id) || m_held.contains(id); }
    void take(const domain::Run &run);
    void considerSoon();
    void consider();
    bool considerOne(const domain::Run &run, domain::Surroundings around, Spacing &spacing);
    Spacing spacingNow();
    void hold(const domain::Run &run, const domain::Admission &admission);
    void replaceOthers(const domain::Run &run);
    void drop(const base::RunId &id, domain::RunStatus as, const QString &reason);
    void begin(const domain::Run &run);
    void leave(const base::RunId &id);
    int workingNow() const;

    store::Store &m_store;
    const Book &m_book;
    const base::Clock &m_clock;
    HeldRuns m_held;
    std::map<Turn, domain::Run> m_waiting; // oldest first
    QHash<base::RunId, Turn> m_turns;
    QHash<base::RunId, Open> m_open; // starting, running, or ended and being recorded
    QHash<base::AutomationId, int> m_openHere;
    Spacing m_spacing;
    QTimer m_soon;
    QTimer m_again; // after a failed write
    qint64 m_engine = 0;
    Scope m_scope = Scope::Everything;
    base::Instant m_since;
    int m_limit = 4;
    bool m_running = false;
};

} // namespace engine
