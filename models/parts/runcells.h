// SPDX-License-Identifier: Apache-2.0
// The columns of the runs, as a table: what each says in which role.
#pragma once

#include "models/parts/usualtimes.h"

#include <QVariant>

#include <span>

namespace models {

struct RunCellContext
{
    std::optional<UsualTime> usual; ///< Of the run's automation.
    base::Instant now;
};

struct RunColumnSpec
{
    using Cell = QVariant (*)(const domain::Run &, const RunCellContext &);

    const char *key;   ///< Under which a view keeps its width and place.
    const char *title; ///< Source text; titleText() translates.
    Qt::AlignmentFlag alignment = Qt::AlignLeft;
    Cell display = nullptr;
    Cell raw = nullptr;
    Cell statusKey = nullptr;
    Cell dimmed = nullptr;
    Cell fraction = nullptr;
    Cell expected = nullptr;

    QString titleText() const;
};

/// In the order of RunModel::Column.
std::span<const RunColumnSpec> runColumns();

} // namespace models
