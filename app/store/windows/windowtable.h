// SPDX-License-Identifier: Apache-2.0
// The rows of maintenance windows and of their versions. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/domain/windows/maintenance.h"
#include "app/store/sql/connection.h"

namespace store {

/// Of a window; older ones are forgotten. Opening and closing it by hand are versions, too.
inline constexpr qint64 mostWindowVersions = 200;

class WindowTable
{
public:
    explicit WindowTable(Connection &db) : m_db(db) {}

    /// By name.
    base::Result<QList<domain::MaintenanceWindow>> all();
    /// NotFound names it.
    base::Result<domain::MaintenanceWindow> get(const QString &id);
    /// Nothing where there is none.
    base::Result<std::optional<domain::MaintenanceWindow>> find(const QString &id);
    /// Newest first; also of one that was removed.
    base::Result<QList<domain::MaintenanceWindow>> versions(const QString &id);
    /// 0 where there never was one.
    base::Result<qint64> lastVersion(const QString &id);

    /// Each writes the version, too. Conflict where there is one with its id.
    base::Status insert(const domain::MaintenanceWindow &window);
    base::Status save(const domain::MaintenanceWindow &window);
    /// The versions stay.
    base::Status remove(const QString &id);
    base::Status forgetVersions(const QString &id);

private:
    base::Status insertVersion(const domain::MaintenanceWindow &window);

    Connection &m_db;
};

} // namespace store
