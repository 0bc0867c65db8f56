// SPDX-License-Identifier: Apache-2.0
// One account at PostHog: the tasks of one project, and their runs.
#pragma once

#include "app/providers/posthog/actiondesk.h"
#include "app/providers/posthog/logfeed.h"
#include "app/providers/posthog/runwalk.h"

#include <map>

namespace providers::posthog {

class Account final : public syncing::Account
{
    Q_OBJECT

public:
    template <typename T> using Answer = syncing::Answer<T>;

    Account(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits);
    /// With the settings of the connection.
    Account(const syncing::AccountContext &context, const rest::Habits &habits);
    ~Account() override;

    /// The key itself tells nothing: what it may do is found out by a change to a task that can't be.
    Answer<syncing::AccountFacts> facts() override;
    Answer<syncing::Page<syncing::RemoteAutomation>> automations(const QString &cursor) override;
    Answer<syncing::RemoteAutomation> automation(const QString &remoteId) override;
    Answer<syncing::RemoteAutomation> create(const domain::Automation &wanted) override;
    /// Only what changed is sent.
    Answer<syncing::RemoteAutomation> update(const QString &remoteId, const domain::Automation &wanted,
                                             const domain::Automation &base) override;
    /// It is hidden there, and kept.
    Answer<void> remove(const QString &remoteId) override;
    Answer<syncing::RemoteRun> run(const syncing::RunWish &wish) override;
    /// Conflict where it is over: an early server would write over its end.
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
    Answer<syncing::RemoteAutomation> task(const rest::Call &call);
    Answer<Rights> rights();

    Service m_service;
    RunWalk m_runs;
    Permissions m_permissions;
    ActionDesk m_actions;
    rest::PageWatch m_tasks;
    std::map<QString, std::unique_ptr<LogFeed>> m_logs; // by run
};

/// What a key can do at a server.
domain::Capabilities capabilities(Generation generation, Rights rights);

} // namespace providers::posthog
