// SPDX-License-Identifier: Apache-2.0
// What a program can do about the signals that are to end it.
#include "tests/chaos/escapes/escapee/pattern.h"

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace escapee {

namespace {

void onSignal(int signal, void (*handler)(int))
{
    struct sigaction action
    {
    };
    action.sa_handler = handler;
    ::sigaction(signal, &action, nullptr);
}

[[noreturn]] void deafAndHanging()
{
    deaf();
    hang();
}

void allBlocked()
{
    sigset_t all;
    ::sigfillset(&all);
    ::sigprocmask(SIG_SETMASK, &all, nullptr);
    up();
    hang();
}

void forksOnTerm(int levels)
{
    onSignal(SIGTERM, [](int) { child(deafAndHanging); });
    if (levels > 0) {
        child([levels] { forksOnTerm(levels - 1); });
    }
    up();
    hang();
}

void supervisor()
{
    deaf();
    for (bool first = true;; first = false) {
        const pid_t pid = child([] {
            deaf();
            hang();
        });
        if (first) {
            up();
        }
        ::waitpid(pid, nullptr, 0);
    }
}

// Two that bring each other back: the child when its parent changes, the parent when its child is gone.
void guards()
{
    deaf();
    for (bool first = true;; first = false) {
        const pid_t other = child([] {
            const pid_t parent = ::getppid();
            while (::getppid() == parent) {
                ::usleep(2000);
            }
            guards();
        });
        if (first) {
            up();
        }
        ::waitpid(other, nullptr, 0);
    }
}

// Told of its parent's death, it leaves somebody behind.
void heir()
{
    onSignal(SIGUSR1, [](int) { child(deafAndHanging); });
    ::prctl(PR_SET_PDEATHSIG, SIGUSR1);
    up();
    hang();
}

// At the first TERM their numbers are free at once, while whoever ends the run still has them on a list.
void childrenThatDieTogether()
{
    static long children[200]; // handles: a number may be a stranger's by then
    ::signal(SIGCHLD, SIG_IGN);
    for (long &each : children) {
        each = ::syscall(SYS_pidfd_open, child([] { up(), hang(); }), 0);
    }
    onSignal(SIGTERM, [](int) {
        for (int i = 199; i >= 0; --i) { // those first who are last on the list
            ::syscall(SYS_pidfd_send_signal, children[i], SIGKILL, nullptr, 0);
        }
    });
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::getppid()), 19); // its worker takes longer
    up();
    hang();
}

const Pattern table[] = {
    {"everyone ignores TERM", 3, Ending::Stopped,
     [] {
         child([] { child(stay), stay(); });
         stay();
     }},
    {"all signals blocked", 1, Ending::Stopped, allBlocked},
    {"catches TERM and stays", 1, Ending::Stopped,
     [] {
         onSignal(SIGTERM, [](int) {});
         up(), hang();
     }},
    {"stopped child", 1, Ending::Stopped, [] { child([] { up(), ::raise(SIGSTOP), hang(); }), hang(); }},
    {"stopped deaf child", 1, Ending::Stopped, [] { child([] { deaf(), up(), ::raise(SIGSTOP), hang(); }), hang(); }},
    {"stopped main process", 1, Ending::Stopped, [] { up(), ::raise(SIGSTOP), hang(); }},
    {"its whole group stopped", 2, Ending::Stopped,
     [] {
         child([] { up(), hang(); });
         awaitUps(1);
         up();
         ::kill(0, SIGSTOP);
         hang();
     }},
    {"stops itself again and again", 1, Ending::Stopped,
     [] {
         deaf();
         onSignal(SIGCONT, [](int) { ::raise(SIGSTOP); });
         up();
         ::raise(SIGSTOP);
         hang();
     }},
    {"starts itself anew on TERM", 1, Ending::Stopped,
     [] {
         onSignal(SIGTERM, [](int) {
             child(deafAndHanging);
             ::_exit(0);
         });
         up(), hang();
     }},
    {"three levels fork on TERM", 4, Ending::Stopped, [] { forksOnTerm(3); }},
    {"signals its whole group on TERM", 2, Ending::Stopped,
     [] {
         child(stay);
         onSignal(SIGTERM, [](int) { ::kill(0, SIGHUP); });
         ::signal(SIGHUP, SIG_IGN);
         up(), hang();
     }},
    {"supervisor revives its child", 1, Ending::Stopped, supervisor},
    {"two guards revive each other", 1, Ending::Stopped, guards},
    {"death of the parent cleared", 1, Ending::Stopped,
     [] { child([] { ::prctl(PR_SET_PDEATHSIG, 0), stay(); }), hang(); }},
    {"heir on the death of the parent", 1, Ending::Stopped, [] { child(heir), hang(); }},
    {"stops on the death of the parent", 1, Ending::Leaves,
     [] {
         child([] { ::prctl(PR_SET_PDEATHSIG, SIGSTOP), stay(); });
         awaitUps(1);
     }},
    {"children that die together", 201, Ending::Stopped, childrenThatDieTogether},
    {"children nobody waits for", 1, Ending::Stopped,
     [] {
         for (int i = 0; i < 50; ++i) {
             child([] {});
         }
         stay();
     }},
    {"children that are reaped by themselves", 1, Ending::Stopped,
     [] {
         ::signal(SIGCHLD, SIG_IGN);
         child(stay);
         hang();
     }},
};

} // namespace

std::span<const Pattern> signalPatterns()
{
    return table;
}

} // namespace escapee
