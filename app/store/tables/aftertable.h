// SPDX-License-Identifier: Apache-2.0
// Who follows whom, kept beside the automations that say so: what ends finds its followers without reading all of them.
#pragma once

#include "app/domain/followers.h"
#include "app/store/sql/connection.h"

namespace store {

/// Used inside a transaction, on the thread of its connection. Rows go with their follower.
class AfterTable
{
public:
    explicit AfterTable(Connection &db) : m_db(db) {}

    /// In the order of their ids.
    base::Result<QList<base::AutomationId>> followersOf(const base::AutomationId &id);
    base::Result<domain::Following> all();
    /// What `automation` follows, in place of what it followed.
    base::Status save(const domain::Automation &automation);

private:
    Connection &m_db;
};

} // namespace store
