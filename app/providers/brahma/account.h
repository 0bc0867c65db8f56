// SPDX-License-Identifier: Apache-2.0
// One executor at Brahma Console, on one chain. Its automations are the subscriptions to what it registered; a run is
// an execution for one of them.
#pragma once

#include "app/providers/brahma/actiondesk.h"
#include "app/providers/brahma/executions.h"
#include "app/providers/brahma/registry.h"

namespace providers::brahma {

class Account final : public syncing::Account
{
    Q_OBJECT

public:
    template <typename T> using Answer = syncing::Answer<T>;

    Account(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits);
    ~Account() override;

    Answer<syncing::AccountFacts> facts() override;
    Answer<syncing::Page<syncing::RemoteAutomation>> automations(const QString &cursor) override;
    /// Nothing tells of one subscription only, so the list is asked.
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
    const Settings m_settings;
    base::Result<Notary> m_notary;
    Service m_service;
    Registry m_registry;
    Executions m_executions;
    ActionDesk m_actions;
};

/// What the system has at best.
domain::Capabilities capabilities();

} // namespace providers::brahma
