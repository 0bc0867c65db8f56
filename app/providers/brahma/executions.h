// SPDX-License-Identifier: Apache-2.0
// Executions for subscribers: signed for the nonce that holds, one of an account at a time, and watched to their end.
#pragma once

#include "app/providers/brahma/notary.h"
#include "app/providers/brahma/reading.h"
#include "app/providers/brahma/service.h"
#include "app/providers/brahma/writing.h"

namespace providers::brahma {

/// Lives no longer than what it is given.
class Executions
{
public:
    Executions(Service &service, const Settings &settings, const base::Result<Notary> &notary)
        : m_service(service), m_settings(settings), m_notary(notary)
    {
    }

    /// Conflict where one of the account is still under way: its nonce is only used up when it has landed.
    rest::Future<syncing::RemoteRun> run(const Wish &wish, const QString &registryId);
    /// What became of one; what was seen a moment ago is told again, for the service is not asked more often than
    /// `status_s`.
    rest::Future<syncing::RemoteRun> look(const QString &runId);

    rest::Future<QJsonObject> validate(const Wish &wish);
    /// For a signer elsewhere.
    rest::Future<QJsonObject> toSign(const Wish &wish);

private:
    struct Seen
    {
        std::chrono::nanoseconds at;
        syncing::RemoteRun run;
    };

    rest::Future<Execution> executionOf(const Wish &wish);
    rest::Future<QJsonObject> taskOf(const Wish &wish);
    rest::Future<syncing::RemoteRun> send(const Wish &wish, const QString &registryId);
    rest::Future<syncing::RemoteRun> ask(const QString &runId);
    syncing::RemoteRun begun(const Wish &wish, const QString &runId);
    void note(const syncing::RemoteRun &run);

    Service &m_service;
    const Settings &m_settings;
    const base::Result<Notary> &m_notary;
    QHash<QString, QString> m_flying; // runs under way, by account
    QHash<QString, Seen> m_seen;      // by run
};

} // namespace providers::brahma
