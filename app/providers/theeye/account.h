// SPDX-License-Identifier: Apache-2.0
// One account at TheEye.
#pragma once

#include "app/providers/theeye/jobdesk.h"
#include "app/providers/theeye/scheduledesk.h"

namespace providers::theeye {

/// What somebody of this rank may do; all of it where the rank is not known.
domain::Capabilities capabilitiesOf(const QString &rank);

class Account final : public syncing::Account
{
    Q_OBJECT

public:
    template <typename T> using Answer = syncing::Answer<T>;

    Account(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits);
    ~Account() override;

    Answer<syncing::AccountFacts> facts() override;
    /// Tasks, and workflows, which can be looked at and run.
    Answer<syncing::Page<syncing::RemoteAutomation>> automations(const QString &cursor) override;
    Answer<syncing::RemoteAutomation> automation(const QString &remoteId) override;
    Answer<syncing::RemoteAutomation> create(const domain::Automation &wanted) override;
    Answer<syncing::RemoteAutomation> update(const QString &remoteId, const domain::Automation &wanted,
                                             const domain::Automation &base) override;
    Answer<void> remove(const QString &remoteId) override;
    /// The task is read first, for the values go by what it asks for now. Where the server takes them for others than
    /// were meant, the run it answers is over and failed.
    Answer<syncing::RemoteRun> run(const syncing::RunWish &wish) override;
    Answer<void> cancel(const QString &runRemoteId) override;
    Answer<syncing::Page<syncing::RemoteRun>> runs(const syncing::RunFilter &filter) override;
    Answer<syncing::RemoteRun> readRun(const QString &runRemoteId) override;
    /// Nothing while it runs; then all of it.
    Answer<syncing::LogPart> log(const QString &runRemoteId, const QString &from) override;
    Answer<QList<syncing::RemoteApproval>> approvals() override;
    /// There is no place for the comment there.
    Answer<void> decide(const QString &approvalRemoteId, domain::Judgement verdict, const QString &comment) override;
    Answer<QList<syncing::RemoteWindow>> windows() override;
    Answer<QString> createWindow(const domain::MaintenanceWindow &window) override;
    Answer<void> updateWindow(const QString &remoteId, const domain::MaintenanceWindow &window) override;
    Answer<void> removeWindow(const QString &remoteId) override;
    Answer<QJsonValue> act(const QString &action, const QJsonObject &fields) override;

private:
    Answer<QJsonObject> withArguments(const QJsonObject &workflow);
    Answer<QJsonArray> askedArguments(const Target &target);
    Answer<syncing::RemoteAutomation> made(const domain::Automation &wanted, const QJsonObject &answer);
    Answer<syncing::RemoteAutomation> scheduled(const QJsonObject &task,
                                                const Answer<QList<domain::Trigger>> &triggers);
    Answer<QList<syncing::RemoteAutomation>> withSchedules(const QJsonArray &tasks);
    Answer<QJsonValue> waited(const QString &name, const QJsonObject &fields);
    Answer<QJsonValue> bringHome(const QString &id);

    Service m_service;
    JobDesk m_jobs;
    ScheduleDesk m_schedules;
};

} // namespace providers::theeye
