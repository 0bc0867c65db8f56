// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/reading.h"

#include "app/bundles/autotask.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .detail = detail};
}

/// An id that is wrong in the answer would be asked for ever after.
QString textIn(const QJsonObject &item, const QStringList &names)
{
    for (const QString &name : names) {
        if (const QString text = item.value(name).toString(); !text.isEmpty()) {
            return text;
        }
    }
    return {};
}

void takeEnvironment(QJsonObject &rest, domain::Automation &automation)
{
    const QJsonObject variables = rest.value("environmentVariables"_L1).toObject();
    const bool areTexts =
        std::all_of(variables.begin(), variables.end(), [](const QJsonValue &value) { return value.isString(); });
    if (!areTexts) {
        return;
    }
    for (auto it = variables.constBegin(); it != variables.constEnd(); ++it) {
        automation.env.insert(it.key(), it.value().toString());
    }
    rest.remove("environmentVariables"_L1);
}

/// The value that was written as JSON, or the text as it is.
QJsonValue decoded(const QJsonValue &result)
{
    if (!result.isString()) {
        return result.isNull() ? QJsonValue(QJsonValue::Undefined) : result;
    }
    const QJsonDocument document = QJsonDocument::fromJson('[' + result.toString().toUtf8() + ']');
    return document.array().size() == 1 ? document.array().first() : result;
}

domain::RunStatus statusOf(const QJsonObject &item)
{
    using domain::RunStatus;
    switch (runWord(item.value("status"_L1).toString())) {
    case RunWord::Pending:
        return RunStatus::Running;
    case RunWord::Success:
        return RunStatus::Done;
    case RunWord::Error:
        return item.value("errorType"_L1) == "TIMEOUT"_L1 ? RunStatus::TimedOut : RunStatus::Failed;
    case RunWord::Throttled:
        return RunStatus::Skipped;
    case RunWord::Unknown:
        return item.contains("errorType"_L1) || item.contains("message"_L1) ? RunStatus::Failed : RunStatus::Running;
    }
    Q_UNREACHABLE();
}

} // namespace

RunWord runWord(const QString &status)
{
    static const QHash<QString, RunWord> words{{u"pending"_s, RunWord::Pending},
                                               {u"success"_s, RunWord::Success},
                                               {u"error"_s, RunWord::Error},
                                               {u"throttled"_s, RunWord::Throttled},
                                               {u"throttle"_s, RunWord::Throttled}};
    return words.value(status, RunWord::Unknown);
}

QString idIn(const QJsonObject &item)
{
    return textIn(item, {u"actionId"_s, u"autotaskId"_s});
}

QList<domain::Trigger> triggersOf(const QJsonObject &trigger)
{
    if (trigger.value("type"_L1) == "webhook"_L1) {
        return {domain::Webhook{}};
    }
    const auto ours = domain::triggerFromJson(bundles::scheduleOf(trigger), domain::Provenance::Outside);
    return ours ? QList<domain::Trigger>{*ours} : QList<domain::Trigger>();
}

base::Result<syncing::RemoteAutomation> automationOf(const QJsonObject &item)
{
    syncing::RemoteAutomation remote;
    remote.remoteId = idIn(item);
    if (remote.remoteId.isEmpty()) {
        return corrupt(u"an automation there has no id"_s);
    }
    QJsonObject rest = item;
    rest.remove("actionId"_L1);
    rest.remove("autotaskId"_L1);
    domain::Automation &automation = remote.automation;
    automation.type = u"bundle"_s;
    automation.name = rest.take("name"_L1).toString(remote.remoteId);
    automation.paused = rest.take("paused"_L1).toBool();
    QString code = rest.take("encodedZippedCode"_L1).toString();
    code.removeIf([](QChar c) { return c.isSpace(); });
    if (!code.isEmpty()) {
        automation.params.insert("code"_L1, code);
    }
    QJsonObject trigger = rest.take("trigger"_L1).toObject();
    automation.triggers = triggersOf(trigger);
    trigger.remove("token"_L1); // a secret
    if (!trigger.isEmpty()) {
        rest.insert("trigger"_L1, trigger);
    }
    takeEnvironment(rest, automation);
    automation.remote = rest;
    return remote;
}

base::Result<syncing::RemoteRun> runOf(const QJsonObject &item)
{
    syncing::RemoteRun run;
    run.remoteId = textIn(item, {u"actionRunId"_s, u"autotaskRunId"_s});
    if (run.remoteId.isEmpty()) {
        return corrupt(u"a run there has no id"_s);
    }
    run.automationRemoteId = idIn(item);
    run.theirStatus = item.value("status"_L1).toString();
    run.status = statusOf(item);
    const QString trigger = item.value("trigger"_L1).toString();
    if (!trigger.isEmpty() && !trigger.startsWith("manual"_L1)) {
        run.key = QString(); // nobody asked for it
    }
    run.queuedAt = base::parseIso(item.value("createdAt"_L1).toString());
    run.result = decoded(item.value("result"_L1));
    run.hasLog = run.status != domain::RunStatus::Skipped;
    if (run.status == domain::RunStatus::Skipped) {
        run.reason = u"throttled: the runs of the hour were used up, and this one is not made up for"_s;
    }
    const QString kind = item.value("errorType"_L1).toString();
    const QString message = item.value("message"_L1).toString();
    run.errorMessage = kind.isEmpty() || message.isEmpty() ? kind + message : kind + u": "_s + message;
    return run;
}

QByteArray logIn(const QJsonObject &run)
{
    const QJsonValue plain = run.value("decodedLogs"_L1);
    return plain.isString() ? plain.toString().toUtf8()
                            : QByteArray::fromBase64(run.value("encodedLogs"_L1).toString().toLatin1());
}

base::Result<QList<QJsonObject>> itemsIn(const QJsonObject &list)
{
    const QJsonValue items = list.value("items"_L1);
    if (!items.isArray()) {
        return corrupt(u"the list there has no items"_s);
    }
    QList<QJsonObject> objects;
    for (const QJsonValue item : items.toArray()) {
        objects.append(item.toObject());
    }
    return objects;
}

} // namespace providers::defender
