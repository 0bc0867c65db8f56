// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/reading.h"

#include "app/providers/noba/config.h"
#include "app/providers/noba/cron.h"
#include "app/providers/noba/masking.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .detail = detail};
}

/// What the run wrote beyond what the server keeps makes it kill the run, with a status that looks like its own fault.
bool wroteTooMuch(const QJsonObject &item)
{
    constexpr int ended = -15;
    return item.value("exit_code"_L1).toInt() == ended &&
           item.value("output"_L1).toString().trimmed().endsWith("[output truncated]"_L1);
}

/// A workflow by nodes, which no schedule starts there; one by steps is started.
bool isGraph(const QString &type, const QJsonValue &config)
{
    return type == "workflow"_L1 && !config["nodes"_L1].isUndefined();
}

QString reasonOf(const QJsonObject &item, domain::RunStatus status)
{
    if (wroteTooMuch(item)) {
        return u"NOBA ended it because it wrote more than 256 KiB"_s;
    }
    const QString error = item.value("error"_L1).toString();
    if (!error.isEmpty() && domain::isFinal(status)) {
        return error;
    }
    const QString word = item.value("status"_L1).toString();
    return domain::statusFromWord(word) == status || word == "timeout"_L1 ? QString() : u"NOBA says "_s + word;
}

} // namespace

QString idText(const QJsonValue &id)
{
    return id.isDouble() ? QString::number(id.toInteger()) : id.toString();
}

std::optional<base::Instant> secondsOf(const QJsonValue &value)
{
    constexpr double latest = 1e11;
    if (!value.isDouble() || std::abs(value.toDouble()) > latest) {
        return std::nullopt;
    }
    return base::fromMillis(static_cast<qint64>(value.toDouble() * 1000));
}

domain::Capabilities capabilitiesOf(const QString &role)
{
    using enum domain::Capability;
    domain::Capabilities may;
    may.can = {List, Runs, Templates};
    if (role != "viewer"_L1) {
        may.can += {Create, Update, Run, Cancel, Approvals};
    }
    if (role == "admin"_L1) {
        may.can += {Delete, Windows, Export, Subscriptions};
    }
    may.log = domain::RemoteLog::AtEnd;
    may.carries = {u"name"_s, u"type"_s, u"params"_s, u"triggers"_s, u"paused"_s};
    return may;
}

base::Result<syncing::RemoteAutomation> automationOf(const QJsonObject &item, const QString &zone)
{
    syncing::RemoteAutomation remote;
    remote.remoteId = idText(item.value("id"_L1));
    if (remote.remoteId.isEmpty()) {
        return corrupt(u"an automation there has no id"_s);
    }
    QJsonObject rest = item;
    rest.remove("id"_L1);
    const QString type = item.value("type"_L1).toString();
    const bool neverFires = isGraph(type, item.value("config"_L1));
    const OurKind kind = ourKind(type, rest.take("config"_L1).toObject());
    domain::Automation &automation = remote.automation;
    automation.name = rest.take("name"_L1).toString();
    automation.name = automation.name.isEmpty() ? remote.remoteId : automation.name;
    automation.type = kind.type;
    automation.params = kind.params;
    automation.paused = !rest.take("enabled"_L1).toBool(true);
    const QJsonValue schedule = rest.value("schedule"_L1);
    const std::optional<QString> cron = neverFires ? std::nullopt : cronOfTheirs(schedule.toString());
    if (cron) {
        automation.triggers = {domain::Schedule{.cron = *cron, .timezone = zone}};
    }
    if (cron || schedule.toString().isEmpty()) {
        rest.remove("schedule"_L1);
    }
    if (!kind.rest.isEmpty()) {
        rest.insert("config"_L1, kind.rest);
    }
    automation.remote = masked(rest).toObject();
    return remote;
}

