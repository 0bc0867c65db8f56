// SPDX-License-Identifier: Apache-2.0
// Copies what was committed from the write-ahead file into the file of logs, on a thread and a connection of its own:
// who writes meanwhile does not wait for the disk.
#pragma once

#include "app/store/logdesk/workers.h"
#include "app/store/logfile/logtables.h"

#include <atomic>

namespace store {

/// Verbs from any thread.
class Checkpointer
{
public:
    explicit Checkpointer(QString path) : m_path(std::move(path)) {}

    /// Copies what there is by now; nothing while it is at work already.
    void start();
    bool isAtWork() const { return m_atWork; }
    /// Ends what is under way, then the thread. Blocks.
    void close();

private:
    void copy();

    const QString m_path;
    std::atomic<bool> m_atWork = false;
    LogTables m_tables; ///< Its own thread's.
    Workers m_worker{1};
};

} // namespace store
