// SPDX-License-Identifier: Apache-2.0
// Ctrl-C as a signal of the event loop, as long as the object lives; a second Ctrl-C ends the process as usual. One at a
// time.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <csignal>
#include <memory>

namespace cli {

class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void pressed();

private:
    int m_pipe[2] = {-1, -1};
    struct sigaction m_before = {};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace cli
