// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/escapes/ownnamespace.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace test {

namespace {

// Enough for the largest pattern and its surroundings.
constexpr int fewNumbers = 900;

int statusOf(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool write(const char *path, int number)
{
    char text[16];
    const int size = std::snprintf(text, sizeof text, "%d", number);
    const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
    const bool done = fd >= 0 && ::write(fd, text, static_cast<size_t>(size)) == size;
    ::close(fd);
    return done;
}

/// Before 6.14 the limit is the whole machine's.
bool namespacesHaveTheirOwnLimit()
{
    utsname system{};
    int major = 0;
    int minor = 0;
    return ::uname(&system) == 0 && std::sscanf(system.release, "%d.%d", &major, &minor) == 2 &&
           (major > 6 || (major == 6 && minor >= 14));
}

/// The namespace's init: takes in orphans until the tests are through.
[[noreturn]] void beInit(pid_t tests)
{
    int status = 0;
    pid_t pid = 0;
    while ((pid = ::waitpid(-1, &status, 0)) > 0 && pid != tests) {
    }
    ::_exit(pid == tests ? statusOf(status) : 1);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void enterOwnNamespace(char **argv)
{
    if (std::getenv("SIGNALBOX_INNOCENT") == nullptr) {
        // /proc shows the environment a program was started with.
        ::setenv("SIGNALBOX_INNOCENT", "1", 1);
        ::execv("/proc/self/exe", argv);
    }
    if (::unshare(CLONE_NEWPID | CLONE_NEWNS) < 0) {
        std::puts("no process namespace can be made here; the tests run without");
        return;
    }
    const pid_t init = ::fork();
    if (init > 0) {
        int status = 0;
        ::waitpid(init, &status, 0);
        ::_exit(statusOf(status));
    }
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    if (::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) < 0) {
        std::perror("proc can't be mounted");
        ::_exit(1);
    }
    if (namespacesHaveTheirOwnLimit()) {
        write("/proc/sys/kernel/pid_max", fewNumbers);
    }
    const pid_t tests = ::fork();
    if (tests > 0) {
        beInit(tests);
    }
}

bool inOwnNamespace()
{
    return QFile::symLinkTarget(u"/proc/1/exe"_s) == QFile::symLinkTarget(u"/proc/self/exe"_s);
}

bool chooseNextPid(pid_t pid)
{
    return write("/proc/sys/kernel/ns_last_pid", pid - 1);
}

bool isAlive(pid_t pid)
{
    // By thread: a main thread that has left looks dead while others go on. Who has no program left is only just dying.
    const QString folder = u"/proc/%1/task"_s.arg(pid);
    const QStringList threads = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return std::any_of(threads.begin(), threads.end(), [&folder](const QString &thread) {
        return !QFile::symLinkTarget(folder + u'/' + thread + "/exe"_L1).isEmpty();
    });
}

QList<qint64> strangers()
{
    QList<qint64> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = u"/proc/"_s + name;
        const bool known = !name.at(0).isDigit() ||
                           QFile::symLinkTarget(folder + "/exe"_L1).endsWith("/signalbox-runner"_L1) ||
                           contents(folder + "/environ"_L1).split('\0').contains(QByteArray(innocence));
        // Looked at last: the environment of the dying is empty.
        if (!known && isAlive(name.toInt())) {
            found.append(name.toLongLong());
        }
    }
    return found;
}

} // namespace test
