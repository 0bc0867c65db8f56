// SPDX-License-Identifier: Apache-2.0
#include "app/runner/ender.h"

#include <csignal>
#include <cstring>
#include <ctime>
#include <sched.h>
#include <sys/resource.h>
#include <utility>

namespace runner {

namespace {

// A storm that outruns so many looks is killed as it stands; the next call goes on.
constexpr int maxFreezes = 64;

/// A storm of processes with a priority of its own would keep us from ending it. It takes the rights that those have
/// who can make such a storm; nothing we start inherits it.
void goFirst()
{
    const sched_param first{.sched_priority = 1};
    if (::sched_setscheduler(0, SCHED_RR | SCHED_RESET_ON_FORK, &first) != 0) {
        ::setpriority(PRIO_PROCESS, 0, -20);
    }
}

} // namespace

std::int64_t nowMillis()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1000000;
}

void Ender::terminate()
{
    for (const Process &process : descendants()) {
        Marks &mark = marks(process);
        if (!process.dead && !mark.terminated) {
            mark.terminated = true;
            if (record(process, SIGTERM) == Signalled::Sent) {
                signalDescendant(process, SIGCONT);
            }
        }
    }
}

void Ender::freeze(const std::vector<pid_t> &except)
{
    bool fresh = true;
    for (int look = 0; fresh && look < maxFreezes; ++look) {
        fresh = false;
        // Stopped before its children are looked for, so that a storm has no more of them meanwhile.
        descendants(except, [&](const Process &process) {
            Marks &mark = marks(process);
            if (!process.dead && !mark.stopped) {
                mark.stopped = true;
                fresh = true;
                signalDescendant(process, SIGSTOP);
            }
        });
    }
}

bool Ender::kill(const std::vector<pid_t> &except)
{
    freeze(except);
    bool left = false;
    for (const Process &process : descendants(except)) {
        if (process.dead) {
            continue;
        }
        Marks &mark = marks(process);
        // Again where it lives on: where numbers are few, it may be another one, born in the same tick.
        const bool first = !std::exchange(mark.killed, true);
        const Signalled answer = first ? record(process, SIGKILL) : signalDescendant(process, SIGKILL);
        left = left || answer != Signalled::Denied;
    }
    return left;
}

Signalled Ender::record(const Process &process, int signal)
{
    const Signalled answer = signalDescendant(process, signal);
    if (answer == Signalled::Gone) {
        return answer;
    }
    const std::int64_t now = nowMillis();
    if (m_since < 0) {
        m_since = now;
        goFirst();
    }
    ++m_total;
    if (m_receipt.size() < maxKilled) {
        KilledRecord line;
        line.pid = process.pid;
        line.signal = signal;
        line.atMillis = now - m_since;
        line.denied = answer == Signalled::Denied ? 1 : 0;
        std::memcpy(line.name, process.name, sizeof line.name);
        m_receipt.push_back(line);
    }
    return answer;
}

void Ender::clear()
{
    *this = Ender();
}

} // namespace runner
