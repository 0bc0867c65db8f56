// SPDX-License-Identifier: Apache-2.0
// Which automations an operator may not know of, from the rows of their lists of people. Used inside a transaction.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/rights/rights.h"
#include "app/store/sql/connection.h"

#include <QSet>

namespace store {

/// SQL that answers the ids of automations hidden from an operator, and its values.
struct HiddenIds
{
    QByteArray select;
    Values values;
};
/// Empty for an admin, from whom nothing is hidden.
std::optional<HiddenIds> hiddenIds(const domain::Operator &who);

base::Result<QSet<base::AutomationId>> readHidden(Connection &db, const domain::Operator &who);
/// Keeps its list; that of a removed automation stays for its runs.
base::Status saveAcl(Connection &db, const domain::Automation &automation);

} // namespace store
