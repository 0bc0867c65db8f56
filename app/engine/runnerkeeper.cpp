// SPDX-License-Identifier: Apache-2.0
#include "app/engine/runnerkeeper.h"

#include "app/runner/protocol.h"

#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

// posix_spawn has vfork's cost, however big the engine is. Its descriptors are set in the child only, so nothing leaks.
int spawnProgram(const QByteArray &program, int control, pid_t &pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int fd = 0; fd < 3; ++fd) {
        posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR, 0);
    }
    posix_spawn_file_actions_adddup2(&actions, control, runner::controlDescriptor);
    QByteArray name = program;
    char *arguments[] = {name.data(), nullptr};
    char *environment[] = {nullptr};
    const int error = ::posix_spawn(&pid, program.constData(), &actions, nullptr, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

} // namespace

base::Result<RunnerKeeper> RunnerKeeper::spawn(const QString &program)
{
    TRY(wire::SocketPair control, wire::makeSocketPair());
    RunnerKeeper keeper;
    const int error = spawnProgram(QFile::encodeName(program), control.theirs.get(), keeper.m_pid);
    if (error != 0) {
        return base::unavailable(u"starting %1"_s.arg(program), qt_error_string(error));
    }
    keeper.m_control = std::move(control.ours);
    keeper.m_gone.reset(static_cast<int>(::syscall(SYS_pidfd_open, keeper.m_pid, 0)));
    if (!keeper.m_gone.isOpen()) {
        return base::unavailable(u"watching %1"_s.arg(program), qt_error_string(errno));
    }
    return keeper;
}

void RunnerKeeper::wake()
{
    ::syscall(SYS_pidfd_send_signal, m_gone.get(), SIGCONT, nullptr, 0);
}

void RunnerKeeper::reap()
{
    if (m_pid > 0 && ::waitpid(m_pid, nullptr, WNOHANG) != 0) {
        m_pid = -1;
    }
}

void RunnerKeeper::close(std::chrono::milliseconds atMost)
{
    m_control.reset();
    if (m_pid > 0) {
        pollfd gone{m_gone.get(), POLLIN, 0};
        ::poll(&gone, 1, static_cast<int>(atMost.count()));
        reap();
    }
}

} // namespace engine
