// SPDX-License-Identifier: Apache-2.0
// What other threads want from the writer, in order, and the blocks that came back from the compressor.
// The mutex is held only while values move in or out.
#pragma once

#include "app/store/logdesk/runlog.h"

#include <variant>

namespace store {

using StatusPromise = QPromise<base::Status>;

struct OpenCommand
{
    StatusPromise promise;
};
struct AppendCommand
{
    base::RunId run;
    LogChunk chunk;
    std::optional<qint64> most;
    InfoPromise promise;
};
struct SealCommand
{
    base::RunId run;
    InfoPromise promise;
};
struct RemoveCommand
{
    QList<base::RunId> runs;
    StatusPromise promise;
};
struct UsageCommand
{
    QPromise<base::Result<LogUsage>> promise;
};
using LogCommand = std::variant<OpenCommand, AppendCommand, SealCommand, RemoveCommand, UsageCommand>;

class LogQueue
{
public:
    using Clock = std::chrono::steady_clock;
    using Time = Clock::time_point;

    struct Batch
    {
        std::vector<LogCommand> commands;
        std::vector<BlockTaskPtr> compressed;
        bool closing = false;
    };

    /// Any thread. Takes the command, or leaves it with the caller (false) once closing.
    bool post(LogCommand &command);
    void postCompressed(BlockTaskPtr task);
    /// Nothing is taken any more; the writer is told.
    void close();

    /// The writer: sleeps until there is something, or until `due`; without `due`, as long as it takes.
    Batch wait(const std::optional<Time> &due);

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Batch m_batch;
    bool m_closingSeen = false;
};

} // namespace store
