// SPDX-License-Identifier: Apache-2.0
#include "app/runner/run.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace runner {

namespace {

// What a main process leaves behind has no claim to the run's full grace: nobody waits for its result.
constexpr std::int64_t leftoverGraceMillis = 2000;
// Without an engine nobody reads the output any more; a hundred runs have to be settled within a second.
constexpr std::int64_t abandonedGraceMillis = 200;
constexpr int longestKillPause = 500;
// A program that ends sooner is told in one message: each costs the engine a wake-up.
constexpr int startedPauseMillis = 2;
// Until a full disk, or an engine that does not listen, is tried again.
constexpr int spoolPauseMillis = 200;
constexpr std::int64_t longestPause = 60000;

std::int64_t micros(const timeval &time)
{
    return static_cast<std::int64_t>(time.tv_sec) * 1000000 + time.tv_usec;
}

} // namespace

Run::Run(int control, int children, Descriptor channel)
    : m_control(control), m_children(children), m_channel(std::move(channel))
{
}

void Run::survive(Descriptor (&fds)[mostStartDescriptors], std::int64_t timeoutMillis)
{
    m_survival.emplace(fds, timeoutMillis);
}

void Run::perform(const Launch &what, Descriptor (&standard)[3], std::uint32_t killAfterMillis)
{
    m_killAfterMillis = killAfterMillis;
    if (cancelledBeforeStart()) {
        refuse(Stage::Cancelled, ECANCELED);
        return;
    }
    Launch program = what;
    program.group = m_group.get();
    if (m_survival && !m_survival->open(standard)) {
        refuse(Stage::Descriptors, errno);
        return;
    }
    for (int i = 0; i < 3; ++i) {
        program.standard[i] = standard[i].get();
    }
    const Launched launched = launch(program);
    for (Descriptor &fd : standard) {
        fd.reset(); // else the engine would never see the end of the output
    }
    if (launched.pid < 0) {
        refuse(launched.stage, launched.error);
        return;
    }
    m_main = launched.pid;
    m_noChildren = false;
    m_end.pid = launched.pid;
    wait();
    if (m_main > 0) {
        m_end.outcome = Outcome::OutOfReach;
    }
    if (m_survival) {
        linger();
    } else {
        report();
    }
}

void Run::refuse(Stage stage, int error)
{
    m_end.outcome = Outcome::NotStarted;
    m_end.stage = stage;
    m_end.code = error;
    report();
}

bool Run::cancelledBeforeStart()
{
    pollfd channel{m_channel.get(), POLLIN, 0};
    return ::poll(&channel, 1, 0) > 0;
}

void Run::wait()
{
    while (!m_noChildren && !m_onlyProtectedLeft) {
        const int channel = m_listening ? m_channel.get() : -1;
        const int control = m_listening && !m_survival ? m_control : -1;
        const int listener = m_survival && !m_channel ? m_survival->listener() : -1;
        const int output = m_survival ? m_survival->output().pollable() : -1;
        const int error = m_survival ? m_survival->error().pollable() : -1;
        pollfd fds[] = {{m_children, POLLIN, 0}, {channel, POLLIN, 0}, {control, 0, 0},
                        {listener, POLLIN, 0},   {output, POLLIN, 0},  {error, POLLIN, 0}};
        if ((::poll(fds, 6, timeout()) == 0 || m_survival) && !m_startedTold) {
            tellStarted();
        }
        if (fds[0].revents != 0) {
            signalfd_siginfo info[8];
            [[maybe_unused]] const ssize_t drained = ::read(m_children, info, sizeof info);
        }
        // Also without a signal: a child made with another exit signal announces itself by none.
        reap();
        if (fds[2].revents != 0) {
            abandon();
        } else if (fds[1].revents != 0) {
            listen();
        } else if (fds[3].revents != 0) {
            onNewEngine();
        }
        if (m_survival) {
            moveOutput();
        }
        if (m_phase == Phase::Terminating && nowMillis() >= m_deadline) {
            m_phase = Phase::Killing;
        }
        if (m_phase == Phase::Killing && !m_noChildren) {
            m_onlyProtectedLeft = !m_ender.kill();
            killGroup();
            m_killPause = std::min(m_killPause * 2, longestKillPause);
            reap();
        }
    }
}

