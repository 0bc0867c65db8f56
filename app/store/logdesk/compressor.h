// SPDX-License-Identifier: Apache-2.0
// Compresses blocks on two threads. A task goes to a worker, comes back through a function, and is never shared.
#pragma once

#include "app/search/textfilter.h"
#include "app/store/logdesk/workers.h"
#include "app/store/logfile/blockformat.h"

#include <stack>

namespace store {

/// About what a block holds before compression.
constexpr qint64 blockBytes = 192 << 10;

/// What becomes of the rows of tail when a block is committed.
enum class TailFate { Keep, Replace, Move };

/// One block on its way to the file.
struct BlockTask
{
    enum class State { Compressing, Ready, Dropped };

    base::RunId run;
    QList<LogChunk> chunks; ///< May be empty: then only the tail moves.
    LogInfo start;          ///< Lines and bytes before it.
    LogInfo size;
    TailFate tail = TailFate::Keep;
    bool endsAppend = true; ///< False: the next block has more of the same append and must be in the same commit.
    State state = State::Compressing; ///< The writer's only.
    Packing packing = Packing::Tight;
    base::Result<QByteArray> data = QByteArray();
    QByteArray filter; ///< See search::TextFilter.
};

using BlockTaskPtr = std::shared_ptr<BlockTask>;

class Compressor
{
public:
    /// `done` is called on a thread of the compressor, once a task.
    explicit Compressor(std::function<void(BlockTaskPtr)> done);

    void submit(BlockTaskPtr task);
    void finish() { m_workers.finish(); }

private:
    /// What one thread needs, used again from block to block.
    struct Tools
    {
        BlockEncoder encoder;
        search::FilterMaker filters;
    };
    using ToolsPtr = std::unique_ptr<Tools>;

    void compress(BlockTask &task);

    std::function<void(BlockTaskPtr)> m_done;
    std::mutex m_mutex;
    std::stack<ToolsPtr> m_tools; ///< Those not at work; as many as there were ever tasks at once.
    Workers m_workers;
};

} // namespace store
