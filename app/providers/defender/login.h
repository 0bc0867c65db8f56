// SPDX-License-Identifier: Apache-2.0
// How an API key and its secret become the token that requests carry, at the service itself or by Cognito, and how that
// is renewed.
#pragma once

#include "app/providers/defender/settings.h"
#include "app/providers/defender/srp.h"
#include "app/sync/rest/restclient.h"

#include <QJsonObject>

namespace providers::defender {

struct Credential
{
    QString apiKey;
    QString secret;
    QString token; ///< Of LoginWay::Token.
};

/// Lives on its client's thread and no longer than the client.
class Login : public QObject
{
public:
    Login(rest::RestClient &client, Settings settings, Credential credential);

    /// Whether there is a token, good or not.
    bool isReady() const { return !m_token.isEmpty(); }
    net::Headers headers() const;
    /// Gets a token, by what is left of the last login where that is still taken. Denied, field `credential`, where the
    /// key or its secret is refused.
    rest::Future<void> renew();

private:
    rest::Future<void> begin();
    rest::Future<void> refresh();
    rest::Future<void> taken(const rest::Future<rest::Reply> &reply);
    base::Status take(const QJsonObject &tokens);
    rest::Future<rest::Reply> askService(const QString &what, QJsonObject body);
    rest::Future<rest::Reply> askCognito(const QByteArray &operation, const QJsonObject &body);
    rest::Future<rest::Reply> askProof();
    rest::Future<rest::Reply> prove(const SrpClient &srp, const QJsonObject &challenge);

    rest::RestClient &m_client;
    Settings m_settings;
    Credential m_credential;
    QString m_token;
    QString m_refreshToken;
};

} // namespace providers::defender
