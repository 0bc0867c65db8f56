// SPDX-License-Identifier: Apache-2.0
// What each way of starting the program does: the window, `serve`, one command, a help text.
#pragma once

#include <QString>

namespace front {

/// The workspace where none is named.
QString defaultStore();

/// main() without its name. Answers the exit status of the command line.
int run(int argc, char **argv);

} // namespace front
