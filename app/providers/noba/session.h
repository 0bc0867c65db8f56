// SPDX-License-Identifier: Apache-2.0
// Who we are at a NOBA server: an API key, or a login that is renewed when its token has run out after 24 hours.
#pragma once

#include "app/sync/rest/restclient.h"

namespace providers::noba {

/// The code of a time-based second factor (RFC 6238, SHA-1, six digits, 30 s) by its secret in base 32; empty where
/// that is none.
QString totpCode(const QString &secret, base::Instant now);

class Session
{
public:
    using Credential = QHash<QString, QString>;

    /// `keep` is told of a new token, to be kept with the rest. Lives as long as the client, which it tells who it is.
    Session(rest::RestClient &client, Credential credential, std::function<void(const Credential &)> keep);

    const Credential &credential() const { return m_credential; }

private:
    net::Headers headers() const;
    rest::Future<void> renew();
    rest::Call loginCall(const QString &code) const;
    void login(const rest::Promise<void> &promise, const QString &code);
    base::Status take(const QJsonObject &answer);

    rest::RestClient &m_client;
    Credential m_credential;
    std::function<void(const Credential &)> m_keep;
    std::optional<base::Error> m_refusal; // of the last login
    std::chrono::nanoseconds m_refusedUntil{0};
};

} // namespace providers::noba
