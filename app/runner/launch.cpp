// SPDX-License-Identifier: Apache-2.0
#include "app/runner/launch.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <unistd.h>

namespace runner {

namespace {

bool enterGroup(int folder)
{
    const int members = ::openat(folder, "cgroup.procs", O_WRONLY | O_CLOEXEC);
    return members >= 0 && ::write(members, "0", 1) == 1; // 0 is whoever writes it
}

// Runs in the child on the parent's memory (vfork), so it may only make system calls and write to `failed`.
[[noreturn]] void becomeProgram(const Launch &what, volatile Launched &failed)
{
    const auto fail = [&failed](Stage stage) {
        failed.stage = stage;
        failed.error = errno;
        _exit(127);
    };
    ::setsid();
    if (what.group >= 0 && !enterGroup(what.group)) {
        fail(Stage::Limits);
    }
    if (what.memoryBytes > 0) {
        rlimit limit{};
        ::getrlimit(RLIMIT_AS, &limit); // a lower one that holds already can't be raised, and need not be
        limit.rlim_max = std::min(limit.rlim_max, static_cast<rlim_t>(what.memoryBytes));
        limit.rlim_cur = limit.rlim_max;
        if (::setrlimit(RLIMIT_AS, &limit) < 0) {
            fail(Stage::Limits);
        }
    }
    for (int fd = 0; fd < 3; ++fd) {
        if (::dup2(what.standard[fd], fd) < 0) {
            fail(Stage::Descriptors);
        }
    }
    if (::close_range(3, UINT_MAX, 0) < 0) {
        fail(Stage::Descriptors);
    }
    if (*what.directory != '\0' && ::chdir(what.directory) < 0) {
        fail(Stage::Directory);
    }
    // The runner leaves every disposition at its default, so the mask is all there is to reset.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execve(what.arguments[0], what.arguments, what.environment);
    fail(Stage::Exec);
    _exit(127);
}

} // namespace

Launched launch(const Launch &what)
{
    volatile Launched failed;
    const pid_t pid = ::vfork();
    if (pid == 0) {
        becomeProgram(what, failed);
    }
    if (pid < 0) {
        return {-1, Stage::Fork, errno};
    }
    if (failed.stage != Stage::None) {
        while (::waitpid(pid, nullptr, __WALL) < 0 && errno == EINTR) {
        }
        return {-1, failed.stage, failed.error};
    }
    return {pid, Stage::None, 0};
}

} // namespace runner
