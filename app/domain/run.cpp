// SPDX-License-Identifier: Apache-2.0
#include "app/domain/run.h"

#include "app/base/wordtable.h"
#include "app/domain/input/runkey.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<RunStatus, RunStatus::Interrupted> statusWords({{
    {RunStatus::Queued, u"queued"},
    {RunStatus::Held, u"held"},
    {RunStatus::AwaitingApproval, u"awaiting_approval"},
    {RunStatus::Running, u"running"},
    {RunStatus::Done, u"done"},
    {RunStatus::Failed, u"failed"},
    {RunStatus::TimedOut, u"timed_out"},
    {RunStatus::Cancelled, u"cancelled"},
    {RunStatus::Rejected, u"rejected"},
    {RunStatus::Skipped, u"skipped"},
    {RunStatus::Interrupted, u"interrupted"},
}});

constexpr base::WordTable<TriggerKind, TriggerKind::Remote> triggerWords({{
    {TriggerKind::Manual, u"manual"},
    {TriggerKind::Schedule, u"schedule"},
    {TriggerKind::Startup, u"startup"},
    {TriggerKind::After, u"after"},
    {TriggerKind::File, u"file"},
    {TriggerKind::Workflow, u"workflow"},
    {TriggerKind::Webhook, u"webhook"},
    {TriggerKind::Remote, u"remote"},
}});

// A retry goes running → held → running. Final statuses have no row: they are never left.
struct Allowed
{
    RunStatus from;
    QList<RunStatus> to;
};

const QList<Allowed> &allowedMoves()
{
    using enum RunStatus;
    static const QList<Allowed> table{
        {Queued, {Held, AwaitingApproval, Running, Failed, Cancelled, Skipped, Interrupted}},
        {Held, {Queued, AwaitingApproval, Running, Failed, Cancelled, Skipped, Interrupted}},
        {AwaitingApproval, {Queued, Held, Cancelled, Rejected, Skipped, Interrupted}},
        {Running, {Held, Done, Failed, TimedOut, Cancelled, Interrupted}},
    };
    return table;
}

QJsonValue timeOrNull(const std::optional<base::Instant> &time)
{
    return time ? QJsonValue(base::isoUtc(*time)) : QJsonValue(QJsonValue::Null);
}

template <typename Number> QJsonValue orNull(const std::optional<Number> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject usageToJson(const Usage &usage)
{
    return {{u"cpu_ms"_s, static_cast<double>(usage.cpuMicros) / 1000.0},
            {u"peak_kib"_s, usage.peakKib},
            {u"read_bytes"_s, usage.readBytes},
            {u"written_bytes"_s, usage.writtenBytes}};
}

QJsonObject triggerToJson(const Run &run)
{
    QJsonObject trigger{{u"type"_s, triggerWord(run.trigger)}, {u"by"_s, run.requestedBy}};
    if (run.trigger == TriggerKind::After) {
        trigger.insert(u"run_id"_s, run.parentRunId.text());
    } else if (run.trigger == TriggerKind::Workflow) {
        trigger.insert(u"run_id"_s, run.parentRunId.text());
        trigger.insert(u"step"_s, run.triggerDetail);
    } else if (run.trigger == TriggerKind::Webhook) {
        trigger.insert(u"delivery_id"_s, run.triggerDetail);
    } else if (run.trigger == TriggerKind::File) {
        trigger.insert(u"path"_s, run.triggerDetail);
    } else if (const QString key = keyOf(run); !key.isEmpty()) {
        trigger.insert(u"key"_s, key);
    }
    return trigger;
}

QJsonValue acknowledgedToJson(const std::optional<Acknowledgement> &acknowledged)
{
    if (!acknowledged) {
        return QJsonValue::Null;
    }
    return QJsonObject{
        {u"by"_s, acknowledged->by}, {u"at"_s, base::isoUtc(acknowledged->at)}, {u"note"_s, acknowledged->note}};
}

} // namespace

QString statusWord(RunStatus status)
{
    return statusWords.of(status);
}

const QList<RunStatus> &allStatuses()
{
    static const QList<RunStatus> all = statusWords.values();
    return all;
}

