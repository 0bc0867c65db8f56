// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/jobs.h"

#include "app/providers/theeye/redacting.h"
#include "app/providers/theeye/service.h"

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

const QString logEnd = u"end"_s;
constexpr qsizetype longestMessage = 300;

enum class Phase { Waiting, Held, Running, Ended, Killed, Withdrawn, Unknown };

Phase phaseOf(const QString &lifecycle)
{
    static const QHash<QString, Phase> phases{
        {u"ready"_s, Phase::Waiting},     {u"assigned"_s, Phase::Waiting},  {u"onhold"_s, Phase::Held},
        {u"syncing"_s, Phase::Held},      {u"locked"_s, Phase::Held},       {u"started"_s, Phase::Running},
        {u"finished"_s, Phase::Ended},    {u"completed"_s, Phase::Ended},   {u"terminated"_s, Phase::Killed},
        {u"expired"_s, Phase::Withdrawn}, {u"canceled"_s, Phase::Withdrawn}};
    return phases.value(lifecycle, Phase::Unknown);
}

bool isApproval(const QJsonObject &job)
{
    return job.value("_type"_L1).toString() == "ApprovalJob"_L1;
}

/// How it ended, by its state; `otherwise` where that says nothing.
domain::RunStatus endOf(const QJsonObject &job, domain::RunStatus otherwise)
{
    using enum domain::RunStatus;
    const QString state = job.value("state"_L1).toString();
    if (state == "failure"_L1) {
        return isApproval(job) ? Rejected : Failed;
    }
    static const QHash<QString, domain::RunStatus> ends{
        {u"success"_s, Done}, {u"error"_s, Failed}, {u"timeout"_s, TimedOut}, {u"canceled"_s, Cancelled}};
    return ends.value(state, otherwise);
}

QString idOf(const QJsonObject &job)
{
    return job.value("id"_L1).toString(job.value("_id"_L1).toString());
}

QString userIn(const QJsonValue &user)
{
    return user["username"_L1].toString(user["email"_L1].toString());
}

std::optional<base::Instant> instantIn(const QJsonObject &job, const QString &name)
{
    return base::parseIso(job.value(name).toString());
}

/// How long a script ran, as its bot measured it.
std::optional<base::Millis> durationOf(const QJsonObject &result)
{
    constexpr double longest = 1e9;
    const QJsonObject times = result.value("times"_L1).toObject();
    const double seconds = times.value("seconds"_L1).toDouble(-1) + times.value("nanoseconds"_L1).toDouble() / 1e9;
    return seconds < 0 || seconds > longest ? std::nullopt
                                            : std::optional(base::Millis(static_cast<qint64>(seconds * 1000)));
}

QString logText(const QJsonObject &job)
{
    const QJsonObject result = job.value("result"_L1).toObject();
    const QJsonValue log = result.contains("log"_L1) ? result.value("log"_L1) : job.value("log"_L1);
    return redactedText(log.toString(), job);
}

/// Where it failed without a program that could tell why.
QString messageOf(const QJsonObject &job, const syncing::RemoteRun &run)
{
    if (run.status != domain::RunStatus::Failed || run.exitCode) {
        return {};
    }
    const QString log = logText(job).trimmed();
    if (log == "InvalidTaskArguments"_L1) {
        return u"InvalidTaskArguments: TheEye took the values for others than were meant, and ran nothing"_s;
    }
    return log.section(u'\n', -1).left(longestMessage);
}

QString reasonOf(const QJsonObject &job, domain::RunStatus status)
{
    const QString lifecycle = job.value("lifecycle"_L1).toString();
    const QString state = job.value("state"_L1).toString();
    if (lifecycle == "terminated"_L1 && state == "canceled"_L1) {
        return u"ended by a person, or by TheEye because its bot did not report in time"_s;
    }
    if (lifecycle == "expired"_L1) {
        return u"it expired there"_s;
    }
    if (status == domain::RunStatus::Held) {
        return u"TheEye says "_s + lifecycle;
    }
    const bool isUnclear =
        domain::isFinal(status) && endOf(job, domain::RunStatus::Running) == domain::RunStatus::Running;
    return isUnclear ? u"TheEye does not say how it ended"_s : QString();
}

} // namespace

