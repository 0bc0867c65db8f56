// SPDX-License-Identifier: Apache-2.0
// The rows of what was last seen of automations that live elsewhere, and of what both sides disagree about. Used inside
// a transaction, on the thread of its connection to the file.
#pragma once

#include "app/store/mirrors/mirrors.h"
#include "app/store/sql/connection.h"

namespace store {

struct MirrorRow
{
    base::AutomationId automation;
    base::ConnectionId connection;
    QString remoteId;
    domain::Automation base;                     ///< What both sides had last.
    std::optional<domain::Automation> seen = {}; ///< What is there now, where both sides disagree.
    QByteArray digest = {};                      ///< Of what was seen last.
    bool removed = false;                        ///< Here; it is still to be removed there.

    const domain::Automation &there() const { return seen ? *seen : base; }
};

class MirrorTable
{
public:
    explicit MirrorTable(Connection &db) : m_db(db) {}

    base::Result<std::optional<MirrorRow>> find(const base::ConnectionId &connection, const QString &remoteId);
    base::Result<std::optional<MirrorRow>> of(const base::AutomationId &automation);
    /// Of what was seen last; empty where nothing was. Cheap.
    base::Result<QByteArray> digest(const base::ConnectionId &connection, const QString &remoteId);
    /// Cheap; empty where it is not mirrored.
    base::Result<base::AutomationId> automation(const base::ConnectionId &connection, const QString &remoteId);
    base::Result<QStringList> remoteIds(const base::ConnectionId &connection);

    base::Status insert(const MirrorRow &row);
    base::Status save(const MirrorRow &row);
    /// With its conflict.
    base::Status remove(const base::AutomationId &automation);

    base::Result<QList<Conflict>> conflicts();
    base::Result<std::optional<Conflict>> conflictOf(const base::AutomationId &automation);
    /// False where it is in this conflict already.
    base::Result<bool> setConflict(const base::AutomationId &automation, Disagreement what,
                                   const QList<domain::FieldConflict> &fields, base::Instant now);
    /// False where there is none.
    base::Result<bool> clearConflict(const base::AutomationId &automation);

private:
    base::Result<std::optional<MirrorRow>> one(const QByteArray &where, const Values &values);

    Connection &m_db;
};

/// By which it is known again: SHA-256 of its document.
QByteArray digestOf(const domain::Automation &remote);

} // namespace store
