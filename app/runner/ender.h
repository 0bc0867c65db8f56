// SPDX-License-Identifier: Apache-2.0
// Ends every descendant of this process and keeps the receipt: which process got which signal when.
#pragma once

#include "app/runner/protocol.h"
#include "app/runner/tree.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace runner {

/// Milliseconds of the monotonic clock.
std::int64_t nowMillis();

class Ender
{
public:
    /// TERM, then CONT so that a stopped process hears it, to every descendant that had none from here yet.
    void terminate();
    /// STOP until a look finds nobody new, then KILL all. Call again until it returns false: nobody is left but the
    /// dead and those the kernel protects from us. Children in `except` are spared with all of theirs.
    bool kill(const std::vector<pid_t> &except = {});

    std::uint32_t total() const { return m_total; }
    const std::vector<KilledRecord> &receipt() const { return m_receipt; }
    /// Forgets everyone.
    void clear();

private:
    struct Marks
    {
        bool terminated = false;
        bool stopped = false;
        bool killed = false;
    };

    Marks &marks(const Process &process) { return m_marks[{process.pid, process.startTicks}]; }
    Signalled record(const Process &process, int signal);
    void freeze(const std::vector<pid_t> &except);

    std::map<std::pair<pid_t, unsigned long long>, Marks> m_marks;
    std::vector<KilledRecord> m_receipt;
    std::uint32_t m_total = 0;
    std::int64_t m_since = -1;
};

} // namespace runner