void Run::tellStarted()
{
    m_startedTold = true;
    const StartedMessage started{MessageKind::Started, m_end.pid};
    ::send(m_channel.get(), &started, sizeof started, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void Run::listen()
{
    char packet[64];
    const ssize_t n = ::recv(m_channel.get(), packet, sizeof packet, MSG_DONTWAIT);
    if (n >= static_cast<ssize_t>(sizeof(MessageKind))) {
        obey(packet, static_cast<std::size_t>(n));
    } else if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) {
        onChannelEnd();
    }
}

void Run::obey(const char *packet, std::size_t size)
{
    MessageKind kind{};
    std::memcpy(&kind, packet, sizeof kind);
    if (kind == MessageKind::Stop) {
        if (m_main > 0) {
            m_end.stopped = 1;
        }
        if (m_phase == Phase::Running) {
            beginEnding(m_killAfterMillis);
        }
    } else if (kind == MessageKind::Kept && m_survival && size == sizeof(OffsetsMessage)) {
        OffsetsMessage kept;
        std::memcpy(&kept, packet, sizeof kept);
        m_survival->output().keep(kept.offsets[0]);
        m_survival->error().keep(kept.offsets[1]);
    } else if (kind == MessageKind::Settled) {
        m_settled = true;
    }
}

void Run::onChannelEnd()
{
    if (m_survival) {
        m_channel.reset();
        m_reported = false;
    } else {
        abandon();
    }
}

void Run::onNewEngine()
{
    m_channel = m_survival->adopt(m_end.pid);
    m_startedTold = true;
    m_spooledTold = m_survival->output().written() + m_survival->error().written();
}

void Run::moveOutput()
{
    m_survival->output().take();
    m_survival->error().take();
    const std::int64_t both = m_survival->output().written() + m_survival->error().written();
    if (m_channel && both != m_spooledTold) {
        const OffsetsMessage spooled{
            MessageKind::Spooled, 0, {m_survival->output().written(), m_survival->error().written()}};
        if (::send(m_channel.get(), &spooled, sizeof spooled, MSG_NOSIGNAL | MSG_DONTWAIT) > 0) {
            m_spooledTold = both;
        }
    }
    if (!m_channel && m_phase == Phase::Running && m_survival->untilLimit() == 0) {
        m_end.timedOut = 1;
        beginEnding(m_killAfterMillis);
    }
}

/// The run is over; an engine has to know before it may be forgotten.
void Run::linger()
{
    m_survival->output().finish();
    m_survival->error().finish();
    while (!m_settled) {
        moveOutput();
        const bool whole = m_survival->output().isFinished() && m_survival->error().isFinished();
        if (whole && m_channel && !m_reported) {
            report();
            m_reported = true;
        }
        pollfd fds[] = {{m_channel ? m_channel.get() : m_survival->listener(), POLLIN, 0}};
        ::poll(fds, 1, whole ? -1 : spoolPauseMillis);
        if (fds[0].revents != 0) {
            m_channel ? listen() : onNewEngine();
        }
    }
}

void Run::reap()
{
    int status = 0;
    rusage usage{};
    pid_t pid = 0;
    while ((pid = ::wait4(-1, &status, WNOHANG | __WALL, &usage)) > 0) {
        m_end.cpuMicros += micros(usage.ru_utime) + micros(usage.ru_stime);
        m_end.peakKib = std::max<std::int64_t>(m_end.peakKib, usage.ru_maxrss);
        m_end.blocksIn += usage.ru_inblock;
        m_end.blocksOut += usage.ru_oublock;
        if (pid == m_main) {
            m_main = -1;
            m_end.outcome = WIFSIGNALED(status) ? Outcome::Signalled : Outcome::Exited;
            m_end.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
            m_end.coreDumped = WIFSIGNALED(status) && WCOREDUMP(status) ? 1 : 0;
        }
    }
    m_noChildren = pid < 0 && errno == ECHILD;
    if (m_main < 0 && !m_noChildren) {
        onMainGone();
    }
}

void Run::onMainGone()
{
    if (m_phase == Phase::Running) {
        beginEnding(std::min(m_killAfterMillis, leftoverGraceMillis));
    } else if (m_phase == Phase::Terminating) {
        m_deadline = std::min(m_deadline, nowMillis() + leftoverGraceMillis);
        m_ender.terminate(); // those born since
    }
}

void Run::beginEnding(std::int64_t graceMillis)
{
    m_phase = Phase::Terminating;
    m_ender.terminate();
    m_deadline = nowMillis() + graceMillis; // the grace counts from the TERM, however long the tree took to walk
}

void Run::abandon()
{
    m_listening = false;
    m_end.abandoned = m_main > 0 ? 1 : 0;
    const std::int64_t deadline = nowMillis() + abandonedGraceMillis;
    if (m_phase == Phase::Running) {
        beginEnding(abandonedGraceMillis);
    } else {
        m_deadline = std::min(m_deadline, deadline);
    }
}

int Run::timeout() const
{
    switch (m_phase) {
    case Phase::Running:
        return m_startedTold ? spoolTimeout() : startedPauseMillis;
    case Phase::Terminating:
        return static_cast<int>(std::clamp<std::int64_t>(m_deadline - nowMillis(), 0, 60000));
    case Phase::Killing:
        return m_killPause;
    }
    return -1;
}

/// Whoever came since the last look.
void Run::killGroup() const
{
    if (m_group) {
        const Descriptor kill(::openat(m_group.get(), "cgroup.kill", O_WRONLY | O_CLOEXEC));
        [[maybe_unused]] const ssize_t n = ::write(kill.get(), "1", 1);
    }
}

int Run::spoolTimeout() const
{
    if (!m_survival) {
        return -1;
    }
    const bool owed = m_survival->output().isStuck() || m_survival->error().isStuck() ||
                      (m_channel && m_spooledTold != m_survival->output().written() + m_survival->error().written());
    const std::int64_t limit = m_channel ? -1 : m_survival->untilLimit();
    return owed ? spoolPauseMillis : static_cast<int>(std::min<std::int64_t>(limit, longestPause));
}

void Run::report()
{
    const std::vector<KilledRecord> &receipt = m_ender.receipt();
    m_end.killedTotal = m_ender.total();
    m_end.killedListed = static_cast<std::uint32_t>(receipt.size());
    std::vector<char> packet(sizeof m_end + receipt.size() * sizeof(KilledRecord));
    std::memcpy(packet.data(), &m_end, sizeof m_end);
    if (!receipt.empty()) {
        std::memcpy(packet.data() + sizeof m_end, receipt.data(), receipt.size() * sizeof(KilledRecord));
    }
    ::send(m_channel.get(), packet.data(), packet.size(), MSG_NOSIGNAL);
}

} // namespace runner
