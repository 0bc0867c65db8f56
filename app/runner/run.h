// SPDX-License-Identifier: Apache-2.0
// One run inside its worker: start the program, wait for the whole tree, end what has to be ended, report.
#pragma once

#include "app/runner/descriptor.h"
#include "app/runner/ender.h"
#include "app/runner/launch.h"
#include "app/runner/protocol.h"
#include "app/runner/survival.h"

#include <cstdint>
#include <optional>

namespace runner {

class Run
{
public:
    /// `control` (its hang-up means that the engine is gone) and `children` (a signalfd for SIGCHLD) stay the worker's.
    Run(int control, int children, Descriptor channel);

    /// Before perform(): the run outlives its engine.
    void survive(Descriptor (&fds)[mostStartDescriptors], std::int64_t timeoutMillis);
    /// Before perform(): the run lives in this control group.
    void joinGroup(Descriptor folder) { m_group = std::move(folder); }
    /// Does all of it; returns when the run is reported. `killAfterMillis` is the time between TERM and KILL.
    void perform(const Launch &what, Descriptor (&standard)[3], std::uint32_t killAfterMillis);
    /// Reports a run that never became a process.
    void refuse(Stage stage, int error);

    /// Whether this process may take another run: it has nothing of this one left.
    bool leftNothing() const { return m_ender.total() == 0 && m_noChildren; }

private:
    enum class Phase { Running, Terminating, Killing };

    bool cancelledBeforeStart();
    void wait();
    void tellStarted();
    void listen();
    void obey(const char *packet, std::size_t size);
    void onChannelEnd();
    void onNewEngine();
    void moveOutput();
    void linger();
    void reap();
    void onMainGone();
    void beginEnding(std::int64_t graceMillis);
    void abandon();
    int timeout() const;
    int spoolTimeout() const;
    void killGroup() const;
    void report();

    int m_control;
    int m_children;
    Descriptor m_channel;
    std::optional<Survival> m_survival;
    Descriptor m_group;
    Ender m_ender;
    EndedMessage m_end;
    Phase m_phase = Phase::Running;
    pid_t m_main = -1;
    bool m_noChildren = true;
    bool m_startedTold = false;
    bool m_listening = true;
    bool m_onlyProtectedLeft = false;
    bool m_reported = false; ///< To the engine at the channel.
    bool m_settled = false;
    std::int64_t m_spooledTold = 0;
    std::int64_t m_killAfterMillis = 0;
    std::int64_t m_deadline = 0;
    int m_killPause = 2;
};

} // namespace runner
