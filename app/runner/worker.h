// SPDX-License-Identifier: Apache-2.0
// A worker: one process that performs one run at a time, in a session of its own and sub-reaper of everything the run
// starts, so that no descendant can escape it.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace runner {

/// The most workers alive at once.
inline constexpr std::size_t maxWorkers = 4096;
/// The keeper forks when fewer are idle, so that a start never waits for a fork.
inline constexpr std::size_t fewestIdle = 2;
inline constexpr std::size_t refillIdle = 4;
/// A worker that would be one more than this leaves instead.
inline constexpr std::size_t mostIdle = 8;

/// Shared memory of the keeper and its workers: who is idle. Waking the keeper for each run would cost more.
struct Board
{
    std::atomic<std::uint8_t> idle[maxWorkers] = {};
    std::atomic<std::uint32_t> used = 0; ///< Places from here on were never taken.

    std::size_t idleCount() const;
};

struct WorkerPlace
{
    Board *board = nullptr;
    std::size_t index = 0;
    int poke = -1; ///< eventfd that wakes the keeper.
};

/// Serves runs until the control socket ends, or a run had something to kill, or enough others are idle. Returns the
/// process's exit status.
int work(const WorkerPlace &place);

} // namespace runner
