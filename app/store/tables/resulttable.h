// SPDX-License-Identifier: Apache-2.0
// What runs answered and left behind: read with one run, never with a page of them.
#pragma once

#include "app/domain/run.h"
#include "app/store/sql/connection.h"

namespace store {

/// Used inside a transaction, on the thread of its connection.
class ResultTable
{
public:
    explicit ResultTable(Connection &db) : m_db(db) {}

    /// Fills in result and artifacts of `run`, where it has any.
    base::Status fill(domain::Run &run);
    /// Of a run that ended; nothing is written where there is nothing.
    base::Status save(const domain::Run &run);

private:
    Connection &m_db;
};

} // namespace store
