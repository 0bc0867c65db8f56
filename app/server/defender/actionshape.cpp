// SPDX-License-Identifier: Apache-2.0
#include "app/server/defender/actionshape.h"

#include "app/base/jsonreader.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

using base::Result;
using domain::RunStatus;

const QStringList verbatim{u"relayerId"_s, u"stackResourceId"_s, u"dependenciesVersion"_s};
/// Kinds of trigger that only their service knows.
const QStringList foreignTriggers{u"sentinel"_s, u"monitor-filter"_s, u"scenario"_s};

QString digestOf(const QByteArray &code)
{
    const QByteArray zip = QByteArray::fromBase64(code);
    return QString::fromLatin1(QCryptographicHash::hash(zip, QCryptographicHash::Sha256).toBase64());
}

QJsonObject scheduleShape(const domain::Schedule &schedule)
{
    QJsonObject shape{{u"type"_s, u"schedule"_s}};
    if (!schedule.cron.isEmpty()) {
        shape.insert("cron"_L1, schedule.cron);
    } else if (schedule.everySeconds % 60 == 0) {
        shape.insert("frequencyMinutes"_L1, schedule.everySeconds / 60);
    } else {
        shape.insert("frequencySeconds"_L1, schedule.everySeconds);
    }
    return shape;
}

QJsonObject triggerShape(const domain::Automation &automation, const ActionView &view)
{
    for (const domain::Trigger &trigger : automation.triggers) {
        const auto *schedule = std::get_if<domain::Schedule>(&trigger);
        if (schedule && !schedule->at) {
            return scheduleShape(*schedule);
        }
        if (std::holds_alternative<domain::Webhook>(trigger)) {
            QJsonObject shape{{u"type"_s, u"webhook"_s}};
            if (!view.webhookToken.isEmpty()) {
                shape.insert("token"_L1, view.webhookToken);
            }
            return shape;
        }
    }
    const QJsonObject kept = automation.remote.value("trigger"_L1).toObject();
    return kept.isEmpty() ? QJsonObject{{u"type"_s, u"manual"_s}} : kept;
}

Result<QJsonObject> scheduleFrom(QJsonObject shape)
{
    QJsonObject trigger{{u"type"_s, u"schedule"_s}};
    if (shape.contains("cron"_L1)) {
        trigger.insert("cron"_L1, shape.take("cron"_L1));
        trigger.insert("timezone"_L1, u"UTC"_s); // as the service reads it
    }
    if (shape.contains("frequencyMinutes"_L1)) {
        trigger.insert("every_minutes"_L1, shape.take("frequencyMinutes"_L1));
    }
    if (shape.contains("frequencySeconds"_L1)) {
        trigger.insert("every_seconds"_L1, shape.take("frequencySeconds"_L1));
    }
    if (trigger.size() == 1) {
        return base::invalid(u"trigger"_s, u"a schedule needs frequencyMinutes or cron"_s);
    }
    return trigger;
}

/// Puts `triggers` into `changes`, or the whole trigger into `remote`.
base::Status takeTrigger(const QJsonObject &shape, QJsonObject &changes, QJsonObject &remote)
{
    const QString type = shape.value("type"_L1).toString();
    remote.remove("trigger"_L1);
    if (type == u"schedule"_s) {
        TRY(const QJsonObject schedule, scheduleFrom(shape));
        changes.insert("triggers"_L1, QJsonArray{schedule});
    } else if (type == u"webhook"_s) {
        changes.insert("triggers"_L1, QJsonArray{QJsonObject{{u"type"_s, u"webhook"_s}}});
    } else if (type == u"manual"_s || foreignTriggers.contains(type)) {
        changes.insert("triggers"_L1, QJsonArray());
        if (type != u"manual"_s) {
            remote.insert("trigger"_L1, shape);
        }
    } else {
        return base::invalid(u"trigger.type"_s, u"trigger.type must be schedule, webhook, manual or one of %1"_s.arg(
                                                    foreignTriggers.join(u", "_s)));
    }
    return {};
}

void takeVerbatim(const QJsonObject &action, QJsonObject &remote)
{
    for (const QString &name : verbatim) {
        const QJsonValue value = action.value(name);
        if (value.isString()) {
            remote.insert(name, value);
        }
    }
}

