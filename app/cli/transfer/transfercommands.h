// SPDX-License-Identifier: Apache-2.0
// Automations in and out of a workspace, templates, and the whole workspace as one file: the functions of the table.
#pragma once

#include "app/cli/commands/commandtable.h"

namespace cli {

void importAutomations(Session &session);
void exportAutomations(Session &session);
void listTemplates(Session &session);
void applyTemplate(Session &session);

/// Their rows.
QList<CommandSpec> transferRows();

} // namespace cli
