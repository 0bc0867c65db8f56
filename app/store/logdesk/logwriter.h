// SPDX-License-Identifier: Apache-2.0
// The one writing connection, on a thread of its own. It sleeps while nobody writes; the first append arms a timer of
// 100 ms, and what came until then, of all runs, is one commit. Full blocks do not wait for the timer.
#pragma once

#include "app/store/logdesk/checkpointer.h"
#include "app/store/logdesk/logqueue.h"

#include <atomic>
#include <map>

namespace store {

/// Called on the writer's thread.
struct LogEvents
{
    std::function<void(const base::RunId &, const LogInfo &)> grew;
    std::function<void(const std::optional<base::Error> &)> troubled;
};

/// Verbs from any thread; they mean what those of Logs mean.
class LogWriter
{
public:
    LogWriter(QString path, LogEvents events);
    ~LogWriter();
    LogWriter(const LogWriter &) = delete;
    LogWriter &operator=(const LogWriter &) = delete;

    QFuture<base::Status> open();
    QFuture<base::Result<LogInfo>> append(const base::RunId &run, LogChunk chunk, std::optional<qint64> most);
    QFuture<base::Result<LogInfo>> seal(const base::RunId &run);
    QFuture<base::Status> remove(const QList<base::RunId> &runs);
    QFuture<base::Result<LogUsage>> usage();
    qint64 pendingBytes() const { return m_pending; }
    void keepAtMost(qint64 bytes) { m_most = bytes; }
    /// Makes everything durable, then ends the thread. Blocks.
    void close();

private:
    /// False when it was too late; the promise is then kept already.
    template <typename Command, typename Promise> bool post(Command command, Promise Command::*promise);

    // From here on: the writer's thread.
    void loop();
    void absorb(LogQueue::Batch &batch);
    void handle(OpenCommand &command);
    void handle(AppendCommand &command);
    void handle(SealCommand &command);
    void handle(RemoveCommand &command);
    void handle(UsageCommand &command);
    base::Result<RunLog *> find(const base::RunId &run);
    void forgetIdle();
    void noticeOthers();
    base::Status ensureOpen();

    void startBlocks();
    bool startBlock();
    bool hasReady() const;
    void commit(RunLog::Flush flush);
    base::Result<std::vector<RunLog *>> stage(RunLog::Flush flush);
    void tidy();
    void tidySome();
    void shortenWriteAhead();
    void answerRemovals(const base::Status &status);
    void settle(RunLog &log);
    void forget(RunLog &log, const base::Error &error);
    void abandon(const base::Error &error);
    void drop(const base::RunId &run, const base::Error &error);
    void report(const std::optional<base::Error> &problem);
    bool isDone() const;

    const QString m_path;
    const LogEvents m_events;
    std::atomic<qint64> m_pending = 0;
    std::atomic<qint64> m_most = Logs::usualMost;
    LogQueue m_queue;
    Compressor m_compressor;
    std::once_flag m_started;
    std::thread m_thread;

    LogTables m_tables;
    BlockEncoder m_encoder;
    std::map<base::RunId, RunLog> m_runs;
    std::optional<LogQueue::Time> m_due; ///< When what waits is written.
    qint64 m_inFlight = 0;               ///< Bytes of blocks being compressed or waiting for their commit.
    qint64 m_version = 0;
    enum class Tidying { Nothing, Rows, Room };
    Tidying m_tidying = Tidying::Nothing;    ///< What is to be done when nothing else is.
    std::optional<LogQueue::Time> m_tidyDue; ///< When it goes on.
    int m_slicesGiven = 0;
    Checkpointer m_checkpointer;
    std::vector<StatusPromise> m_removals; ///< Who waits until removed logs are gone.
    bool m_wasOpen = false;
    std::optional<base::Error> m_problem;
};

} // namespace store
