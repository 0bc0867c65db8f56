// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/reading.h"

#include "app/providers/brahma/words.h"
#include "app/providers/brahma/writing.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

constexpr int active = 2;
constexpr int cancelled = 4;

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .detail = detail};
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

int statusIn(const QJsonObject &subscription)
{
    return textOf(subscription.value("status"_L1)).toInt();
}

enum class Written { SmallestUnits, WithDecimals };

QJsonArray amountsOf(const QJsonObject &byToken, const Tokens &tokens, Written written)
{
    QJsonArray amounts;
    for (auto it = byToken.constBegin(); it != byToken.constEnd(); ++it) {
        amounts.append(written == Written::WithDecimals ? humanAmountText(textOf(it.value()), it.key(), tokens)
                                                        : amountText(textOf(it.value()), it.key(), tokens));
    }
    return amounts;
}

/// `60s` and `60` are the same.
QString everyText(const QJsonValue &every)
{
    QString text = textOf(every);
    if (text.endsWith(u's')) {
        text.chop(1);
    }
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    return isNumber ? durationText(seconds) : textOf(every);
}

QString joined(const QJsonArray &texts)
{
    QStringList list;
    for (const QJsonValue text : texts) {
        list.append(text.toString());
    }
    return list.join(u", "_s);
}

QString sentencesOf(const QJsonObject &seen)
{
    const QString limits = joined(seen.value("limits"_L1).toArray());
    const QString inputs = joined(seen.value("inputs"_L1).toArray());
    const QString every = seen.value("every"_L1).toString();
    QStringList lines{u"Subscription: "_s + seen.value("status"_L1).toString()};
    lines.append(u"Account: "_s + seen.value("account"_L1).toString());
    lines.append(u"Limits: "_s +
                 (limits.isEmpty() ? u"none"_s : u"%1 %2"_s.arg(limits, seen.value("limits_hold"_L1).toString())));
    if (!inputs.isEmpty()) {
        lines.append(u"Handed over: "_s + inputs);
    }
    if (!every.isEmpty()) {
        lines.append(u"Every: "_s + every);
    }
    return lines.join(u'\n');
}

std::optional<domain::ApprovalPolicy> policyOf(AsksFirst who)
{
    if (who == AsksFirst::Nobody) {
        return std::nullopt;
    }
    domain::ApprovalPolicy policy;
    policy.allowRequester = who == AsksFirst::Anyone;
    policy.note = u"An execution moves what is the subscriber's: look at the target, the value and the data"_s;
    return policy;
}

QString shortened(const QString &address)
{
    constexpr qsizetype shown = 6;
    return address.size() < 2 * shown ? address : address.first(shown) + u'…' + address.last(4);
}

/// What tells of a time before there were such services says nothing.
std::optional<base::Instant> timeIn(const QJsonValue &value)
{
    const auto time = base::parseIso(value.toString());
    return time && base::toMillis(*time) > 0 ? time : std::nullopt;
}

domain::RunStatus relayerStatus(const QString &word, const QJsonObject &response)
{
    using domain::RunStatus;
    static const QHash<QString, RunStatus> words{{u"pending"_s, RunStatus::Queued},
                                                 {u"executing"_s, RunStatus::Running},
                                                 {u"successful"_s, RunStatus::Done},
                                                 {u"failed"_s, RunStatus::Failed},
                                                 {u"cancelled"_s, RunStatus::Cancelled}};
    const auto known = words.constFind(word);
    if (known != words.constEnd()) {
        return *known;
    }
    if (response.value("isSuccessful"_L1).toBool()) {
        return RunStatus::Done;
    }
    return response.value("error"_L1).toString().isEmpty() ? RunStatus::Running : RunStatus::Failed;
}

struct Workflow
{
    QLatin1StringView word;
    domain::RunStatus status;
};
constexpr Workflow workflows[] = {
    {"unspecified"_L1, domain::RunStatus::Queued},    {"running"_L1, domain::RunStatus::Running},
    {"completed"_L1, domain::RunStatus::Done},        {"failed"_L1, domain::RunStatus::Failed},
    {"cancelled"_L1, domain::RunStatus::Cancelled},   {"terminated"_L1, domain::RunStatus::Cancelled},
    {"continued as new"_L1, domain::RunStatus::Done}, {"timed out"_L1, domain::RunStatus::TimedOut},
};

const Workflow *workflowOf(int status)
{
    return status >= 0 && status < static_cast<int>(std::size(workflows)) ? &workflows[status] : nullptr;
}

} // namespace

QString subscriptionWord(int status)
{
    return status == active ? u"active"_s : status == cancelled ? u"cancelled"_s : u"not known (%1)"_s.arg(status);
}

bool isCancelled(const QJsonObject &subscription)
{
    return statusIn(subscription) == cancelled;
}

QString accountIn(const QJsonObject &subscription)
{
    return subscription.value("subAccountAddress"_L1).toString().toLower();
}

base::Result<QList<QJsonObject>> newestOf(const QJsonArray &subscriptions)
{
    QList<QJsonObject> newest;
    for (const QJsonValue value : subscriptions) {
        const QJsonObject one = value.toObject();
        if (one.value("id"_L1).toString().isEmpty() || accountIn(one).isEmpty()) {
            return corrupt(u"a subscription there has no id, or no account"_s);
        }
        const auto same = std::find_if(newest.begin(), newest.end(),
                                       [&one](const QJsonObject &other) { return accountIn(other) == accountIn(one); });
        if (same == newest.end()) {
            newest.append(one);
        } else if (timeIn(one.value("createdAt"_L1)) > timeIn(same->value("createdAt"_L1))) {
            *same = one;
        }
    }
    return newest;
}

