// SPDX-License-Identifier: Apache-2.0
// Does what actions.h names.
#pragma once

#include "app/providers/brahma/executions.h"
#include "app/providers/brahma/registry.h"

namespace providers::brahma {

/// With what an executor speaks.
struct Tools
{
    Service &service;
    const Settings &settings;
    const base::Result<Notary> &notary;
};

/// Lives no longer than what it is given.
class ActionDesk
{
public:
    ActionDesk(const Tools &tools, Registry &registry, Executions &executions)
        : m_service(tools.service),
          m_settings(tools.settings),
          m_notary(tools.notary),
          m_registry(registry),
          m_executions(executions)
    {
    }

    /// Unsupported where there is no such action; Invalid names the field.
    rest::Future<QJsonValue> act(const QString &action, const QJsonObject &fields);

private:
    using Answer = rest::Future<QJsonValue>;
    using Outcome = base::Result<Answer>; ///< An error where the fields are not what they should be.

    Outcome enrol(const QJsonObject &fields);
    Outcome registrationToSign(const QJsonObject &fields);
    Outcome registration(const QJsonObject &fields);
    Outcome subscriptions(const QJsonObject &fields);
    Outcome subscriptionsOfAccount(const QJsonObject &fields);
    Outcome subscriptionsOfOwner(const QJsonObject &fields);
    Outcome validate(const QJsonObject &fields);
    Outcome executionToSign(const QJsonObject &fields);
    Outcome nonce(const QJsonObject &fields);
    Outcome taskStatus(const QJsonObject &fields);
    Outcome kernelRegister(const QJsonObject &fields);
    Outcome kernelToSign(const QJsonObject &fields);
    Outcome kernelRegistration(const QJsonObject &fields);
    Outcome kernelTasks(const QJsonObject &fields);
    Outcome kernelSkip(const QJsonObject &fields);
    Outcome kernelStatus(const QJsonObject &fields);
    Outcome kernelLogs(const QJsonObject &fields);

    template <typename T> Answer told(const rest::Future<T> &answer);
    Answer readableOf(const rest::Future<QJsonArray> &answer, const Surroundings &around);
    base::Result<Registration> wanted(const QJsonObject &fields) const;
    TypedData kernelDataOf(const QString &registryId, const QJsonObject &fields) const;

    Service &m_service;
    const Settings &m_settings;
    const base::Result<Notary> &m_notary;
    Registry &m_registry;
    Executions &m_executions;
};

} // namespace providers::brahma
