// SPDX-License-Identifier: Apache-2.0
// One account at Defender.
#pragma once

#include "app/providers/defender/actiondesk.h"
#include "app/providers/defender/service.h"
#include "app/sync/rest/pages.h"

namespace providers::defender {

class Account final : public syncing::Account
{
    Q_OBJECT

public:
    template <typename T> using Answer = syncing::Answer<T>;

    Account(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits);
    ~Account() override;

    Answer<syncing::AccountFacts> facts() override;
    /// Their list has no code, so each that is not known is read.
    Answer<syncing::Page<syncing::RemoteAutomation>> automations(const QString &cursor) override;
    Answer<syncing::RemoteAutomation> automation(const QString &remoteId) override;
    Answer<syncing::RemoteAutomation> create(const domain::Automation &wanted) override;
    Answer<syncing::RemoteAutomation> update(const QString &remoteId, const domain::Automation &wanted,
                                             const domain::Automation &base) override;
    Answer<void> remove(const QString &remoteId) override;
    Answer<syncing::RemoteRun> run(const syncing::RunWish &wish) override;
    Answer<void> cancel(const QString &runRemoteId) override;
    /// Of all automations: the newest part of each together, then the second one of each, and so on. How long a part is
    /// the service decides.
    Answer<syncing::Page<syncing::RemoteRun>> runs(const syncing::RunFilter &filter) override;
    Answer<syncing::RemoteRun> readRun(const QString &runRemoteId) override;
    /// Nothing while it runs; then all of it.
    Answer<syncing::LogPart> log(const QString &runRemoteId, const QString &from) override;
    Answer<QList<syncing::RemoteApproval>> approvals() override;
    Answer<void> decide(const QString &approvalRemoteId, domain::Judgement verdict, const QString &comment) override;
    Answer<QList<syncing::RemoteWindow>> windows() override;
    Answer<QString> createWindow(const domain::MaintenanceWindow &window) override;
    Answer<void> updateWindow(const QString &remoteId, const domain::MaintenanceWindow &window) override;
    Answer<void> removeWindow(const QString &remoteId) override;
    Answer<QJsonValue> act(const QString &action, const QJsonObject &fields) override;

private:
    using Runs = syncing::Page<syncing::RemoteRun>;

    Answer<QJsonObject> whole(const QJsonObject &listed);
    Answer<syncing::RemoteAutomation> made(const domain::Automation &wanted, const QJsonObject &item);
    Answer<Runs> part(const QString &id, const QString &cursor);
    Answer<Runs> parts(const QStringList &ids, const QJsonObject &cursors);

    Service m_service;
    ActionDesk m_actions;
    QHash<QString, QJsonObject> m_known;     // items with their code, by id
    QHash<QString, rest::PageWatch> m_walks; // through lists of runs, by automation
};

/// What the system has at best.
domain::Capabilities capabilities();

} // namespace providers::defender
