// SPDX-License-Identifier: Apache-2.0
// The rows of schedule positions; they go with their automation.
#pragma once

#include "app/store/schedules.h"
#include "app/store/sql/connection.h"

namespace store {

/// Used inside a transaction, on the thread of its connection.
class ScheduleTable
{
public:
    explicit ScheduleTable(Connection &db) : m_db(db) {}

    base::Result<QList<SchedulePosition>> all();
    /// False where nothing changed: it stands there already, or the automation is gone.
    base::Result<bool> move(const SchedulePosition &position);

private:
    Connection &m_db;
};

} // namespace store