QJsonObject readable(const QJsonObject &subscription, const Surroundings &around)
{
    const qint64 duration = subscription.value("duration"_L1).toInteger();
    const auto amounts = [&subscription, &around](const QString &key, Written written) {
        return amountsOf(subscription.value(key).toObject(), around.tokens, written);
    };
    QJsonObject seen{
        {u"id"_s, subscription.value("id"_L1)},
        {u"status"_s, subscriptionWord(statusIn(subscription))},
        {u"account"_s, checksummed(addressIn(accountIn(subscription), {}).value_or({}))},
        {u"created_at"_s, subscription.value("createdAt"_L1)},
        {u"limits"_s, amounts(u"tokenLimits"_s, Written::WithDecimals)},
        {u"limits_hold"_s, around.perExecution ? u"for each execution"_s
                           : duration == 0     ? u"without a limit of time"_s
                                               : u"in %1"_s.arg(durationText(duration))},
        {u"inputs"_s, amounts(u"tokenInputs"_s, Written::SmallestUnits)},
        {u"duration"_s, duration == 0 ? u"without a limit of time"_s : durationText(duration)},
        {u"fee"_s, amountText(textOf(subscription.value("feeAmount"_L1)), subscription.value("feeToken"_L1).toString(),
                              around.tokens)},
        {u"metadata"_s, subscription.value("metadata"_L1)},
    };
    const QJsonValue every = subscription.value("metadata"_L1)["every"_L1];
    if (!every.isUndefined()) {
        seen.insert("every"_L1, everyText(every));
    }
    return seen;
}

syncing::RemoteAutomation automationOf(const QJsonObject &subscription, const Surroundings &around)
{
    const QJsonObject seen = readable(subscription, around);
    syncing::RemoteAutomation remote;
    remote.remoteId = subscription.value("id"_L1).toString();
    domain::Automation &automation = remote.automation;
    automation.type = u"chain"_s;
    automation.icon = u"fa-link"_s;
    automation.name = u"%1 · %2"_s.arg(around.name, shortened(seen.value("account"_L1).toString()));
    automation.description = sentencesOf(seen);
    automation.paused = isCancelled(subscription);
    automation.arguments = executionArguments();
    automation.approval = policyOf(around.asksFirst);
    automation.remote = subscription;
    return remote;
}

base::Result<syncing::RemoteRun> runOf(const QString &taskId, const QJsonObject &status)
{
    syncing::RemoteRun run;
    run.remoteId = taskId;
    run.theirStatus = status.value("status"_L1).toString();
    if (run.theirStatus.isEmpty()) {
        return corrupt(u"the service told no status of task %1"_s.arg(taskId));
    }
    const QJsonObject response = status.value("metadata"_L1)["response"_L1].toObject();
    run.status = relayerStatus(run.theirStatus, response);
    run.queuedAt = timeIn(status.value("createdAt"_L1));
    run.hasLog = false;
    QString hash = status.value("outputTransactionHash"_L1).toString();
    if (hash.isEmpty()) {
        hash = response.value("transactionHash"_L1).toString();
    }
    if (!hash.isEmpty()) {
        run.result = QJsonObject{{u"transaction_hash"_s, hash}};
        run.reason = u"transaction "_s + hash;
    }
    const QString error = response.value("error"_L1).toString();
    if (run.status == domain::RunStatus::Failed || run.status == domain::RunStatus::Cancelled) {
        run.errorMessage = error.isEmpty() ? u"the relayer says “%1” and not why"_s.arg(run.theirStatus) : error;
    }
    return run;
}

base::Result<syncing::RemoteRun> kernelRunOf(const QString &taskId, const QJsonObject &status)
{
    const QJsonValue told = status.value("status"_L1);
    if (!told.isDouble()) {
        return corrupt(u"the kernel told no status of task %1"_s.arg(taskId));
    }
    const Workflow *workflow = workflowOf(told.toInt());
    syncing::RemoteRun run;
    run.remoteId = kernelMark + taskId;
    run.theirStatus = workflowWord(told.toInt());
    run.status = workflow ? workflow->status : domain::RunStatus::Running;
    run.hasLog = false;
    const QJsonValue out = status.value("out"_L1);
    if (!out.isNull() && !out.isUndefined()) {
        run.result = out;
    }
    if (domain::isFinal(run.status) && run.status != domain::RunStatus::Done) {
        run.errorMessage = u"the kernel's workflow is %1"_s.arg(run.theirStatus);
    }
    return run;
}

QString workflowWord(int status)
{
    const Workflow *workflow = workflowOf(status);
    return workflow ? QString(workflow->word) : u"not known (%1)"_s.arg(status);
}

base::Result<QJsonObject> validationOf(const QJsonObject &answer, base::Instant now)
{
    constexpr qint64 milli = 1000;
    const QString signature = answer.value("policySignature"_L1).toString();
    const qint64 expiry = answer.value("expiry"_L1).toInteger();
    constexpr qint64 yearTenThousand = 253'402'300'800;
    if (signature.isEmpty() || expiry <= 0 || expiry >= yearTenThousand) {
        return corrupt(u"the service validated the task and signed nothing"_s);
    }
    const qint64 left = expiry - base::toMillis(now) / milli;
    return QJsonObject{{u"policy_signature"_s, signature},
                       {u"expiry"_s, expiry},
                       {u"expires_at"_s, base::isoUtc(base::fromMillis(expiry * milli))},
                       {u"expires_in_s"_s, left},
                       {u"expires_in"_s, left > 0 ? durationText(left) : u"it has expired"_s}};
}

} // namespace providers::brahma
