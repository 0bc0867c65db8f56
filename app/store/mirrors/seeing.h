// SPDX-License-Identifier: Apache-2.0
// What becomes of automations that were seen at a remote system, inside the transaction that keeps it: added, merged,
// in conflict, gone; and of the answer to one that was sent.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/store/mirrors/mirrortable.h"
#include "app/store/mirrors/outboxtable.h"
#include "app/store/transaction.h"

namespace store {

class Seeing
{
public:
    /// `connection` as it is stored.
    Seeing(Transaction &transaction, domain::Connection connection);

    base::Result<SeenAutomations> see(const QList<domain::RemoteAutomation> &page);
    base::Status gone(const QString &remoteId);
    /// `task` created or updated it, and they have it as `kept`.
    base::Status took(const TaskRow &task, const domain::RemoteAutomation &kept);

private:
    base::Status seeOne(const domain::RemoteAutomation &remote);
    base::Status add(const domain::RemoteAutomation &remote);
    base::Status adopt(const TaskRow &task, const domain::RemoteAutomation &remote);
    base::Result<domain::Automation> baseOf(const MirrorRow &mirror, const domain::Automation &there);
    base::Status compare(MirrorRow mirror, const domain::RemoteAutomation &remote);
    base::Status compareRemoved(MirrorRow mirror, const domain::RemoteAutomation &remote);
    base::Result<std::optional<TaskRow>> lostCreation(const domain::RemoteAutomation &remote);
    base::Status tookCreate(const TaskRow &task, const domain::RemoteAutomation &kept);
    base::Status tookUpdate(const TaskRow &task, const domain::RemoteAutomation &kept);
    base::Status dropDouble(const QString &remoteId);
    base::Status keepHere(domain::Automation automation, const domain::Automation &stored);
    base::Status disagree(const base::AutomationId &id, Disagreement what,
                          const QList<domain::FieldConflict> &fields = {});
    base::Status agree(const base::AutomationId &id);
    base::Status audit();
    const QStringList &carries() const { return m_connection.account.capabilities.carries; }

    Transaction &m_transaction;
    const domain::Connection m_connection;
    const domain::Actor m_actor;
    MirrorTable m_mirrors;
    QList<TaskRow> m_lost; // creations of which nobody knows whether they arrived
    SeenAutomations m_seen;
};

} // namespace store
