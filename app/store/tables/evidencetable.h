// SPDX-License-Identifier: Apache-2.0
// Rows around an instant: the row of a slot, the one after it, runs made before, starts of engines. Each costs the same
// however many rows there are.
#pragma once

#include "app/domain/run.h"
#include "app/store/sql/connection.h"

namespace store {

/// Used inside a transaction, on the thread of its connection.
class EvidenceTable
{
public:
    explicit EvidenceTable(Connection &db) : m_db(db) {}

    base::Result<std::optional<domain::Run>> ofSlot(const base::AutomationId &automation, base::Instant slot);
    /// The row of the next slot that has one.
    base::Result<std::optional<domain::Run>> afterSlot(const base::AutomationId &automation, base::Instant slot);
    /// Made until an instant, newest first, the newest two hundred of them.
    base::Result<QList<domain::Run>> madeUntil(const base::AutomationId &automation, base::Instant until);
    /// The last engine that started until then, and the next ones, in order of time.
    base::Result<QList<base::Instant>> enginesAround(base::Instant instant);

private:
    base::Result<std::optional<domain::Run>> one(const QByteArray &where, const Values &values);
    base::Result<std::optional<qint64>> lastMadeUntil(const base::AutomationId &automation, base::Instant until);

    Connection &m_db;
};

} // namespace store
