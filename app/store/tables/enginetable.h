// SPDX-License-Identifier: Apache-2.0
// The lives of engines: one row each, so that a run can say which one started it.
#pragma once

#include "app/store/sql/connection.h"

namespace store {

/// Adds this process as the engine; its number.
base::Result<qint64> insertEngine(Connection &db, base::Instant now);

} // namespace store
