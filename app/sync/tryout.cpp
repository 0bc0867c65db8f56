// SPDX-License-Identifier: Apache-2.0
#include "app/sync/tryout.h"

#include "app/base/answer.h"

namespace syncing {

TryOut::TryOut(const Provider &provider, AccountContext context, secrets::SecretStore *secrets, QObject *parent)
    : QObject(parent), m_provider(provider), m_context(std::move(context)), m_credentials(secrets)
{
    m_promise.start();
    connect(&m_credentials, &Credentials::found, this, &TryOut::ask);
    connect(&m_credentials, &Credentials::missing, this, &TryOut::give);
}

TryOut::~TryOut()
{
    give(base::Error{.code = base::ErrorCode::Cancelled,
                     .context = {},
                     .detail = QStringLiteral("the program is closing"),
                     .field = {}});
}

void TryOut::start()
{
    if (const base::Status sound = m_provider.check(m_context.connection); !sound) {
        give(sound.error());
        return;
    }
    QList<domain::FieldSpec> notGiven = m_provider.info().credentials;
    notGiven.removeIf([this](const domain::FieldSpec &field) {
        return m_context.connection.id.isEmpty() || m_context.credential.contains(field.name);
    });
    m_credentials.read(m_context.connection, notGiven);
}

void TryOut::ask(const Credential &found)
{
    m_context.credential.insert(found);
    m_account = m_provider.open(m_context);
    base::onAnswer(this, m_account->facts(), [this](const base::Result<AccountFacts> &facts) { give(facts); });
}

void TryOut::give(const base::Result<AccountFacts> &result)
{
    if (!std::exchange(m_given, true)) {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }
}

} // namespace syncing
