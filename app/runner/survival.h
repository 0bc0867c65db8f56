// SPDX-License-Identifier: Apache-2.0
// What a run has that goes on without an engine: its spooled output, the ledger that engines keep beside it, and the
// socket at which the next engine finds it.
#pragma once

#include "app/runner/protocol.h"
#include "app/runner/spool.h"

namespace runner {

class Survival
{
public:
    /// Descriptors as they came, the first four after those of every run.
    Survival(Descriptor (&fds)[mostStartDescriptors], std::int64_t timeoutMillis);

    /// Replaces the program's standard output and error. False where there are no pipes to be had.
    bool open(Descriptor (&standard)[3]);
    Spool &output() { return m_output; }
    Spool &error() { return m_error; }
    const Spool &output() const { return m_output; }
    const Spool &error() const { return m_error; }
    int listener() const { return m_listener.get(); }
    std::int64_t sinceStart() const;
    /// Milliseconds until the time limit, for while no engine watches it; -1 where there is none.
    std::int64_t untilLimit() const;

    /// Takes in the engine that waits at the socket, tells it where the run stands, and answers its channel. Empty
    /// where it is no engine of ours or gone again.
    Descriptor adopt(std::int32_t mainProcess);

private:
    Spool m_output;
    Spool m_error;
    Descriptor m_ledger;
    Descriptor m_listener;
    std::int64_t m_timeoutMillis;
    std::int64_t m_startedAt = 0;
};

} // namespace runner
