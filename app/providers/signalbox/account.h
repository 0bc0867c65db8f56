// SPDX-License-Identifier: Apache-2.0
// One account at another Signalbox.
#pragma once

#include "app/providers/signalbox/logfeed.h"
#include "app/sync/provider.h"
#include "app/sync/rest/pages.h"
#include "app/sync/rest/restclient.h"

#include <map>

namespace providers::signalbox {

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
    /// The object that a call answers, read by `read`.
    template <typename T> Answer<T> object(const rest::Call &call, base::Result<T> (*read)(const QJsonObject &));
    Answer<void> done(const rest::Call &call);
    Answer<QString> role();
    base::Result<syncing::Page<syncing::RemoteRun>> page(const syncing::RunFilter &filter, const rest::Reply &reply);

    rest::RestClient m_client;
    QHash<QString, rest::PageWatch> m_walks;            // through lists of runs, by automation
    std::map<QString, std::unique_ptr<LogFeed>> m_logs; // by run; gone before the client
};

} // namespace providers::signalbox