domain::RunStatus statusOf(const QJsonObject &job)
{
    using enum domain::RunStatus;
    switch (phaseOf(job.value("lifecycle"_L1).toString())) {
    case Phase::Waiting:
        return Queued;
    case Phase::Held:
        return awaitsApproval(job) ? AwaitingApproval : Held;
    case Phase::Running:
        return Running;
    case Phase::Ended:
        return endOf(job, Done);
    case Phase::Killed:
        return endOf(job, Failed);
    case Phase::Withdrawn:
        return isApproval(job) && job.value("lifecycle"_L1).toString() == "expired"_L1 ? Rejected
                                                                                       : endOf(job, Cancelled);
    case Phase::Unknown: // a word of later versions: a state that is an end is believed
        return endOf(job, Running);
    }
    Q_UNREACHABLE();
}

QJsonValue outputOf(const QJsonObject &job)
{
    const QJsonValue own = job.value("output"_L1);
    const QJsonValue output = own.toArray().isEmpty() ? job.value("result"_L1)["output"_L1] : own;
    QJsonArray decoded;
    for (const QJsonValue each : output.toArray()) {
        const QByteArray text = redactedText(each.toString(), job).toUtf8();
        const QJsonArray one = QJsonDocument::fromJson('[' + text + ']').array();
        decoded.append(!each.isString()  ? redacted(each)
                       : one.size() == 1 ? redacted(one.first())
                                         : QString::fromUtf8(text));
    }
    return decoded.isEmpty() ? QJsonValue(QJsonValue::Undefined) : decoded;
}

base::Result<syncing::RemoteRun> runOf(const QJsonObject &job)
{
    syncing::RemoteRun run;
    run.remoteId = idOf(job);
    if (run.remoteId.isEmpty()) {
        return base::Error{.code = base::ErrorCode::Corrupt, .detail = u"a job there has no id"_s};
    }
    const QJsonObject result = job.value("result"_L1).toObject();
    const bool isWorkflow = job.value("_type"_L1).toString() == "WorkflowJob"_L1;
    run.automationRemoteId =
        isWorkflow ? workflowRemoteId(job.value("workflow_id"_L1).toString()) : job.value("task_id"_L1).toString();
    run.status = statusOf(job);
    run.fleeting = true; // five of a task are kept
    run.theirStatus = u"%1, %2"_s.arg(job.value("lifecycle"_L1).toString(), job.value("state"_L1).toString());
    run.requestedBy = userIn(job.value("user"_L1));
    static const QStringList notByPeople{u"secret"_s, u"scheduler"_s, u"workflow"_s, u"trigger_by"_s};
    if (notByPeople.contains(job.value("origin"_L1).toString())) {
        run.key = QString();
    }
    run.queuedAt = instantIn(job, u"creation_date"_s);
    if (domain::isFinal(run.status)) {
        run.finishedAt = instantIn(job, u"last_update"_s);
        const std::optional<base::Millis> duration = durationOf(result);
        run.startedAt = run.finishedAt && duration ? std::optional(*run.finishedAt - *duration) : std::nullopt;
    }
    const QJsonValue code = result.value("code"_L1);
    run.exitCode = code.isDouble() ? std::optional(code.toInt()) : std::nullopt;
    run.reason = reasonOf(job, run.status);
    run.errorMessage = messageOf(job, run);
    run.result = outputOf(job);
    return run;
}

syncing::LogPart logOf(const QJsonObject &job, const QString &from)
{
    if (!domain::isFinal(statusOf(job))) {
        return {.bytes = {}, .next = from, .complete = false};
    }
    return {.bytes = from == logEnd ? QByteArray() : logText(job).toUtf8(), .next = logEnd, .complete = true};
}

bool awaitsApproval(const QJsonObject &job)
{
    return isApproval(job) && job.value("lifecycle"_L1).toString() == "onhold"_L1;
}

base::Result<syncing::RemoteApproval> approvalOf(const QJsonObject &job)
{
    using enum domain::ApprovalStatus;
    TRY(const syncing::RemoteRun run, runOf(job));
    syncing::RemoteApproval approval;
    approval.remoteId = approval.runRemoteId = run.remoteId;
    approval.automationRemoteId = run.automationRemoteId;
    approval.title = job.value("name"_L1).toString();
    approval.requestedBy = run.requestedBy;
    approval.requestedAt = run.queuedAt.value_or(base::Instant());
    approval.status = awaitsApproval(job)                         ? Pending
                      : run.status == domain::RunStatus::Done     ? Approved
                      : run.status == domain::RunStatus::Rejected ? Rejected
                                                                  : Withdrawn;
    for (const QString &name : {u"approvers"_s, u"origin"_s, u"task_arguments_values"_s}) {
        if (job.contains(name)) {
            approval.details.insert(name, redacted(job.value(name)));
        }
    }
    return approval;
}

} // namespace providers::theeye
