// SPDX-License-Identifier: Apache-2.0
#include "app/cli/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

namespace cli {

namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t writeEnd = -1;

void onInterrupt(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(writeEnd, &byte, 1);
}

} // namespace

Interrupt::Interrupt(QObject *parent) : QObject(parent)
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // Without it Ctrl-C ends the process, as it would anyway.
    }
    writeEnd = m_pipe[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT pressed();
    });
    struct sigaction action = {};
    action.sa_handler = onInterrupt;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, &m_before);
}

Interrupt::~Interrupt()
{
    if (m_pipe[0] < 0) {
        return;
    }
    ::sigaction(SIGINT, &m_before, nullptr);
    writeEnd = -1;
    m_notifier.reset();
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace cli