base::Result<QJsonObject> bodyOf(const domain::Automation &wanted, const QJsonObject &real, const QString &zone)
{
    TRY(const TheirKind kind, theirKind(wanted.type, wanted.params, real.value("config"_L1).toObject()));
    TRY(QJsonValue schedule, theirSchedule(wanted.triggers, zone));
    const bool neverFires = isGraph(kind.type, kind.config);
    if (neverFires && !schedule.isNull()) {
        return base::invalid(u"triggers"_s, u"NOBA starts no graph by a schedule; a workflow of steps it does"_s);
    }
    // What starts nothing is kept there, and here: it is not ours to take away.
    const QString kept = real.value("schedule"_L1).toString();
    if (schedule.isNull() && !kept.isEmpty() && (neverFires || !cronOfTheirs(kept))) {
        schedule = kept;
    }
    return QJsonObject{{u"name"_s, wanted.name.trimmed()},
                       {u"type"_s, kind.type},
                       {u"config"_s, kind.config},
                       {u"schedule"_s, schedule},
                       {u"enabled"_s, !wanted.paused}};
}

domain::RunStatus statusOf(const QString &word, bool isOver)
{
    using enum domain::RunStatus;
    if (word == "timeout"_L1) {
        return TimedOut;
    }
    if (word == "pending_approval"_L1) {
        return AwaitingApproval;
    }
    return domain::statusFromWord(word).value_or(isOver ? Failed : Running);
}

base::Result<syncing::RemoteRun> runOf(const QJsonObject &item)
{
    syncing::RemoteRun run;
    run.remoteId = idText(item.value("id"_L1));
    if (run.remoteId.isEmpty()) {
        return corrupt(u"a run there has no id"_s);
    }
    run.automationRemoteId = idText(item.value("automation_id"_L1));
    run.theirStatus = item.value("status"_L1).toString();
    run.startedAt = secondsOf(item.value("started_at"_L1));
    run.queuedAt = run.startedAt;
    run.finishedAt = secondsOf(item.value("finished_at"_L1));
    run.errorMessage = item.value("error"_L1).toString();
    // Of those that a crash of the server left the end is missing, and stays so.
    const bool wasLeft = run.errorMessage == "Server restarted"_L1;
    run.status = wasLeft ? domain::RunStatus::Interrupted : statusOf(run.theirStatus, run.finishedAt.has_value());
    run.reason = reasonOf(item, run.status);
    run.requestedBy = item.value("triggered_by"_L1).toString();
    const QString trigger = item.value("trigger"_L1).toString();
    if (!trigger.isEmpty() && !trigger.startsWith("auto:"_L1)) {
        run.key = QString(); // nobody pressed run
    }
    const QJsonValue exitCode = item.value("exit_code"_L1);
    run.exitCode = exitCode.isDouble() ? std::optional(exitCode.toInt()) : std::nullopt;
    return run;
}

base::Result<syncing::RemoteApproval> approvalOf(const QJsonObject &item)
{
    using enum domain::ApprovalStatus;
    static const QHash<QString, domain::ApprovalStatus> words{
        {u"pending"_s, Pending}, {u"approved"_s, Approved}, {u"auto_approved"_s, Approved}, {u"denied"_s, Rejected}};
    syncing::RemoteApproval approval;
    approval.remoteId = idText(item.value("id"_L1));
    if (approval.remoteId.isEmpty()) {
        return corrupt(u"a request for approval there has no id"_s);
    }
    // The other source is healing, which puts the id of a rule where that of an automation stands.
    const bool isGate = item.value("trigger_source"_L1).toString() == "graph_workflow"_L1;
    approval.automationRemoteId = isGate ? idText(item.value("automation_id"_L1)) : QString();
    approval.runRemoteId = idText(item.value("run_id"_L1));
    const QString target = item.value("target"_L1).toString();
    approval.title = item.value("action_type"_L1).toString() + (target.isEmpty() ? QString() : u" · "_s + target);
    approval.requestedBy = item.value("requested_by"_L1).toString();
    approval.requestedAt = secondsOf(item.value("requested_at"_L1)).value_or(base::Instant());
    approval.expiresAt = secondsOf(item.value("auto_approve_at"_L1));
    approval.status = words.value(item.value("status"_L1).toString(), Withdrawn);
    approval.details = masked(item).toObject();
    return approval;
}

} // namespace providers::noba