/// Any JSON value as text, which QJsonDocument alone has no way to say.
QString jsonText(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1).chopped(1));
}

QString errorType(const domain::Run &run)
{
    return run.status == RunStatus::TimedOut ? u"TIMEOUT"_s
           : run.status == RunStatus::Failed ? u"PROGRAM"_s
                                             : u"INTERNAL"_s;
}

QString triggerWordOf(const domain::Run &run)
{
    switch (run.trigger) {
    case domain::TriggerKind::Schedule:
        return u"schedule"_s;
    case domain::TriggerKind::Webhook:
        return u"webhook"_s;
    case domain::TriggerKind::Manual:
        return u"manual-api"_s;
    case domain::TriggerKind::Startup:
    case domain::TriggerKind::After:
    case domain::TriggerKind::File:
    case domain::TriggerKind::Workflow:
    case domain::TriggerKind::Remote:
        return u"manual"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject actionItem(const domain::Automation &automation, const ActionView &view)
{
    QJsonObject item = automation.remote;
    const QString code = automation.params.value("code"_L1).toString();
    QJsonObject variables;
    for (auto it = automation.env.constBegin(); it != automation.env.constEnd(); ++it) {
        variables.insert(it.key(), it.value());
    }
    item.insert(idName(view.dialect), automation.id.text());
    item.insert("name"_L1, automation.name);
    item.insert("paused"_L1, automation.paused);
    item.insert("trigger"_L1, triggerShape(automation, view));
    item.insert("createdAt"_L1, base::isoUtc(automation.createdAt));
    item.insert("codeDigest"_L1, digestOf(code.toLatin1()));
    item.insert("environmentVariables"_L1, variables);
    if (view.code == WithCode::Yes) {
        item.insert("encodedZippedCode"_L1, code);
    }
    return item;
}

Result<QJsonObject> changesFromAction(const QJsonObject &action, const domain::Automation *current)
{
    QJsonObject changes;
    QJsonObject remote = current ? current->remote : QJsonObject();
    for (const QLatin1StringView name : {"name"_L1, "paused"_L1}) {
        if (action.contains(name)) {
            changes.insert(name, action.value(name));
        }
    }
    if (action.contains("trigger"_L1)) {
        CHECK(takeTrigger(action.value("trigger"_L1).toObject(), changes, remote));
    }
    takeVerbatim(action, remote);
    changes.insert("remote"_L1, remote);
    const QJsonValue variables = action.value("environmentVariables"_L1);
    if (variables.isObject()) {
        changes.insert("env"_L1, variables);
    }
    const QJsonValue code = action.value("encodedZippedCode"_L1);
    if (code.isString()) {
        QJsonObject params = current ? current->params : QJsonObject();
        params.insert("code"_L1, code);
        changes.insert("params"_L1, params);
    } else if (!current) {
        return base::invalid(u"encodedZippedCode"_s, u"encodedZippedCode must be a zip file in base64"_s);
    }
    return changes;
}

QString actionStatus(const domain::Run &run)
{
    if (!domain::isFinal(run.status)) {
        return u"pending"_s;
    }
    return run.status == RunStatus::Done ? u"success"_s : u"error"_s;
}

QJsonObject actionRunItem(const domain::Run &run, Dialect dialect)
{
    QJsonObject item{{runIdName(dialect), run.id.text()},
                     {idName(dialect), run.automationId.text()},
                     {u"trigger"_s, triggerWordOf(run)},
                     {u"status"_s, actionStatus(run)},
                     {u"createdAt"_s, base::isoUtc(run.queuedAt)}};
    if (domain::isFinal(run.status) && run.status != RunStatus::Done) {
        item.insert("errorType"_L1, errorType(run));
    }
    return item;
}

QJsonObject actionRunDetail(const domain::Run &run, Dialect dialect, const QString &log)
{
    QJsonObject item = actionRunItem(run, dialect);
    if (!domain::isFinal(run.status)) {
        return item;
    }
    item.insert("requestId"_L1, run.id.text());
    item.insert("decodedLogs"_L1, log);
    if (run.status != RunStatus::Done) {
        item.insert("message"_L1, run.errorMessage.isEmpty() ? run.reason : run.errorMessage);
    } else if (!run.result.isUndefined()) {
        item.insert("result"_L1, jsonText(run.result));
    }
    return item;
}

} // namespace server
