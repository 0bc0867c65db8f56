// SPDX-License-Identifier: Apache-2.0
#include "app/unixsignals.h"

#include "app/base/logging.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace {

struct Caught
{
    int signal = 0;
    pid_t sender = 0;
    /// GLib's D-Bus, which the keyring's library brings along, ends its own process when the session bus goes away.
    bool wantsEnd() const { return sender != getpid(); }
};

// A handler may only do what is safe in the middle of anything, so it writes a few bytes for the event loop to find.
std::array<int, 2> wakePipe{-1, -1};
constexpr std::array handled{SIGTERM, SIGINT, SIGHUP};

void wake(int signal, siginfo_t *info, void *)
{
    const int before = errno;
    const Caught caught{.signal = signal, .sender = info->si_pid};
    [[maybe_unused]] const ssize_t written = write(wakePipe[1], &caught, sizeof caught);
    errno = before;
}

} // namespace

UnixSignals::UnixSignals(QObject *parent) : QObject(parent)
{
    if (pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(wakePipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        Caught caught;
        bool wanted = false;
        while (read(wakePipe[0], &caught, sizeof caught) == ssize_t(sizeof caught)) {
            wanted = wanted || caught.wantsEnd();
            if (caught.wantsEnd()) {
                qCInfo(base::logBase, "asked to end: %s of process %d", strsignal(caught.signal), int(caught.sender));
            } else {
                qCWarning(base::logBase, "the session bus went away; the work here goes on without it");
            }
        }
        if (wanted) {
            Q_EMIT endWanted();
        }
    });
    struct sigaction action
    {
    };
    action.sa_sigaction = wake;
    action.sa_flags = SA_RESTART | SA_SIGINFO;
    for (const int signal : handled) {
        sigaction(signal, &action, nullptr);
    }
}

UnixSignals::~UnixSignals()
{
    for (const int signal : handled) {
        std::signal(signal, SIG_DFL);
    }
    m_notifier.reset();
    close(wakePipe[0]);
    close(wakePipe[1]);
}
