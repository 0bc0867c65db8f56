// SPDX-License-Identifier: Apache-2.0
// What an automation was given when somebody ran it last, for the next who is asked. Used inside a transaction, on the
// thread of its connection.
#pragma once

#include "app/domain/automation.h"
#include "app/store/sql/connection.h"

namespace store {

/// Leaves out what is fixed, empty, or was lent to one run only.
base::Status rememberArguments(Connection &db, const domain::Automation &automation,
                               const domain::ArgumentValues &values);
base::Result<domain::ArgumentValues> rememberedArguments(Connection &db, const base::AutomationId &automation);

} // namespace store
