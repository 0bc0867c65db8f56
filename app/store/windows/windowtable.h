// SPDX-License-Identifier: Apache-2.0
// The rows of maintenance windows. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/domain/windows/maintenance.h"
#include "app/store/sql/connection.h"

namespace store {

class WindowTable
{
public:
    explicit WindowTable(Connection &db) : m_db(db) {}

    /// By name.
    base::Result<QList<domain::MaintenanceWindow>> all();
    /// NotFound names it.
    base::Result<domain::MaintenanceWindow> get(const QString &id);
    /// Conflict where there is one with its id.
    base::Status insert(const domain::MaintenanceWindow &window);
    base::Status save(const domain::MaintenanceWindow &window);
    base::Status remove(const QString &id);

private:
    Connection &m_db;
};

} // namespace store
