// SPDX-License-Identifier: Apache-2.0
// Threads that have children, end, or become another program; and children that share their parent's memory.
#include "tests/chaos/escapes/escapee/pattern.h"

#include <csignal>
#include <pthread.h>
#include <sys/wait.h>

extern char **environ;

namespace escapee {

namespace {

void startThread(void *(*what)(void *))
{
    pthread_t thread{};
    if (::pthread_create(&thread, nullptr, what, nullptr) != 0) {
        skip("pthread_create");
    }
    ::pthread_detach(thread);
}

void *forkAndEnd(void *)
{
    child([] { ::setsid(), stay(); });
    return nullptr;
}

void *forkAndStay(void *)
{
    child([] { ::setsid(), stay(); });
    hang();
}

void *becomeAnother(void *)
{
    again("stay", environ);
}

// None of them ever returns from here, so that the memory they share stays whole.
[[noreturn]] void borrowMemory()
{
    deaf();
    if (::vfork() == 0 && ::vfork() == 0) {
        [[maybe_unused]] const pid_t pid = ::vfork();
    }
    up();
    hang();
}

const Pattern table[] = {
    {"child of a thread that is gone", 1, Ending::Stopped, [] { startThread(forkAndEnd), deaf(), hang(); }},
    {"children of many threads", 16, Ending::Stopped,
     [] {
         deaf();
         for (int i = 0; i < 16; ++i) {
             startThread(forkAndStay);
         }
         hang();
     }},
    {"main thread gone", 1, Ending::Stopped,
     [] {
         deaf();
         startThread([](void *) -> void * { up(), hang(); });
         ::pthread_exit(nullptr);
     }},
    {"main thread gone, another has children", 1, Ending::Stopped,
     [] {
         deaf();
         startThread(forkAndStay);
         ::pthread_exit(nullptr);
     }},
    {"a thread becomes another program", 1, Ending::Stopped,
     [] {
         deaf();
         startThread(becomeAnother);
         hang();
     }},
    {"chain that borrows memory", 1, Ending::Stopped, borrowMemory},
    {"stay", 0, Ending::Stopped, stay},
};

} // namespace

std::span<const Pattern> threadPatterns()
{
    return table;
}

} // namespace escapee
