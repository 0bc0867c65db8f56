// SPDX-License-Identifier: Apache-2.0
// The columns of the agenda, as a table: what each says of a row in which role.
#pragma once

#include "models/agenda/agendarows.h"
#include "models/roles.h"

#include <QVariant>

namespace models {

/// What a cell needs beside its row.
struct AgendaContext
{
    RowKind kind = ItemRow;
    base::Instant now;
};

int agendaColumnCount();
/// In the order of AgendaModel::Column.
QVariant agendaCell(const AgendaRow &row, int column, int role, const AgendaContext &context);
QVariant agendaHeader(int column, int role);

} // namespace models
