// SPDX-License-Identifier: Apache-2.0
// Processes that come faster than they can be counted.
#include "tests/chaos/escapes/escapee/pattern.h"

#include <atomic>
#include <csignal>
#include <new>
#include <sched.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>

extern char **environ;

namespace escapee {

namespace {

void doublingStorm(int depth)
{
    deaf();
    for (int i = 0; depth > 0 && i < 2; ++i) {
        child([depth] { doublingStorm(depth - 1); });
        ::usleep(5000);
    }
    hang();
}

// Everyone has children as long as there is room, and dies young.
void churningStorm(int limit)
{
    deaf();
    ::signal(SIGCHLD, SIG_IGN);
    void *memory = ::mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        skip("mmap");
    }
    auto *living = new (memory) std::atomic<int>(1);
    up();
    for (bool main = true;;) {
        if (living->fetch_add(1) >= limit) {
            living->fetch_sub(1);
        } else if (const pid_t pid = ::fork(); pid <= 0) {
            main = main && pid < 0;
            living->fetch_sub(pid < 0 ? 1 : 0);
        }
        ::usleep(1000);
        if (!main && living->load() > limit / 2) {
            living->fetch_sub(1);
            ::_exit(0);
        }
    }
}

[[noreturn]] void endlessRelay()
{
    deaf();
    for (;;) {
        if (::fork() > 0) {
            ::_exit(0);
        }
        ::setsid();
    }
}

void relays(int count)
{
    for (int i = 0; i < count; ++i) {
        child(endlessRelay);
    }
    stay();
}

void forksByTimer()
{
    struct sigaction action
    {
    };
    action.sa_handler = [](int) { child(stay); };
    ::sigaction(SIGALRM, &action, nullptr);
    const itimerval every{{0, 5000}, {0, 5000}};
    ::setitimer(ITIMER_REAL, &every, nullptr);
    ::signal(SIGTERM, SIG_IGN);
    hang();
}

const Pattern table[] = {
    {"doubling storm", 1, Ending::Stopped, [] { up(), doublingStorm(4); }},
    {"storm of a hundred that die young", 1, Ending::Stopped, [] { churningStorm(100); }},
    {"endless relay", 1, Ending::Stopped, [] { relays(1); }},
    {"eight endless relays", 1, Ending::Stopped, [] { relays(8); }},
    {"leaves an endless relay", 1, Ending::Leaves, [] { child(endlessRelay), up(); }},
    {"a child every 5 ms", 3, Ending::Stopped, forksByTimer},
    {"two hundred children", 200, Ending::Stopped,
     [] {
         for (int i = 0; i < 200; ++i) {
             child(stay);
         }
         hang();
     }},
    {"storm at the highest priority", 1, Ending::Stopped,
     [] {
         ::setpriority(PRIO_PROCESS, 0, -20);
         relays(4);
     }},
    {"idle scheduling", 2, Ending::Stopped,
     [] {
         const sched_param none{};
         ::sched_setscheduler(0, SCHED_IDLE, &none);
         child(stay);
         stay();
     }},
    {"writes without end", 1, Ending::Stopped,
     [] {
         deaf();
         up();
         for (;;) {
             [[maybe_unused]] const ssize_t n = ::write(1, "y\n", 2);
         }
     }},
    {"endless exec", 1, Ending::Stopped,
     [] {
         deaf();
         up();
         again("endless exec, quietly", environ);
     }},
    {"endless exec, quietly", 0, Ending::Stopped, [] { again("endless exec, quietly", environ); }},
};

} // namespace

std::span<const Pattern> stormPatterns()
{
    return table;
}

} // namespace escapee
