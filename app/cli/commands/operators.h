// SPDX-License-Identifier: Apache-2.0
// The commands about operators and their tokens, and their rows of the table.
#pragma once

#include "app/cli/commands/commandtable.h"

namespace cli {

QList<CommandSpec> operatorRows();

void listOperators(Session &session);
void addOperator(Session &session);
void setOperatorRole(Session &session);
void removeOperator(Session &session);
void listTokens(Session &session);
void createToken(Session &session);
void revokeToken(Session &session);

} // namespace cli
