// SPDX-License-Identifier: Apache-2.0
// Keeps idle workers at hand. When one is killed, the keeper, itself a sub-reaper, inherits the processes of its run
// and ends them. When the engine is gone it waits for its workers and leaves.
#pragma once

#include "app/runner/descriptor.h"
#include "app/runner/ender.h"
#include "app/runner/worker.h"

#include <sys/types.h>

#include <vector>

namespace runner {

class Keeper
{
public:
    Keeper();
    /// Returns the exit status of whichever process comes out of it: the keeper, or a worker it forked.
    int run();

private:
    enum class Role { Keeper, Worker };

    Role refill();
    Role fork();
    void wait();
    void reap();

    Board *m_board = nullptr;
    Descriptor m_poke;
    Descriptor m_children;
    std::vector<pid_t> m_workers;  ///< By place on the board; 0 is free.
    std::size_t m_workerPlace = 0; ///< In a worker: its own.
    Ender m_orphans;
    bool m_orphansLeft = false;
    bool m_engineGone = false;
    bool m_forkFailed = false;
};

} // namespace runner
