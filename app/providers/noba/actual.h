// SPDX-License-Identifier: Apache-2.0
// The dialect that NOBA's servers speak.
#pragma once

#include "app/sync/provider.h"
#include "app/sync/rest/restclient.h"

namespace providers::noba {

/// Lives no longer than its client.
class Actual final : public syncing::Account
{
public:
    template <typename T> using Answer = syncing::Answer<T>;

    Actual(rest::RestClient &client, const QString &zone) : m_client(client), m_zone(zone) {}

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
    /// Nothing is sent that the server would find too large.
    Answer<rest::Reply> ask(const rest::Call &call);
    /// The automation as the list has it, secrets and all.
    Answer<QJsonObject> item(const QString &remoteId);
    Answer<syncing::RemoteAutomation> change(const QString &remoteId, const domain::Automation &wanted,
                                             const QJsonObject &real);
    Answer<QJsonArray> stepRuns(const QString &workflow);
    /// The workflows that wait at a gate; asked for only where the runs have steps of graphs.
    Answer<QSet<QString>> gates(const QJsonArray &runs);
    Answer<syncing::RemoteRun> execution(const QString &workflow, const QString &id);
    Answer<syncing::RemoteRun> begun(const syncing::RunWish &wish, const QJsonObject &answer,
                                     const QSet<QString> &before);
    Answer<void> cancelSteps(const QString &workflow, const QString &id);

    rest::RestClient &m_client;
    const QString m_zone; // of the server
};

} // namespace providers::noba
