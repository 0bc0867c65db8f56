// SPDX-License-Identifier: Apache-2.0
// Maintenance windows of remote systems: what was last seen there, for people to look at. Windows of this workspace are
// rows of another table; these here decide nothing.
#pragma once

#include "app/domain/windows/maintenance.h"
#include "app/store/sql/connection.h"

#include "app/base/ids.h"

namespace store {

struct WindowThere
{
    base::ConnectionId connection;
    QString remoteId;
    domain::MaintenanceWindow window; ///< Its id is `CONNECTION/REMOTE`.
    bool open = false;                ///< As it was seen.

    friend bool operator==(const WindowThere &, const WindowThere &) = default;
};

/// Used inside a transaction, on the thread of its connection to the file.
class WindowsThere
{
public:
    explicit WindowsThere(Connection &db) : m_db(db) {}

    /// By name.
    base::Result<QList<WindowThere>> all();
    /// `seen` are all that are there. Whether any row is another now.
    base::Result<bool> keep(const base::ConnectionId &connection, const QList<WindowThere> &seen);

private:
    Connection &m_db;
};

/// Whether it can be read back; where not, Invalid names the field.
base::Status checkWindow(const WindowThere &seen);

} // namespace store
