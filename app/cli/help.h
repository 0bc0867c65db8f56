// SPDX-License-Identifier: Apache-2.0
// The texts of --help, made from the table of commands. English, like everything the command line says.
#pragma once

#include <QString>

namespace cli {

/// The whole program.
QString usage();
/// One command, or a group such as `cron`; the whole program for anything else.
QString usage(const QString &command);

} // namespace cli
