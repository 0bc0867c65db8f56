// SPDX-License-Identifier: Apache-2.0
// The one row that says whether everything is paused. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/store/pauses.h"
#include "app/store/sql/connection.h"

namespace store {

base::Result<AllPaused> readAllPaused(Connection &db);
base::Status writeAllPaused(Connection &db, const AllPaused &paused);

} // namespace store
