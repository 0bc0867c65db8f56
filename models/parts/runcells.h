// SPDX-License-Identifier: Apache-2.0
// The columns of the runs, as a table: what each says in which role.
#pragma once

#include "models/parts/columns.h"
#include "models/parts/usualtimes.h"

#include <span>

namespace models {

struct RunCellContext
{
    std::optional<UsualTime> usual; ///< Of the run's automation.
    base::Instant now;
    QString home = {}; ///< The name of the connection where it runs; empty is this machine.
};

using RunColumn = ColumnSpec<domain::Run, RunCellContext>;

/// In the order of RunModel::Column.
std::span<const RunColumn> runColumns();

} // namespace models
