// SPDX-License-Identifier: Apache-2.0
// The commands about what waits for people, and their rows of the table.
#pragma once

#include "app/cli/commands/commandtable.h"

namespace cli {

QList<CommandSpec> approvalRows();

bool isApprovalId(const QString &id);
/// Prints one request and ends the session.
void showApproval(Session &session, const QString &id);

void listApprovals(Session &session);
void approveRequest(Session &session);
void rejectRequest(Session &session);

} // namespace cli
