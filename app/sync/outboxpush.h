// SPDX-License-Identifier: Apache-2.0
// Sends what waits in the outbox, one task after the other. Each is durable as "on its way" before it is sent; one
// whose answer was lost is looked for there first; what changed there since it was seen is seen before it is written
// over.
#pragma once

#include "app/sync/step.h"

#include "app/store/mirrors/outbox.h"

#include <QSet>

namespace syncing {

/// What was looked at since before this push began, so that what is not known is surely not there.
struct Looked
{
    bool automations = false;
    bool runs = false;
};

class OutboxPush final : public Step
{
    Q_OBJECT

public:
    OutboxPush(Session &session, Looked looked) : Step(session), m_looked(looked) {}
    void start() override { next(); }

    /// Finishes once what is on its way is answered.
    void endSoon() { m_ending = true; }

    // Once finished:
    /// A task can only be judged after all is looked at.
    bool wantsLook() const { return m_wantsLook; }
    bool startedRuns() const { return m_startedRuns; }
    /// When there will be a task again, as far as time decides it.
    std::optional<base::Instant> dueAt() const { return m_dueAt; }

private:
    void next();
    void take(const store::OutboxTask &task);
    void takeUnsure();
    void lookAtAutomation();
    void seeAgain(const RemoteAutomation &found);
    void lookAtApprovals();
    void notThere();
    void send();
    void ask();
    template <typename T> void asked(const Answer<T> &answer);
    void failed(const base::Error &error);
    void refused(const base::Error &error);
    void later(const base::Error &error, const base::Error &why);
    void seeWhetherAway(const base::Error &why);
    void notThereAnyMore(const base::Error &error);
    void inConflict(const base::Error &error);
    void readRun();

    Looked m_looked;
    store::OutboxTask m_task;
    QSet<qint64> m_sent;   // tasks, by this push
    qint64 m_lookedAt = 0; // the task before which its automation was looked at last
    std::optional<base::Instant> m_dueAt;
    bool m_ending = false;
    bool m_wantsLook = false;
    bool m_startedRuns = false;
};

} // namespace syncing
