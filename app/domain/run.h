// SPDX-License-Identifier: Apache-2.0
// One occurrence of an automation, from being planned to being over, and the table of the moves it may make. Every
// planned slot ends in exactly one run, also when nothing ran.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/domain/input/arguments.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace domain {

enum class RunStatus {
    Queued,           ///< Waiting for its turn.
    Held,             ///< Waiting for a time, or for a person's decision.
    AwaitingApproval, ///< In the approval queue.
    Running,
    Done,
    Failed,
    TimedOut,
    Cancelled,   ///< By a person, or replaced by a newer run.
    Rejected,    ///< Approval refused or expired.
    Skipped,     ///< With a reason: overlap, misfire, paused …
    Interrupted, ///< The engine died or was stopped under it.
};

/// The word of the JSON form: `awaiting_approval` …
QString statusWord(RunStatus status);
std::optional<RunStatus> statusFromWord(const QString &word);
/// All of them, in the order of the enumeration.
const QList<RunStatus> &allStatuses();
bool isFinal(RunStatus status);
/// Whether the table allows the move. A final status is never left.
bool mayMove(RunStatus from, RunStatus to);

enum class TriggerKind {
    Manual,
    Schedule,
    Startup,
    After,
    File,
    Workflow,
    Webhook,
    Remote, ///< Whatever started it where it lives; not from here.
};

QString triggerWord(TriggerKind kind);
QStringList allTriggerWords();
std::optional<TriggerKind> triggerFromWord(const QString &word);

/// What processes cost, over the whole tree of a run.
struct Usage
{
    qint64 cpuMicros = 0;
    qint64 peakKib = 0;
    qint64 readBytes = 0;    ///< From the disk, not from caches.
    qint64 writtenBytes = 0; ///< To the disk.

    friend bool operator==(const Usage &, const Usage &) = default;
};

struct LogSize
{
    qint64 lines = 0;
    qint64 bytes = 0;
    bool truncated = false;
    std::optional<base::Instant> removedAt = {}; ///< When its lines were removed, while the run stayed.

    friend bool operator==(const LogSize &, const LogSize &) = default;
};

/// What a held run waits for.
enum class HeldFor {
    Time,   ///< A length of time, a time of day, or a person.
    Window, ///< The end of a maintenance window.
};

/// Until when a run is held, and why.
struct Hold
{
    base::Instant until;
    std::optional<base::Instant>
        since; ///< Where it is a length of time: its begin. A hold until a time of day has none.
    QString reason;
    HeldFor what = HeldFor::Time;
};

/// That somebody took note of a failure.
struct Acknowledgement
{
    QString by;
    base::Instant at;
    QString note;

    friend bool operator==(const Acknowledgement &, const Acknowledgement &) = default;
};

struct Run
{
    base::RunId id;
    qint64 seq = 0; ///< Given by the store: later made ones have higher numbers, whatever the clock does.
    base::AutomationId automationId;
    QString automationName; ///< As it was when the run was made; the automation may be gone.
    qint64 automationVersion = 0;
    TriggerKind trigger = TriggerKind::Manual;
    QString requestedBy;   ///< The operator of a manual run; empty otherwise.
    QString triggerDetail; ///< Of a `file` trigger the path, in a workflow the step, of a webhook the delivery;
                           ///< `request` where a person's request had a body, or its key (keyOf()). Else empty.
    std::optional<base::Instant> plannedFor;
    base::Instant queuedAt;
    std::optional<base::Instant> startedAt;
    std::optional<base::Instant> finishedAt;
    RunStatus status = RunStatus::Queued;
    QString reason;                         ///< One line: why held, skipped, failed.
    std::optional<base::Instant> heldUntil; ///< Only while held; empty waits for a person.
    std::optional<base::Instant> heldSince; ///< See Hold::since.
    HeldFor heldFor = HeldFor::Time;        ///< Only while held.
    qint64 missedCount = 0; ///< How many slots a skipped row stands for, its own among them; 0 in a run.
    bool caughtUp = false;  ///< Its slot was missed and is made up for.
    int attempt = 1;
    std::optional<base::Instant> attemptStartedAt; ///< Of any attempt but the first one, whose is `startedAt`.
    std::optional<Acknowledgement> acknowledged;
    QString overrideReason;          ///< Why it may start whatever the windows say; empty where nobody gave a reason.
    base::ConnectionId connectionId; ///< Who runs it, once it was handed over or seen there; empty is this machine.
    QString remoteId;                ///< What it is called there; empty until that is known.
    QString stage;                   ///< Where it stands, in the words of whatever does the work.
    QString branch;                  ///< Of the source code it works on.
    QJsonObject state;               ///< A document of its own that it keeps while it works.
    base::RunId parentRunId;         ///< The run that this one follows, does again or is a step of; empty otherwise.
    std::optional<int> exitCode;
    std::optional<int> signal;
    QString errorMessage;
    LogSize log;
    std::optional<Usage> usage;
    QJsonArray killReceipt; ///< Who was ended by a stop: `{pid, name, signal, at_ms, denied}`.

    /// The document it answered, undefined where there is none. Like `artifacts` it is read with a single run only.
    QJsonValue result = QJsonValue::Undefined;
    QJsonArray artifacts;     ///< Files it left: `{name, path, bytes, sha256, preview}`.
    ArgumentValues arguments; ///< What it was given, defaults included; of a secret the reference.
    QString approvedDigest;   ///< Of what people agreed to, see approvals/subject.h; empty where nobody was asked.

    friend bool operator==(const Run &, const Run &) = default;
};

/// Failed, timed out or interrupted: what somebody may want to know of.
bool isFailure(const Run &run);
/// A failure that nobody took note of yet.
bool isUnnoted(const Run &run);
/// Held, and begun before: it keeps its turn and is started once more.
bool isBetweenAttempts(const Run &run);
/// When its current or last attempt started.
std::optional<base::Instant> attemptStart(const Run &run);
/// Whatever happens to it happens at a remote system; here it is only told of.
inline bool isElsewhere(const Run &run)
{
    return !run.connectionId.isEmpty();
}
/// Held without a time: a missed slot that somebody is to release or dismiss.
bool waitsForDecision(const Run &run);
/// Held for a maintenance window.
bool isHeldForWindow(const Run &run);

QJsonObject toJson(const Run &run);

/// What a run's end brings: the fields besides the status that a move to a final one writes.
struct RunEnd
{
    RunStatus status = RunStatus::Done;
    QString reason;
    std::optional<int> exitCode;
    std::optional<int> signal;
    QString errorMessage;
    LogSize log;
    std::optional<Usage> usage;
    QJsonArray killReceipt;
    QJsonValue result = QJsonValue::Undefined;
    QJsonArray artifacts;
};

} // namespace domain
