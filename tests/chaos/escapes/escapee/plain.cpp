// SPDX-License-Identifier: Apache-2.0
// Children, sessions, daemons, and what a main process leaves behind.
#include "tests/chaos/escapes/escapee/pattern.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace escapee {

namespace {

template <typename What> void asDaemon(What what)
{
    child([&what] {
        ::setsid();
        child([&what] {
            [[maybe_unused]] const int moved = ::chdir("/");
            ::umask(0);
            what();
        });
    });
    ::wait(nullptr);
}

void daemonChain(int left)
{
    ::setsid();
    if (left == 0) {
        stay();
    }
    child([left] { daemonChain(left - 1); });
}

// Each forks the next and is gone, so that every one gets a new parent.
void relay(int left)
{
    for (; left > 0; --left) {
        if (::fork() > 0) {
            ::_exit(0);
        }
    }
}

void closesEverything()
{
    deaf();
    up();
    ::close_range(0, ~0U, 0);
    hang();
}

void nowhere()
{
    char folder[] = "/tmp/escapee-XXXXXX";
    if (::mkdtemp(folder) == nullptr || ::chdir(folder) < 0 || ::rmdir(folder) < 0) {
        skip("no folder to remove");
    }
    stay();
}

void withATerminal()
{
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || ::grantpt(master) < 0 || ::unlockpt(master) < 0) {
        skip("no terminal");
    }
    child([master] {
        ::setsid();
        const int slave = ::open(::ptsname(master), O_RDWR);
        ::ioctl(slave, TIOCSCTTY, 0);
        child(stay);
        stay();
    });
    hang();
}

const Pattern table[] = {
    {"child", 2, Ending::Stopped,
     [] {
         child([] { up(), hang(); });
         up(), hang();
     }},
    {"nohup", 1, Ending::Stopped,
     [] {
         ::signal(SIGHUP, SIG_IGN);
         child([] { up(), hang(); });
         hang();
     }},
    {"own session", 1, Ending::Stopped, [] { child([] { ::setsid(), up(), hang(); }), hang(); }},
    {"own process group", 1, Ending::Stopped, [] { child([] { ::setpgid(0, 0), stay(); }), hang(); }},
    {"double fork", 1, Ending::Stopped,
     [] {
         child([] { child([] { up(), hang(); }); });
         ::wait(nullptr);
         hang();
     }},
    {"daemon", 1, Ending::Stopped, [] { asDaemon([] { up(), hang(); }), hang(); }},
    {"deaf daemon", 1, Ending::Stopped, [] { asDaemon(stay), hang(); }},
    {"daemon without descriptors", 1, Ending::Stopped, [] { asDaemon(closesEverything), hang(); }},
    {"chain of daemons", 1, Ending::Stopped, [] { child([] { daemonChain(8); }), hang(); }},
    {"fifty parents one after the other", 1, Ending::Stopped, [] { child([] { relay(50), stay(); }), hang(); }},
    {"everything closed", 1, Ending::Stopped, closesEverything},
    {"removed working directory", 1, Ending::Stopped, nowhere},
    {"own terminal", 2, Ending::Stopped, withATerminal},
    {"leaves a child", 1, Ending::Leaves, [] { child([] { up(), hang(); }), awaitUps(1); }},
    {"leaves a deaf child", 1, Ending::Leaves, [] { child(stay), awaitUps(1); }},
    {"leaves a deaf daemon", 1, Ending::Leaves, [] { asDaemon(stay), awaitUps(1); }},
    {"leaves a daemon without descriptors", 1, Ending::Leaves, [] { asDaemon(closesEverything), awaitUps(1); }},
    {"leaves by a kill of its own", 1, Ending::Leaves,
     [] {
         asDaemon(stay);
         awaitUps(1);
         ::raise(SIGKILL);
     }},
    {"leaves a writer that holds the output", 1, Ending::Leaves,
     [] {
         child([] {
             deaf();
             up();
             for (;;) {
                 [[maybe_unused]] const ssize_t n = ::write(1, "still here\n", 11);
             }
         });
         awaitUps(1);
     }},
    {"leaves a reader of its own output", 1, Ending::Leaves,
     [] {
         int fds[2];
         if (::pipe(fds) < 0) {
             skip("pipe");
         }
         child([&fds] {
             deaf();
             up();
             char byte = 0;
             [[maybe_unused]] const ssize_t n = ::read(fds[0], &byte, 1);
             hang();
         });
         awaitUps(1);
     }},
};

} // namespace

std::span<const Pattern> plainPatterns()
{
    return table;
}

} // namespace escapee