std::optional<RunStatus> statusFromWord(const QString &word)
{
    return statusWords.find(word);
}

bool isFinal(RunStatus status)
{
    return status >= RunStatus::Done;
}

bool mayMove(RunStatus from, RunStatus to)
{
    for (const Allowed &row : allowedMoves()) {
        if (row.from == from) {
            return row.to.contains(to);
        }
    }
    return false;
}

QString triggerWord(TriggerKind kind)
{
    return triggerWords.of(kind);
}

QStringList allTriggerWords()
{
    return triggerWords.words();
}

std::optional<TriggerKind> triggerFromWord(const QString &word)
{
    return triggerWords.find(word);
}

bool isFailure(const Run &run)
{
    return run.status == RunStatus::Failed || run.status == RunStatus::TimedOut || run.status == RunStatus::Interrupted;
}

bool isUnnoted(const Run &run)
{
    return isFailure(run) && !run.acknowledged;
}

bool isBetweenAttempts(const Run &run)
{
    return run.status == RunStatus::Held && run.startedAt && !isElsewhere(run);
}

std::optional<base::Instant> attemptStart(const Run &run)
{
    return run.attemptStartedAt ? run.attemptStartedAt : run.startedAt;
}

bool waitsForDecision(const Run &run)
{
    return run.status == RunStatus::Held && !run.heldUntil && !isElsewhere(run);
}

bool isHeldForWindow(const Run &run)
{
    return run.status == RunStatus::Held && run.heldFor == HeldFor::Window;
}

QJsonObject toJson(const Run &run)
{
    QJsonObject object{
        {u"id"_s, run.id.text()},
        {u"automation_id"_s, run.automationId.text()},
        {u"automation_name"_s, run.automationName},
        {u"automation_version"_s, run.automationVersion},
        {u"trigger"_s, triggerToJson(run)},
        {u"requested_by"_s, run.requestedBy},
        {u"planned_for"_s, timeOrNull(run.plannedFor)},
        {u"queued_at"_s, base::isoUtc(run.queuedAt)},
        {u"started_at"_s, timeOrNull(run.startedAt)},
        {u"finished_at"_s, timeOrNull(run.finishedAt)},
        {u"status"_s, statusWord(run.status)},
        {u"reason"_s, run.reason},
        {u"held_until"_s, timeOrNull(run.heldUntil)},
        {u"override_reason"_s, run.overrideReason.isEmpty() ? QJsonValue() : QJsonValue(run.overrideReason)},
        {u"missed_count"_s, run.missedCount},
        {u"caught_up"_s, run.caughtUp},
        {u"arguments"_s, toJson(run.arguments)},
        {u"attempt"_s, run.attempt},
        {u"attempt_started_at"_s, timeOrNull(attemptStart(run))},
        {u"connection_id"_s, run.connectionId.isEmpty() ? QJsonValue() : QJsonValue(run.connectionId.text())},
        {u"remote_id"_s, run.remoteId.isEmpty() ? QJsonValue() : QJsonValue(run.remoteId)},
        {u"stage"_s, run.stage},
        {u"branch"_s, run.branch},
        {u"state"_s, run.state},
        {u"parent_run_id"_s,
         run.parentRunId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(run.parentRunId.text())},
        {u"exit_code"_s, orNull(run.exitCode)},
        {u"signal"_s, orNull(run.signal)},
        {u"error_message"_s, run.errorMessage},
        {u"log"_s, QJsonObject{{u"lines"_s, run.log.lines},
                               {u"bytes"_s, run.log.bytes},
                               {u"truncated"_s, run.log.truncated},
                               {u"removed_at"_s, timeOrNull(run.log.removedAt)}}},
        {u"usage"_s, run.usage ? QJsonValue(usageToJson(*run.usage)) : QJsonValue(QJsonValue::Null)},
        {u"kill_receipt"_s, run.killReceipt},
        {u"acknowledged"_s, acknowledgedToJson(run.acknowledged)},
    };
    if (!run.result.isUndefined()) {
        object.insert(u"result"_s, run.result);
    }
    if (!run.artifacts.isEmpty()) {
        object.insert(u"artifacts"_s, run.artifacts);
    }
    return object;
}

} // namespace domain
