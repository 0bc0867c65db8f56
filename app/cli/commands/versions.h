// SPDX-License-Identifier: Apache-2.0
// The versions of a definition, of an automation or of a maintenance window, on a terminal: what each changed.
#pragma once

#include "app/base/result.h"
#include "app/cli/commands/commandtable.h"

namespace cli {

class Session;

/// Ends the session with the versions that `path` answers, newest first: a row each, or what the one that `--diff`
/// names changed.
void showVersions(Session &session, const QByteArray &path);
OptionSpec diffOption();
/// The second operand. Invalid where it is no number.
base::Result<qint64> versionOperand(const Session &session);

} // namespace cli
