// SPDX-License-Identifier: Apache-2.0
// The keeper process as the engine sees it: the control socket to it, and a descriptor that tells when it is gone.
#pragma once

#include "app/base/result.h"
#include "app/engine/runnerwire.h"

#include <chrono>

namespace engine {

class RunnerKeeper
{
public:
    /// Starts `program`. Unavailable where it can't be executed.
    static base::Result<RunnerKeeper> spawn(const QString &program);

    int control() const { return m_control.get(); }
    /// Readable when the process has ended (a pidfd).
    int gone() const { return m_gone.get(); }
    qint64 pid() const { return m_pid; }

    /// Lets it go on where a program has stopped it.
    void wake();
    /// Takes the exit status of a keeper that is gone.
    void reap();
    /// Hangs up, which makes it end its runs and leave; waits for that at most so long.
    void close(std::chrono::milliseconds atMost);

private:
    wire::Fd m_control;
    wire::Fd m_gone;
    pid_t m_pid = -1;
};

} // namespace engine
