// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/bundle/assignment.h"

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

QJsonObject event(const engine::JobContext &context, const std::optional<domain::Run> &previous)
{
    QJsonObject secrets;
    for (auto it = context.secrets.constBegin(); it != context.secrets.constEnd(); ++it) {
        secrets.insert(it.key(), *it);
    }
    QJsonObject object{{u"secrets"_s, secrets}};
    for (const QString &prefix : {u"autotask"_s, u"action"_s}) {
        object.insert(prefix + u"Id"_s, context.automation.id.text());
        object.insert(prefix + u"Name"_s, context.automation.name);
        object.insert(prefix + u"RunId"_s, context.run.id.text());
    }
    if (!context.request.isEmpty()) {
        object.insert("request"_L1, context.request);
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
