// SPDX-License-Identifier: Apache-2.0
// What an automation runs, as text for a POSIX shell that needs nothing of this program. Pure.
#pragma once

#include "app/domain/automation.h"

namespace bundles {

struct ShellCommand
{
    QString text;        ///< One line, or a script with many.
    QString interpreter; ///< What reads it from its standard input where it has many lines: `/bin/sh`, `python3` …
    QMap<QString, QString> env;
    QString runAs;
    QString folder;
};

/// Unsupported or Invalid where it can't be told so: another kind, secrets, arguments that are asked for.
base::Result<ShellCommand> shellCommandOf(const domain::Automation &automation);

/// One line for /bin/sh with folder, variables and who runs it; a script with many lines stands in it by a quoted word.
QString oneLine(const ShellCommand &command);

} // namespace bundles
