// SPDX-License-Identifier: Apache-2.0
// The rows of what requests for runs called themselves. Each lives as long as its run. Used inside a transaction, on
// the thread of its connection to the file.
#pragma once

#include "app/store/runs.h"
#include "app/store/sql/connection.h"

namespace store {

/// Keys of other operators and of other automations are other keys.
struct KeyOwner
{
    base::AutomationId automation;
    QString askedBy;
};

class RunKeyTable
{
public:
    explicit RunKeyTable(Connection &db) : m_db(db) {}

    /// The run that was made for the key. Conflict where something else was asked for then.
    base::Result<std::optional<base::RunId>> find(const KeyOwner &owner, const RunKey &key);
    base::Status insert(const KeyOwner &owner, const RunKey &key, const base::RunId &run);

private:
    Connection &m_db;
};

} // namespace store
