// SPDX-License-Identifier: Apache-2.0
// The dialect that NOBA's documentation describes. No server has been seen to speak it.
#pragma once

#include "app/sync/provider.h"
#include "app/sync/rest/restclient.h"

namespace providers::noba {

/// What the documentation has.
domain::Capabilities documentedCapabilities();

base::Result<syncing::RemoteAutomation> documentedAutomation(const QJsonObject &item, const QString &zone);
base::Result<syncing::RemoteRun> documentedRun(const QJsonObject &item);
base::Result<syncing::RemoteWindow> documentedWindow(const QJsonObject &item);

/// Lives no longer than its client.
class Documented final : public syncing::Account
{
public:
    template <typename T> using Answer = syncing::Answer<T>;

    Documented(rest::RestClient &client, const QString &zone) : m_client(client), m_zone(zone) {}

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
    Answer<QJsonArray> list(const QStringList &path);
    Answer<QJsonObject> object(const rest::Call &call);
    Answer<void> done(const rest::Call &call);

    rest::RestClient &m_client;
    const QString m_zone;
};

} // namespace providers::noba
