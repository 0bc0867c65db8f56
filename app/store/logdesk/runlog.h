// SPDX-License-Identifier: Apache-2.0
// What one run has between its callers and the file: chunks that wait, blocks being compressed, promises to keep.
// A commit is staged, then either committed() or fail(). Lives on the writer's thread.
#pragma once

#include "app/store/logdesk/compressor.h"
#include "app/store/logfile/logtables.h"

#include <QPromise>

#include <deque>

namespace store {

using InfoPromise = QPromise<base::Result<LogInfo>>;

class RunLog
{
public:
    RunLog(base::RunId run, const LogExtent &extent);

    const base::RunId &run() const { return m_run; }
    /// Lines of everything accepted so far, durable or not.
    qint64 lines() const { return m_accepted; }
    void accept(LogChunk chunk, InfoPromise promise);
    /// Of this log; nothing is what stage() is told.
    void keepAtMost(std::optional<qint64> bytes) { m_most = bytes; }
    void seal(InfoPromise promise);

    /// Enough waits for a block (or the log is being sealed).
    bool wantsBlock() const;
    size_t tasks() const { return m_tasks.size(); }
    bool hasReady() const { return !m_tasks.empty() && m_tasks.front()->state == BlockTask::State::Ready; }
    /// Something waits that is not in a task.
    bool hasPending() const { return m_pendingBytes > 0; }
    /// Nothing waits and nobody waits.
    bool isIdle() const { return m_tasks.empty() && m_acks.empty() && m_seals.empty(); }

    /// Takes the next block (several, when one append is bigger than a block) off what waits.
    base::Result<QList<BlockTaskPtr>> cut(LogTables &tables);

    enum class Flush { Blocks, Everything };
    /// Writes what is ready, in order, inside the caller's transaction. Everything: what waits becomes a row of tail,
    /// at once or, when blocks are still being compressed, with the last of them. What then is longer than `most` bytes
    /// loses lines from its middle. True when something was written.
    base::Result<bool> stage(LogTables &tables, BlockEncoder &encoder, Flush flush, qint64 most);

    struct Settled
    {
        LogInfo info;
        qint64 acknowledged = 0; ///< Bytes of the appends that were answered.
        qint64 blocks = 0;       ///< Bytes of the blocks that are no longer in flight.
    };
    /// The staged transaction is durable: answers whoever waited for it.
    Settled committed();
    /// Answers everybody with the error and forgets everything that is not durable.
    Settled fail(const base::Error &error);

private:
    struct Ack
    {
        qint64 endLine = 0;
        qint64 bytes = 0;
        InfoPromise promise;
    };

    base::Status stageBlock(LogTables &tables, const BlockTask &task);
    base::Status stageTail(LogTables &tables, BlockEncoder &encoder);
    base::Status trim(LogTables &tables, qint64 most);
    base::Result<BlockTaskPtr> startTask(LogTables &tables);
    void addToTasks(QList<BlockTaskPtr> &tasks, const LogChunk &chunk);
    void addToTask(BlockTask &task, const LogChunk &chunk);
    size_t completeReady() const;

    base::RunId m_run;
    qint64 m_log = 0;
    LogInfo m_durable;
    LogInfo m_cut; ///< Where the pending chunks start.
    qint64 m_accepted = 0;
    qint64 m_tailBytes = 0; ///< In tail and not yet part of a task.
    qint64 m_pendingBytes = 0;
    std::optional<qint64> m_most;
    std::optional<LogGap> m_gap; ///< Looked up once the log is long enough to have one.
    std::deque<LogChunk> m_pending;
    std::deque<BlockTaskPtr> m_tasks;
    std::deque<Ack> m_acks;
    std::vector<InfoPromise> m_seals;
    size_t m_stagedTasks = 0;
    bool m_stagedTail = false;
    bool m_flushDue = false;
};

} // namespace store
