// SPDX-License-Identifier: Apache-2.0
// The processes below this one, as /proc shows them now, and how to signal them without hitting a stranger who got a
// freed number: open a pidfd, look at the ancestry again, signal through the pidfd.
#pragma once

#include <sys/types.h>

#include <functional>
#include <vector>

namespace runner {

struct Process
{
    pid_t pid = 0;
    pid_t parent = 0;
    unsigned long long startTicks = 0; ///< With the pid, names a process for good.
    bool dead = false;                 ///< A zombie without living threads.
    char name[20] = {};
};

/// Every living or dead descendant, parents before children. Children listed in `except` are left out with all of
/// theirs. `visit` sees each process before its children are looked for.
std::vector<Process> descendants(const std::vector<pid_t> &except = {},
                                 const std::function<void(const Process &)> &visit = {});

enum class Signalled { Sent, Gone, Denied };

/// Sends `signal` if the process is still a descendant of this one.
Signalled signalDescendant(const Process &process, int signal);

} // namespace runner
