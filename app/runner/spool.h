// SPDX-License-Identifier: Apache-2.0
// One stream of a run that survives its engine: what the program writes goes through a pipe into a file without a name,
// which engines read. The bytes an engine has kept give their space back.
#pragma once

#include "app/runner/descriptor.h"

#include <cstdint>

namespace runner {

class Spool
{
public:
    explicit Spool(Descriptor file) : m_file(std::move(file)) {}

    /// Makes the pipe and answers the program's end of it; empty where that fails.
    Descriptor open();
    int file() const { return m_file.get(); }
    std::int64_t written() const { return m_written; }

    /// What to poll for more; -1 where nothing more comes, or must come now.
    int pollable() const;
    /// Moves what is in the pipe, a few MiB at most.
    void take();
    /// An engine has everything below `offset`.
    void keep(std::int64_t offset);
    /// The run is over: what is in the pipe now belongs to it, and no more, for a writer that got away could go on.
    void finish();
    /// After finish(): everything is in the file.
    bool isFinished() const { return m_finishing && m_left == 0; }
    /// The disk is full, or engines lag far behind: take() has to be tried again.
    bool isStuck() const { return m_stuck; }

private:
    Descriptor m_file;
    Descriptor m_pipe;
    std::int64_t m_written = 0;
    std::int64_t m_kept = 0;
    std::int64_t m_left = 0; ///< While finishing.
    bool m_finishing = false;
    bool m_stuck = false;
};

} // namespace runner
