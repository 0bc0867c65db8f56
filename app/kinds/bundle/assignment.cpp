// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/bundle/assignment.h"

#include "app/domain/input/secretrefs.h"
#include "app/kinds/bundle/outcome.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

QString defenderStatus(domain::RunStatus status)
{
    return status == domain::RunStatus::Done ? u"success"_s : u"error"_s;
}

QJsonObject previousRun(const domain::Run &run)
{
    QJsonObject object{{u"autotaskRunId"_s, run.id.text()},
                       {u"autotaskId"_s, run.automationId.text()},
                       {u"actionRunId"_s, run.id.text()},
                       {u"actionId"_s, run.automationId.text()},
                       {u"trigger"_s, domain::triggerWord(run.trigger)},
                       {u"status"_s, defenderStatus(run.status)},
                       {u"createdAt"_s, base::isoUtc(run.queuedAt)}};
    if (run.status != domain::RunStatus::Done) {
        object.insert("message"_L1, run.errorMessage.isEmpty() ? run.reason : run.errorMessage);
    }
    return object;
}

/// Of a run that was given arguments the body of a request, as a manual run with a body is in the service.
QJsonObject requestOf(const engine::JobContext &context)
{
    if (!context.request.isEmpty()) {
        return context.request;
    }
    QJsonObject body;
    for (const domain::Argument &argument : context.automation.arguments) {
        if (argument.kind != domain::ArgumentKind::Secret) { // those are among the secrets
            body.insert(argument.name, context.run.arguments.value(argument.name));
        }
    }
    return body.isEmpty()
               ? QJsonObject()
               : QJsonObject{{u"body"_s, body}, {u"headers"_s, QJsonObject()}, {u"queryParameters"_s, QJsonObject()}};
}

/// By their names; those that an argument asks for by the name of the argument.
QJsonObject secretsOf(const engine::JobContext &context)
{
    QJsonObject secrets;
    for (auto it = context.secrets.constBegin(); it != context.secrets.constEnd(); ++it) {
        if (!domain::isLentName(it.key())) {
            secrets.insert(it.key(), *it);
        }
    }
    for (const domain::Argument &argument : context.automation.arguments) {
        const auto name = domain::referredSecret(context.run.arguments.value(argument.name));
        if (argument.kind == domain::ArgumentKind::Secret && name && context.secrets.contains(*name)) {
            secrets.insert(argument.name, context.secrets.value(*name));
        }
    }
    return secrets;
}

QJsonObject event(const engine::JobContext &context, const std::optional<domain::Run> &previous)
{
    QJsonObject object{{u"secrets"_s, secretsOf(context)}};
    for (const QString &prefix : {u"autotask"_s, u"action"_s}) {
        object.insert(prefix + u"Id"_s, context.automation.id.text());
        object.insert(prefix + u"Name"_s, context.automation.name);
        object.insert(prefix + u"RunId"_s, context.run.id.text());
    }
    if (const QJsonObject request = requestOf(context); !request.isEmpty()) {
        object.insert("request"_L1, request);
    }
    if (previous) {
        object.insert("previousRun"_L1, previousRun(*previous));
    }
    return object;
}

} // namespace

QByteArray assignmentText(const engine::JobContext &context, const Assignment &assignment)
{
    const QJsonObject object{{u"folder"_s, assignment.folder},
                             {u"outcome"_s, assignment.outcome},
                             {u"keyValueStore"_s, context.storeDirectory},
                             {u"modules"_s, context.storeDirectory},
                             {u"mostResult"_s, mostResultBytes},
                             {u"longestMessage"_s, longestMessage},
                             {u"event"_s, event(context, assignment.previous)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace kinds
