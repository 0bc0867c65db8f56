// SPDX-License-Identifier: Apache-2.0
// signalbox-runner: started by the engine, never by hand.
#include "app/runner/keeper.h"
#include "app/runner/protocol.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <climits>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <unistd.h>

namespace {

bool haveControl()
{
    int type = 0;
    socklen_t size = sizeof type;
    return ::getsockopt(runner::controlDescriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

// Default dispositions everywhere: an ignored SIGCHLD would eat exit codes, and programs inherit what is ignored. All
// signals blocked: whoever signals a whole group or session must not take a worker from its run.
void settleSignals()
{
    // The kernel's call, because libc keeps its hands off its own two signals, which may be ignored as well. All zero
    // is the default disposition.
    const unsigned long byDefault[8] = {};
    for (int signal = 1; signal <= SIGRTMAX; ++signal) {
        ::syscall(SYS_rt_sigaction, signal, byDefault, nullptr, sizeof(std::uint64_t));
    }
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, nullptr);
}

} // namespace

int main()
{
    if (!haveControl()) {
        std::fputs("signalbox-runner is started by Signalbox itself and does nothing on its own.\n", stderr);
        return 2;
    }
    settleSignals();
    ::setsid();
    ::fcntl(runner::controlDescriptor, F_SETFD, FD_CLOEXEC);
    ::close_range(runner::controlDescriptor + 1, UINT_MAX, 0);
    return runner::Keeper().run();
}
