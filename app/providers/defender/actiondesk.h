// SPDX-License-Identifier: Apache-2.0
// Does what actions.h names.
#pragma once

#include "app/providers/defender/codedesk.h"

namespace providers::defender {

/// Lives no longer than the service.
class ActionDesk
{
public:
    explicit ActionDesk(Service &service) : m_service(service), m_code(service) {}

    /// Unsupported where there is no such action; Invalid names the field.
    rest::Future<QJsonValue> act(const QString &action, const QJsonObject &fields);

private:
    using Answer = rest::Future<QJsonValue>;
    using Outcome = base::Result<Answer>; ///< An error where the fields are not what they should be.

    Outcome bringHome(const QJsonObject &fields);
    Outcome uploadCode(const QJsonObject &fields);
    Outcome downloadCode(const QJsonObject &fields);
    Outcome show(const QJsonObject &fields);
    Outcome setRelayer(const QJsonObject &fields);
    Outcome environment(const QJsonObject &fields);
    Outcome setEnvironment(const QJsonObject &fields);
    Outcome run(const QJsonObject &fields);
    Outcome runs(const QJsonObject &fields);
    Outcome callWebhook(const QJsonObject &fields);
    Outcome secrets(const QJsonObject &fields);
    Outcome setSecrets(const QJsonObject &fields);
    Outcome counts(const QJsonObject &fields);
    Outcome quotas(const QJsonObject &fields);
    Outcome capabilities(const QJsonObject &fields);

    Answer told(const rest::Future<QJsonObject> &answer);

    Service &m_service;
    CodeDesk m_code;
};

} // namespace providers::defender
