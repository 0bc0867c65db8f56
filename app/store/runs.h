// SPDX-License-Identifier: Apache-2.0
// The runs of a store: verbs. Only the moves of the table in domain/run.h are made; a verb that finds another status
// than it needs answers Conflict and changes nothing.
#pragma once

#include "app/base/result.h"
#include "app/domain/hooks/request.h"
#include "app/domain/rights/rights.h"
#include "app/domain/run.h"
#include "app/domain/workflow/steps.h"
#include "app/store/schedules.h"

#include <QFuture>
#include <QMap>

namespace store {

class Desk;

/// By which a request for a run is known again.
struct RunKey
{
    QString text;
    QByteArray digest; ///< SHA-256 of what it asks for, secrets left out.
};

/// What a manual run may bring beside its automation.
struct RunInput
{
    domain::ArgumentValues arguments; ///< As domain::completed() wants them; secrets as references.
    base::RunId id = {};              ///< Made where empty. Whoever lends it secrets must know it before.
    QString overrideReason = {};      ///< Starts it whatever the windows say; audited.
    std::optional<domain::HookRequest> request = {}; ///< What it knows of the request that asked for it.
    std::optional<RunKey> key = {};
};

/// A step of a workflow that is to run.
struct StepRequest
{
    domain::Step step;
    QList<QJsonValue>
        results; ///< Of the steps before it, in their order; they fill the arguments that it does not say.
};

struct RunQuery
{
    std::optional<base::AutomationId> automation;
    QList<domain::RunStatus> statuses;      ///< Empty is all.
    QList<domain::TriggerKind> triggers;    ///< Empty is all.
    std::optional<base::Instant> since;     ///< Only runs whose time is this one or later, see timeOf().
    std::optional<base::Instant> until;     ///< Only runs whose time is earlier.
    QString words;                          ///< Each must occur in automation name, reason or id, whatever the case.
    std::optional<base::RunId> before;      ///< Only runs made before this one.
    std::optional<domain::Operator> seenBy; ///< Only runs of automations that this operator may see.
    qint64 limit = 100;                     ///< 0 is no limit.
};

/// The time under which a run is listed: when it started, else its slot, else when it was made.
inline base::Instant timeOf(const domain::Run &run)
{
    return run.startedAt.value_or(run.plannedFor.value_or(run.queuedAt));
}

inline constexpr qint64 mostUnnoted = 10'000;

struct RunCounts
{
    qint64 total = 0; ///< All runs ever kept.
    qint64 queued = 0, held = 0, awaitingApproval = 0, running = 0;
    qint64 unnoted = 0; ///< Failures that nobody took note of yet; counted up to mostUnnoted.
};

/// The last runs of one automation, newest first.
using Histories = QHash<base::AutomationId, QList<domain::Run>>;

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Runs
{
public:
    explicit Runs(Desk &desk) : m_desk(desk) {}

    /// With its result and artifacts, which no other verb reads.
    QFuture<base::Result<domain::Run>> get(const base::RunId &id) const;
    /// Newest first. NotFound if `before` names no run.
    QFuture<base::Result<QList<domain::Run>>> page(const RunQuery &query) const;
    /// The runs with these ids that exist, in no order; what a view reads again after a change.
    QFuture<base::Result<QList<domain::Run>>> some(const QList<base::RunId> &ids) const;
    /// Queued, held and awaiting approval, oldest first.
    QFuture<base::Result<QList<domain::Run>>> waiting() const;
    /// Of the automations of waiting runs that are made up for: when the last one of those started. Looks back a
    /// bounded way.
    QFuture<base::Result<QHash<base::AutomationId, base::Instant>>> lastCatchUps() const;
    QFuture<base::Result<QList<domain::Run>>> running() const;
    QFuture<base::Result<RunCounts>> counts() const;
    QFuture<base::Result<Histories>> histories(const QList<base::AutomationId> &ids, int length) const;
    /// Those of every automation.
    QFuture<base::Result<Histories>> allHistories(int length) const;

    /// A manual run, queued. NotFound if the automation does not exist; Invalid for arguments it does not take. What
    /// was given is remembered for the next time. With a key that this operator used for this automation before: the
    /// run that was made then, as long as it is kept; Conflict where something else was asked for.
    QFuture<base::Result<domain::Run>> request(const base::AutomationId &automation, domain::Actor by,
                                               RunInput input = {});
    /// A manual run with the arguments of another one, but for what was lent to that one only; it names it as its
    /// parent. NotFound if that or its automation is gone, Invalid for arguments that it does not take any more.
    QFuture<base::Result<domain::Run>> again(const base::RunId &id, domain::Actor by);
    /// A run that is a step of the running run `workflow`: queued, or skipped where its automation or everything is
    /// paused. NotFound if the automation is gone, Invalid for arguments it does not take and for a workflow inside
    /// itself.
    QFuture<base::Result<domain::Run>> requestStep(const base::RunId &workflow, StepRequest request);
    /// The runs that are steps of this one, oldest first.
    QFuture<base::Result<QList<domain::Run>>> stepsOf(const base::RunId &workflow) const;
    /// What the automation was given when somebody ran it last; nothing where nobody did. Without what was lent to that
    /// run only.
    QFuture<base::Result<domain::ArgumentValues>> lastArguments(const base::AutomationId &automation) const;
    /// Inserts planned runs (queued, held or skipped) and moves schedule positions, in one transaction. A slot that has
    /// a row already (same automation and planned time) is left as it is. What would start becomes skipped where its
    /// automation or everything is paused by now. Answers the runs that were new.
    QFuture<base::Result<QList<domain::Run>>> plan(QList<domain::Run> runs, QList<SchedulePosition> positions);

    /// queued/held → running under `engine`, as `version` of its automation says; 0 is the version it was made with.
    /// Answers the run as stored: awaiting_approval where people have to agree to that version and have not.
    QFuture<base::Result<domain::Run>> start(const base::RunId &id, qint64 engine, qint64 version = 0);
    /// A queued or held run that may start is asked for where its automation lives: it stays queued, in the name of the
    /// connection, until something is told of it. Answers the run as stored: awaiting_approval where people have to
    /// agree first. Unsupported where the system starts none.
    QFuture<base::Result<domain::Run>> handOver(const base::RunId &id);
    /// Runs that were handed over from here and are not over.
    QFuture<base::Result<QList<domain::Run>>> handedOver() const;
    /// running → held until now: its engine was stopped before it began any work.
    QFuture<base::Result<domain::Run>> takeBack(const base::RunId &id, QString reason);
    /// running → a final status, with what follows from that: an interrupted run may be done again.
    QFuture<base::Result<domain::Run>> finish(const base::RunId &id, domain::RunEnd end);
    /// running → held, with what its attempt brought; where somebody wanted it to end meanwhile, cancelled.
    QFuture<base::Result<domain::Run>> retryLater(const base::RunId &id, domain::RunEnd end, domain::Hold hold);
    /// queued/held → skipped, cancelled or failed, with a reason.
    QFuture<base::Result<domain::Run>> drop(const base::RunId &id, domain::RunStatus to, QString reason);
    /// queued → held until a time, with a reason.
    QFuture<base::Result<domain::Run>> hold(const base::RunId &id, domain::Hold hold);
    /// Ends holds at other times than they said, as long as they were, because the clock was set. Those that are not
    /// held any more stay as they are.
    QFuture<base::Result<void>> moveHolds(const QHash<base::RunId, base::Instant> &until);
    /// Those of `ids` that are held until `now` or earlier become queued, unless they are between two attempts. Answers
    /// those of `ids` that wait, as they stand afterwards.
    QFuture<base::Result<QList<domain::Run>>> releaseDue(const QList<base::RunId> &ids, base::Instant now);
    /// What a person decides about held runs: all of `ids` have their turn at once, also where a length of time has not
    /// passed yet; or missed slots are skipped. None of them where one is something else (Conflict) or unknown.
    /// Audited.
    QFuture<base::Result<QList<domain::Run>>> release(const QList<base::RunId> &ids, domain::Actor by);
    QFuture<base::Result<QList<domain::Run>>> dismiss(const QList<base::RunId> &ids, domain::Actor by);
    /// A waiting run starts whatever the windows say, at once where one of them holds it; `reason` must not be empty.
    /// Audited. Conflict where it waits no more.
    QFuture<base::Result<domain::Run>> breakGlass(const base::RunId &id, domain::Actor by, QString reason);
    /// A waiting run's reason, shown as why it waits. No change where it is the same.
    QFuture<base::Result<void>> explain(const base::RunId &id, QString reason);
    /// Cancels every queued run, of one automation or of all; those that are held are left. Answers how many. Audited.
    QFuture<base::Result<int>> clearQueue(std::optional<base::AutomationId> automation, domain::Actor by);
    /// Takes note of failures: they count no more. Said again it replaces the note. None of them where one is no
    /// failure (Conflict) or unknown. Audited.
    QFuture<base::Result<QList<domain::Run>>> acknowledge(const QList<base::RunId> &ids, domain::Actor by,
                                                          QString note);
    /// They count again. Those that nobody took note of stay as they are; otherwise as acknowledge().
    QFuture<base::Result<QList<domain::Run>>> unacknowledge(const QList<base::RunId> &ids, domain::Actor by);
    /// What a person asks for: a waiting run becomes cancelled; a running one is marked, and the engine ends it.
    /// Conflict if it is over.
    QFuture<base::Result<domain::Run>> cancel(const base::RunId &id, domain::Actor by);
    /// Runs that are marked by cancel() and still running: id → who asked.
    QFuture<base::Result<QMap<base::RunId, QString>>> cancelRequests() const;
    /// Those of `ids` that are running go on under `engine`. Answers them.
    QFuture<base::Result<QList<domain::Run>>> adopt(const QList<base::RunId> &ids, qint64 engine);
    /// Every run left running by another engine than `engine` becomes interrupted, as finish() does it. Answers how
    /// many.
    QFuture<base::Result<int>> interruptLeftovers(qint64 engine);

private:
    Desk &m_desk;
};

} // namespace store
