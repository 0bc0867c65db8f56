// SPDX-License-Identifier: Apache-2.0
// Attacks on those who watch, and processes of the test that belong to no run.
#include "tests/chaos/escapes/escapee/pattern.h"

#include <csignal>
#include <cstdio>
#include <sys/wait.h>

namespace escapee {

namespace {

pid_t parentOf(pid_t pid)
{
    char path[40];
    std::snprintf(path, sizeof path, "/proc/%d/stat", static_cast<int>(pid));
    int parent = 0;
    if (FILE *file = std::fopen(path, "re")) {
        if (std::fscanf(file, "%*d (%*[^)]) %*c %d", &parent) != 1) {
            parent = 0;
        }
        std::fclose(file);
    }
    return parent;
}

const Pattern table[] = {
    {"signals its worker", 1, Ending::Stopped,
     [] {
         for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGALRM, SIGRTMIN, SIGRTMAX}) {
             ::kill(::getppid(), signal);
         }
         stay();
     }},
    {"stops its worker", 1, Ending::Stopped,
     [] {
         ::kill(::getppid(), SIGSTOP);
         stay();
     }},
    {"stops its worker and the keeper", 1, Ending::Stopped,
     [] {
         ::kill(parentOf(::getppid()), SIGSTOP);
         ::kill(::getppid(), SIGSTOP);
         stay();
     }},
    {"kills its worker", 0, Ending::Leaves,
     [] {
         child([] { ::setsid(), stay(); });
         deaf();
         ::kill(::getppid(), SIGKILL);
         up(), hang();
     }},
    {"kills its worker and the keeper", 0, Ending::Leaves,
     [] {
         child([] { ::setsid(), stay(); });
         deaf();
         ::kill(parentOf(::getppid()), SIGKILL);
         ::kill(::getppid(), SIGKILL);
         up(), hang();
     }},
    {"becomes root", 0, Ending::Stopped,
     [] {
         if (::setresgid(0, 0, 0) < 0 || ::setresuid(0, 0, 0) < 0) {
             skip("setresuid");
         }
         up(), hang();
     }},
    // Belong to no run.
    {"innocent", 0, Ending::Stopped, [] { up(), hang(); }},
    {"innocent daemon", 0, Ending::Stopped,
     [] { child([] { ::setsid(), child([] { up(), hang(); }); }), awaitUps(1); }},
    {"innocent family", 0, Ending::Stopped,
     [] {
         child([] { ::setsid(), child([] { up(), hang(); }), up(), hang(); });
         up(), hang();
     }},
    {"innocent coming and going", 0, Ending::Stopped,
     [] {
         for (up();;) {
             child([] { child([] {}); });
             ::wait(nullptr);
             ::usleep(200);
         }
     }},
};

} // namespace

std::span<const Pattern> neighbourPatterns()
{
    return table;
}

} // namespace escapee
