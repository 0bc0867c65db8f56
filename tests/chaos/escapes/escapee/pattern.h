// SPDX-License-Identifier: Apache-2.0
// Ways in which a program tries to outlive its run, one small function each. Written with system calls only, so that
// each does exactly what its name says.
#pragma once

#include <span>

#include <sys/types.h>

namespace escapee {

/// What ends the run: somebody stops it, or the main process leaves by itself.
enum class Ending { Stopped, Leaves };

struct Pattern
{
    const char *name;
    int ups; ///< So many processes say `up PID` when they are in place.
    Ending ending;
    void (*run)(); ///< In the main process; returning is exit(0).
};

std::span<const Pattern> plainPatterns();
std::span<const Pattern> signalPatterns();
std::span<const Pattern> stormPatterns();
std::span<const Pattern> threadPatterns();
std::span<const Pattern> kernelPatterns();
std::span<const Pattern> neighbourPatterns();

/// Tells the test that this process is in place.
void up();
[[noreturn]] void hang();
/// Ignores every signal that can be ignored, but for SIGCHLD.
void deaf();
/// deaf(), up(), hang().
[[noreturn]] void stay();
/// The machine does not permit this one; ends the program.
[[noreturn]] void skip(const char *why);
/// Waits until so many processes of this program have said up().
void awaitUps(int count);

/// Forks; the child does `what` and leaves.
template <typename What> pid_t child(What what);

/// Becomes this program again, as pattern `name`.
[[noreturn]] void again(const char *name, char *const environment[]);

} // namespace escapee

#include <unistd.h>

template <typename What> pid_t escapee::child(What what)
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        what();
        ::_exit(0);
    }
    return pid;
}
