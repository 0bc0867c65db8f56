// SPDX-License-Identifier: Apache-2.0
// One connection to a far end. Every request takes a turn of the event loop, as a real one takes time.
#pragma once

#include "app/providers/loopback/farend.h"

#include <QMap>

namespace providers {

/// What the system can do, as far as its rules let it.
domain::Capabilities capabilitiesOf(const FarEndRules &rules);

class LoopbackAccount final : public syncing::Account
{
    Q_OBJECT

public:
    LoopbackAccount(std::shared_ptr<FarEnd> farEnd, QString who, QHash<QString, QString> credential);
    ~LoopbackAccount() override;

    syncing::Answer<syncing::AccountFacts> facts() override;
    syncing::Answer<syncing::Page<syncing::RemoteAutomation>> automations(const QString &cursor) override;
    syncing::Answer<syncing::RemoteAutomation> automation(const QString &remoteId) override;
    syncing::Answer<syncing::RemoteAutomation> create(const domain::Automation &wanted) override;
    syncing::Answer<syncing::RemoteAutomation> update(const QString &remoteId, const domain::Automation &wanted,
                                                      const domain::Automation &base) override;
    syncing::Answer<void> remove(const QString &remoteId) override;
    syncing::Answer<syncing::RemoteRun> run(const syncing::RunWish &wish) override;
    syncing::Answer<void> cancel(const QString &runRemoteId) override;
    syncing::Answer<syncing::Page<syncing::RemoteRun>> runs(const syncing::RunFilter &filter) override;
    syncing::Answer<syncing::RemoteRun> readRun(const QString &runRemoteId) override;
    syncing::Answer<syncing::LogPart> log(const QString &runRemoteId, const QString &from) override;
    syncing::Answer<QList<syncing::RemoteApproval>> approvals() override;
    syncing::Answer<void> decide(const QString &approvalRemoteId, domain::Judgement verdict,
                                 const QString &comment) override;
    syncing::Answer<QList<syncing::RemoteWindow>> windows() override;
    syncing::Answer<QString> createWindow(const domain::MaintenanceWindow &window) override;
    syncing::Answer<void> updateWindow(const QString &remoteId, const domain::MaintenanceWindow &window) override;
    syncing::Answer<void> removeWindow(const QString &remoteId) override;
    syncing::Answer<QJsonValue> act(const QString &action, const QJsonObject &fields) override;

private:
    /// Does `act` there unless a fault keeps it from happening, and answers later.
    template <typename T> syncing::Answer<T> ask(const QString &verb, const std::function<base::Result<T>(Fault)> &act);
    template <typename T> base::Result<T> exchange(Fault fault, const std::function<base::Result<T>(Fault)> &act);
    bool isWelcome();

    std::shared_ptr<FarEnd> m_farEnd;
    QString m_who;
    QHash<QString, QString> m_credential;
    QMap<int, std::function<void()>> m_underWay; // how each is called off
    int m_lastRequest = 0;
};

} // namespace providers
