// SPDX-License-Identifier: Apache-2.0
// Who asks at TheEye: by an integration token, which never runs out, or by a name and a password, for which the gateway
// gives a token that counts for a day and one organisation.
#pragma once

#include "app/providers/theeye/settings.h"
#include "app/sync/rest/restclient.h"

#include <QJsonObject>

namespace providers::theeye {

struct Credential
{
    QString integrationToken; ///< Comes first where it is given. Ranks at least as an admin.
    QString username;
    QString password;
};

/// Lives on the thread of the client, which is the gateway's, and no longer than it.
class Session : public QObject
{
public:
    Session(rest::RestClient &gateway, QString organisation, Credential credential);

    /// Whether there is a token, good or not.
    bool isReady() const { return !m_token.isEmpty(); }
    /// Whether another one can be had where it is refused.
    bool canRenew() const { return m_credential.integrationToken.isEmpty() && !m_credential.password.isEmpty(); }
    net::Headers headers() const;
    /// Logs in; whoever asks meanwhile gets the same answer. Denied, field `credential`, where that is refused.
    rest::Future<void> renew();
    /// The token that the gateway answered counts from here on. Corrupt where it gave none.
    base::Status take(const rest::Reply &reply);
    /// The login is over there, and is not renewed any more.
    base::Status end(const rest::Reply &reply);

private:
    rest::Future<void> login();

    rest::RestClient &m_gateway;
    QString m_organisation;
    Credential m_credential;
    QString m_token;
    bool m_ended = false;
    std::optional<rest::Future<void>> m_underWay;
};

} // namespace providers::theeye
