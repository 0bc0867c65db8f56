// SPDX-License-Identifier: Apache-2.0
// Whether a connection would work: an account of its own is opened, asked who it is, and closed. Nothing is kept.
#pragma once

#include "app/sync/credentials.h"
#include "app/sync/provider.h"

#include <QPromise>

#include <memory>

namespace syncing {

/// Lives on the engine thread. Answers once; Cancelled where it is destroyed before.
class TryOut final : public QObject
{
    Q_OBJECT

public:
    TryOut(const Provider &provider, AccountContext context, secrets::SecretStore *secrets, QObject *parent);
    ~TryOut() override;

    /// What is not given of the credential is taken from the keychain, where the connection has an id.
    void start();
    Answer<AccountFacts> answer() const { return m_promise.future(); }

private:
    void ask(const Credential &found);
    void give(const base::Result<AccountFacts> &result);

    const Provider &m_provider;
    AccountContext m_context;
    Credentials m_credentials;
    std::unique_ptr<Account> m_account;
    QPromise<base::Result<AccountFacts>> m_promise;
    bool m_given = false;
};

} // namespace syncing
