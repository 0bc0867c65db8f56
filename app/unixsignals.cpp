// SPDX-License-Identifier: Apache-2.0
#include "app/unixsignals.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace {

// A handler may only do what is safe in the middle of anything, so it writes one byte for the event loop to find.
std::array<int, 2> wakePipe{-1, -1};
constexpr std::array handled{SIGTERM, SIGINT, SIGHUP};

void wake(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = write(wakePipe[1], &byte, 1);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent) : QObject(parent)
{
    if (pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(wakePipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(wakePipe[0], &byte, 1) == 1) {
        }
        Q_EMIT endWanted();
    });
    struct sigaction action
    {
    };
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
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
