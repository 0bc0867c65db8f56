// SPDX-License-Identifier: Apache-2.0
// What Linux offers beyond fork: odd clones, namespaces, tracing, sub-reapers, programs without a file.
#include "tests/chaos/escapes/escapee/pattern.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace escapee {

namespace {

pid_t rawClone(unsigned long flags)
{
    return static_cast<pid_t>(::syscall(SYS_clone, flags, nullptr, nullptr, nullptr, nullptr));
}

void cloned(unsigned long flags)
{
    deaf();
    const pid_t pid = rawClone(flags);
    if (pid == 0) {
        stay();
    }
    if (pid < 0) {
        skip("clone");
    }
    hang();
}

// Each is a sibling of its maker.
void siblings(int left)
{
    deaf();
    for (; left > 0; --left) {
        if (rawClone(CLONE_PARENT | SIGCHLD) != 0) {
            hang();
        }
    }
    up();
    hang();
}

void ownProcessNamespace(int flags)
{
    if (::unshare(flags | CLONE_NEWPID) < 0) {
        skip("unshare");
    }
    // Init of a namespace hears no signal it does not want to hear.
    child([] {
        child(stay);
        child([] { ::setsid(), stay(); });
        hang();
    });
    hang();
}

void subReaper(int depth)
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    deaf();
    if (depth == 0) {
        child([] {
            ::setsid();
            child(stay);
        });
        ::wait(nullptr);
        hang();
    }
    child([depth] { subReaper(depth - 1); });
    hang();
}

void tracedAndHeld()
{
    deaf();
    child([] {
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        up();
        ::raise(SIGSTOP);
        hang();
    });
    hang();
}

// The tracer swallows every signal of its tracee.
void tracedAndShielded()
{
    deaf();
    const pid_t tracee = child([] {
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        ::raise(SIGSTOP);
        up();
        hang();
    });
    int status = 0;
    while (::waitpid(tracee, &status, 0) >= 0 || errno == EINTR) {
        ::ptrace(PTRACE_CONT, tracee, nullptr, nullptr);
    }
    hang();
}

void execFromMemory()
{
    const int memory = ::memfd_create("", 0);
    const int self = ::open("/proc/self/exe", O_RDONLY);
    struct stat info
    {
    };
    if (memory < 0 || self < 0 || ::fstat(self, &info) < 0 ||
        ::sendfile(memory, self, nullptr, static_cast<std::size_t>(info.st_size)) != info.st_size) {
        skip("memory file");
    }
    char program[] = "", name[] = "stay";
    char *arguments[] = {program, name, nullptr};
    char *environment[] = {nullptr};
    ::fexecve(memory, arguments, environment);
    skip("fexecve");
}

void named(const char *name)
{
    ::prctl(PR_SET_NAME, name);
    stay();
}

const Pattern table[] = {
    {"sibling by clone", 1, Ending::Stopped, [] { cloned(CLONE_PARENT | SIGCHLD); }},
    {"chain of siblings", 1, Ending::Stopped, [] { siblings(10); }},
    {"child without an exit signal", 1, Ending::Stopped, [] { cloned(0); }},
    {"child with another exit signal", 1, Ending::Stopped, [] { cloned(SIGUSR1); }},
    {"leaves a sibling without an exit signal", 1, Ending::Leaves,
     [] {
         if (rawClone(0) == 0) {
             if (rawClone(CLONE_PARENT) == 0) {
                 stay();
             }
             ::_exit(0);
         }
         awaitUps(1);
     }},
    {"own process namespace", 2, Ending::Stopped, [] { ownProcessNamespace(0); }},
    {"own user and process namespace", 2, Ending::Stopped, [] { ownProcessNamespace(CLONE_NEWUSER); }},
    {"own mount and network namespace", 2, Ending::Stopped, [] { ownProcessNamespace(CLONE_NEWNS | CLONE_NEWNET); }},
    {"another root directory", 1, Ending::Stopped,
     [] {
         if (::chroot("/proc") < 0) {
             skip("chroot");
         }
         stay();
     }},
    {"sub-reaper below", 1, Ending::Stopped, [] { subReaper(0); }},
    {"sub-reapers below each other", 1, Ending::Stopped, [] { subReaper(4); }},
    {"held by its tracer", 1, Ending::Stopped, tracedAndHeld},
    {"shielded by its tracer", 1, Ending::Stopped, tracedAndShielded},
    {"program without a file", 1, Ending::Stopped, execFromMemory},
    {"program without an environment", 1, Ending::Stopped,
     [] {
         char *environment[] = {nullptr};
         again("stay", environment);
     }},
    {"name like the end of a name", 1, Ending::Stopped, [] { named("bad) name ("); }},
    {"name like a dead process", 1, Ending::Stopped, [] { named("a) Z 1 1 1\n(b"); }},
};

} // namespace

std::span<const Pattern> kernelPatterns()
{
    return table;
}

} // namespace escapee
