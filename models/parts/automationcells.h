// SPDX-License-Identifier: Apache-2.0
// The columns of the automations, as a table: what each says in which role.
#pragma once

#include "app/domain/catalog.h"
#include "app/store/pauses.h"
#include "models/parts/automationrow.h"

#include <span>

namespace models {

/// What a cell needs beside its row.
struct CellContext
{
    const domain::Catalog &catalog;
    base::Instant now;
    store::Pausing everything = store::Pausing::Off;
};

struct AutomationColumnSpec
{
    using Cell = QVariant (*)(const AutomationRow &, const CellContext &);

    const char *key;   ///< Under which a view keeps its width and place.
    const char *title; ///< Source text; title() translates.
    Qt::AlignmentFlag alignment = Qt::AlignLeft;
    Cell display = nullptr;
    Cell raw = nullptr;
    Cell secondary = nullptr;
    Cell statusKey = nullptr;
    Cell icon = nullptr;
    Cell bars = nullptr;
    Cell accessible = nullptr; ///< Where the display text does not say it.

    QString titleText() const;
};

/// In the order of AutomationModel::Column.
std::span<const AutomationColumnSpec> automationColumns();

} // namespace models
