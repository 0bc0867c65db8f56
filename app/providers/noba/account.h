// SPDX-License-Identifier: Apache-2.0
// One account at a NOBA server. Which dialect it speaks is found with the first thing that is asked, by two reads.
#pragma once

#include "app/providers/noba/session.h"
#include "app/sync/provider.h"

namespace providers::noba {

enum class Dialect { Actual, Documented };

class Account final : public syncing::Account
{
    Q_OBJECT

public:
    template <typename T> using Answer = syncing::Answer<T>;

    Account(const syncing::AccountContext &context, const rest::Habits &habits);
    ~Account() override;

    Answer<syncing::AccountFacts> facts() override;
    Answer<syncing::Page<syncing::RemoteAutomation>> automations(const QString &cursor) override;
    Answer<syncing::RemoteAutomation> automation(const QString &remoteId) override;
    Answer<syncing::RemoteAutomation> create(const domain::Automation &wanted) override;
    Answer<syncing::RemoteAutomation> update(const QString &remoteId, const domain::Automation &wanted,
                                             const domain::Automation &base) override;
    Answer<void> remove(const QString &remoteId) override;
    Answer<syncing::RemoteRun> run(const syncing::RunWish &wish) override;
    Answer<void> cancel(const QString &runRemoteId) override;
    Answer<syncing::Page<syncing::RemoteRun>> runs(const syncing::RunFilter &filter) override;
    Answer<syncing::RemoteRun> readRun(const QString &runRemoteId) override;
    Answer<syncing::LogPart> log(const QString &runRemoteId, const QString &from) override;
    Answer<QList<syncing::RemoteApproval>> approvals() override;
    Answer<void> decide(const QString &approvalRemoteId, domain::Judgement verdict, const QString &comment) override;
    Answer<QList<syncing::RemoteWindow>> windows() override;
    Answer<QString> createWindow(const domain::MaintenanceWindow &window) override;
    Answer<void> updateWindow(const QString &remoteId, const domain::MaintenanceWindow &window) override;
    Answer<void> removeWindow(const QString &remoteId) override;
    Answer<QJsonValue> act(const QString &action, const QJsonObject &fields) override;

private:
    /// `ask(dialect)` once it is known which one is spoken.
    template <typename T, typename Ask> Answer<T> with(Ask ask);
    Answer<void> probe();
    void speak(Dialect dialect);

    rest::RestClient m_client;
    Session m_session;
    const QString m_zone;                        // of the server
    std::optional<Answer<void>> m_probe;         // under way
    std::unique_ptr<syncing::Account> m_dialect; // gone before the client
};

} // namespace providers::noba
