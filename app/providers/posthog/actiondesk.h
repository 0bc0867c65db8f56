// SPDX-License-Identifier: Apache-2.0
// Does the actions: most are one request that their data describe; the others are here.
#pragma once

#include "app/providers/posthog/deeds.h"
#include "app/providers/posthog/logwriter.h"
#include "app/providers/posthog/permissions.h"

namespace providers::posthog {

/// Lives no longer than its parts.
class ActionDesk
{
public:
    ActionDesk(Service &service, Permissions &permissions)
        : m_service(service), m_permissions(permissions), m_log(service)
    {
    }

    /// Unsupported where there is no such action; Invalid names the field.
    rest::Future<QJsonValue> act(const QString &action, const QJsonObject &fields);

private:
    using Outcome = base::Result<rest::Future<QJsonValue>>;
    using Method = Outcome (ActionDesk::*)(const QJsonObject &given);

    Outcome plain(const Deed &deed, const QJsonObject &given);
    Outcome createTask(const QJsonObject &given);
    Outcome cancelRun(const QJsonObject &given);
    Outcome appendLog(const QJsonObject &given);
    Outcome logs(const QJsonObject &given);
    Outcome sessionLogs(const QJsonObject &given);
    Outcome uploadArtifact(const QJsonObject &given);
    Outcome downloadArtifact(const QJsonObject &given);
    Outcome command(const QJsonObject &given);
    Outcome answerPermission(const QJsonObject &given);
    rest::Future<QJsonValue> told(const rest::Future<QJsonObject> &answer);

    Service &m_service;
    Permissions &m_permissions;
    LogWriter m_log;
};

} // namespace providers::posthog
