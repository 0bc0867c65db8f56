// SPDX-License-Identifier: Apache-2.0
// The columns of the automations, as a table: what each says in which role.
#pragma once

#include "app/domain/catalog.h"
#include "app/store/pauses.h"
#include "models/parts/automationrow.h"
#include "models/parts/columns.h"
#include "models/parts/words.h"

#include <span>

namespace models {

/// What a cell needs beside its row.
struct CellContext
{
    const domain::Catalog &catalog;
    base::Instant now;
    store::Pausing everything = store::Pausing::Off;
    const NameOf &nameOf; ///< Of the automations that triggers name.
};

using AutomationColumn = ColumnSpec<AutomationRow, CellContext>;

/// In the order of AutomationModel::Column.
std::span<const AutomationColumn> automationColumns();

} // namespace models
