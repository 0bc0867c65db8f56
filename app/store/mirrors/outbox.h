// SPDX-License-Identifier: Apache-2.0
// What waits to be done at remote systems: verbs. Whoever changes something that lives there, runs or cancels it,
// leaves a task in the same transaction; edits of one automation that wait are one task. A task is marked before it is
// sent, so that one whose answer was lost is looked for there before it is sent again.
#pragma once

#include "app/base/result.h"
#include "app/domain/connections/remote.h"
#include "app/domain/rights/rights.h"

#include <QFuture>

namespace store {

class Desk;

enum class TaskKind { Create, Update, Remove, Run, Cancel, Decide };
QString taskWord(TaskKind kind);

enum class TaskState {
    Waiting, ///< Not sent yet, or surely without effect.
    Asking,  ///< On its way.
    Unsure,  ///< It was sent, and nobody knows whether it arrived.
    Refused, ///< They won't; a person decides what becomes of it.
};
QString taskStateWord(TaskState state);

/// A task with all that sending it needs, as it is now.
struct OutboxTask
{
    qint64 id = 0;
    TaskKind kind = TaskKind::Update;
    bool unsure = false; ///< Look for it there first: done() if it is there, notFoundThere() if not.
    int attempts = 0;    ///< How often it was sent before.
    base::Instant madeAt;
    std::optional<base::Instant> askedAt; ///< When it was sent last.
    QString remoteId; ///< Of the automation (of Run, too), of Cancel the run, of Decide the request; empty for Create.
    domain::Automation wanted; ///< Of Create and Update.
    domain::Automation base;   ///< Of Update: what was last seen there.
    domain::Run run; ///< Of Run and Cancel; its id is the key of the wish. Secrets in its arguments are references.
    QJsonValue body = QJsonValue::Undefined;                ///< Of Run.
    domain::Judgement verdict = domain::Judgement::Approve; ///< Of Decide.
    QString comment;                                        ///< Of Decide.
};

struct NextTask
{
    std::optional<OutboxTask> task;
    std::optional<base::Instant> dueAt; ///< Where there is none: when there will be one, as far as time decides it.
};

/// A task as people see it.
struct OutboxEntry
{
    qint64 id = 0;
    base::ConnectionId connection;
    TaskKind kind = TaskKind::Update;
    TaskState state = TaskState::Waiting;
    base::AutomationId automation;
    base::RunId run;
    QString name; ///< Of the automation.
    base::Instant madeAt;
    QString madeBy;
    int attempts = 0;
    std::optional<base::Instant> dueAt; ///< When it is tried again.
    QString waitsFor;                   ///< Why it is not sent, one line; empty where it is its turn.
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Outbox
{
public:
    explicit Outbox(Desk &desk) : m_desk(desk) {}

    // -- For whoever sends. Verbs about a task that is not there any more are ok and change nothing.

    /// What was on its way when an engine died is unsure. Once, before the first next(). Answers how many.
    QFuture<base::Result<int>> recover();
    /// The oldest one that may go, unsure ones first. Not before an older one about the same automation, no edit while
    /// its automation is in conflict, and cancelling not before the run's name there is known.
    QFuture<base::Result<NextTask>> next(const base::ConnectionId &connection);
    /// Durable before it is sent. False where it is not to be sent like this any more: next() says what is.
    QFuture<base::Result<bool>> asking(OutboxTask task);
    /// They did what a Create or Update asked for, and have it like this.
    QFuture<base::Result<void>> done(qint64 task, domain::RemoteAutomation kept);
    /// They did what a Run asked for.
    QFuture<base::Result<void>> done(qint64 task, domain::RemoteRun started);
    /// They did it; nothing came of it that is to be kept. For Remove, Cancel and Decide.
    QFuture<base::Result<void>> done(qint64 task);
    /// It did not work and is tried again at `again`; after a Timeout it is looked for first. Without `again` it is
    /// refused: a run ends as failed; anything else waits for a person.
    QFuture<base::Result<void>> failed(qint64 task, base::Error error, std::optional<base::Instant> again);
    /// An unsure one is not there: it may be sent again.
    QFuture<base::Result<void>> notFoundThere(qint64 task);

    // -- For people.

    /// Of one connection, or of all; oldest first.
    QFuture<base::Result<QList<OutboxEntry>>> list(std::optional<base::ConnectionId> connection) const;
    /// A refused one, or one that waits for a time, is tried at once. Audited.
    QFuture<base::Result<void>> retry(qint64 task, domain::Actor by);
    /// It is given up, and what is here is as it is there. Conflict while it is on its way or nobody knows whether it
    /// arrived. Audited.
    QFuture<base::Result<void>> giveUp(qint64 task, domain::Actor by);

private:
    Desk &m_desk;
};

} // namespace store
