// SPDX-License-Identifier: Apache-2.0
#include "app/runner/keeper.h"

#include "app/runner/protocol.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <new>

namespace runner {

namespace {

constexpr int orphanPauseMillis = 20;
constexpr int forkPauseMillis = 100;

} // namespace

Keeper::Keeper() : m_poke(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_workers(maxWorkers, 0)
{
    void *memory = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    m_board = memory == MAP_FAILED ? nullptr : new (memory) Board;
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    m_children.reset(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
}

int Keeper::run()
{
    if (m_board == nullptr || !m_poke || !m_children) {
        return 1;
    }
    for (;;) {
        if (!m_engineGone && refill() == Role::Worker) {
            m_children.reset();
            return work({m_board, m_workerPlace, m_poke.get()});
        }
        const bool anyWorker = std::any_of(m_workers.begin(), m_workers.end(), [](pid_t pid) { return pid > 0; });
        if (m_engineGone && !anyWorker && !m_orphansLeft) {
            return 0;
        }
        wait();
        reap();
    }
}

Keeper::Role Keeper::refill()
{
    m_forkFailed = false;
    if (m_board->idleCount() >= fewestIdle) {
        return Role::Keeper;
    }
    while (!m_forkFailed && m_board->idleCount() < refillIdle) {
        if (fork() == Role::Worker) {
            return Role::Worker;
        }
    }
    return Role::Keeper;
}

Keeper::Role Keeper::fork()
{
    const auto free = std::find(m_workers.begin(), m_workers.end(), 0);
    if (free == m_workers.end()) {
        m_forkFailed = true;
        return Role::Keeper;
    }
    const auto place = static_cast<std::size_t>(free - m_workers.begin());
    m_board->used.store(std::max(m_board->used.load(), static_cast<std::uint32_t>(place + 1)));
    m_board->idle[place].store(1); // counted from now on, not from when it first runs
    const pid_t pid = ::fork();
    if (pid == 0) {
        m_workerPlace = place;
        return Role::Worker;
    }
    if (pid < 0) {
        m_board->idle[place].store(0);
        m_forkFailed = true;
    } else {
        *free = pid;
    }
    return Role::Keeper;
}

void Keeper::wait()
{
    pollfd fds[] = {
        {m_children.get(), POLLIN, 0}, {m_poke.get(), POLLIN, 0}, {m_engineGone ? -1 : controlDescriptor, 0, 0}};
    const int timeout = m_orphansLeft ? orphanPauseMillis : m_forkFailed ? forkPauseMillis : -1;
    ::poll(fds, 3, timeout);
    if (fds[0].revents != 0) {
        signalfd_siginfo info[8];
        [[maybe_unused]] const ssize_t drained = ::read(m_children.get(), info, sizeof info);
    }
    if (fds[1].revents != 0) {
        std::uint64_t pokes = 0;
        [[maybe_unused]] const ssize_t drained = ::read(m_poke.get(), &pokes, sizeof pokes);
    }
    m_engineGone = m_engineGone || fds[2].revents != 0;
}

void Keeper::reap()
{
    bool changed = m_orphansLeft;
    int status = 0;
    pid_t pid = 0;
    while ((pid = ::wait4(-1, &status, WNOHANG | WUNTRACED | __WALL, nullptr)) > 0) {
        const auto worker = std::find(m_workers.begin(), m_workers.end(), pid);
        if (WIFSTOPPED(status)) {
            if (worker != m_workers.end()) {
                // Nothing keeps a program from stopping its worker, which would then never hear that it is to end.
                ::kill(pid, SIGCONT);
            }
            continue;
        }
        changed = true;
        if (worker != m_workers.end()) {
            *worker = 0;
            m_board->idle[worker - m_workers.begin()].store(0);
        }
    }
    if (!changed) {
        return;
    }
    std::vector<pid_t> living;
    std::copy_if(m_workers.begin(), m_workers.end(), std::back_inserter(living), [](pid_t each) { return each > 0; });
    m_orphansLeft = m_orphans.kill(living);
    if (!m_orphansLeft) {
        m_orphans.clear();
    }
}

} // namespace runner
