// SPDX-License-Identifier: Apache-2.0
// A process namespace for the whole test program: whoever lives in it and is not known is a survivor, numbers wrap
// soon, and nothing of the machine can be hit.
#pragma once

#include <QByteArray>
#include <QList>

namespace test {

/// Carried by the test program and by everyone who belongs to no run.
inline constexpr char innocence[] = "SIGNALBOX_INNOCENT=1";

/// Returns in the process that is to run the tests: in a new namespace where that is permitted. The calling process
/// stays outside and leaves with the status of the other.
void enterOwnNamespace(char **argv);
bool inOwnNamespace();
/// The next process gets this number if it is free. False where the kernel does not let us choose.
bool chooseNextPid(pid_t pid);

/// Living processes of the namespace that are neither the runner's nor innocent.
QList<qint64> strangers();
/// Alive, not a zombie.
bool isAlive(pid_t pid);

} // namespace test
