// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/logwriter.h"

// Removing logs: what the writer does, in slices of a few milliseconds, while nobody waits for it.

namespace store {

namespace {

constexpr std::chrono::milliseconds sliceTime(5);
/// Others come first: as long as a slice took, and a little.
constexpr std::chrono::milliseconds pause(5);
/// As much is cut off the file at once.
constexpr int slicesGivenBack = 16;
/// Pages of the write-ahead file that are copied at once.
constexpr int enoughPages = 1000;
/// The writer waits for the disk itself before the write-ahead file becomes bigger.
constexpr int mostPages = 4000;

} // namespace

void LogWriter::handle(RemoveCommand &command)
{
    for (const base::RunId &run : command.runs) {
        drop(run, {.code = base::ErrorCode::Cancelled,
                   .context = {},
                   .detail = QStringLiteral("the log was removed"),
                   .field = {}});
    }
    base::Status status = ensureOpen();
    status = status ? m_tables.hide(command.runs) : status;
    if (!status) {
        report(status.error());
        command.promise.addResult(status);
        command.promise.finish();
        return;
    }
    m_removals.push_back(std::move(command.promise));
    m_tidying = Tidying::Rows;
    m_tidyDue = LogQueue::Clock::now();
}

void LogWriter::handle(UsageCommand &command)
{
    const base::Status opened = ensureOpen();
    command.promise.addResult(opened ? m_tables.usage() : base::Result<LogUsage>(opened.error()));
    command.promise.finish();
}

void LogWriter::tidy()
{
    const LogQueue::Time began = LogQueue::Clock::now();
    if (!m_tidyDue || began < *m_tidyDue) {
        return;
    }
    if (m_checkpointer.isAtWork()) {
        m_tidyDue = began + pause; // Else there would always be more to copy.
        return;
    }
    tidySome();
    const LogQueue::Time now = LogQueue::Clock::now();
    m_tidyDue = m_tidying == Tidying::Nothing ? std::nullopt : std::optional(now + (now - began) + pause);
}

void LogWriter::tidySome()
{
    const base::Status opened = ensureOpen();
    const base::Result<bool> done = !opened                      ? base::Result<bool>(opened.error())
                                    : m_tidying == Tidying::Rows ? m_tables.reclaim(sliceTime)
                                                                 : m_tables.giveBack();
    if (!done) {
        m_tables.rollback();
        report(done.error());
        m_tidying = Tidying::Nothing;
        answerRemovals(done.error());
    } else if (*done && m_tidying == Tidying::Rows) {
        m_tidying = Tidying::Room;
        answerRemovals({});
    } else if (*done) {
        m_tidying = Tidying::Nothing;
    } else if (m_tidying == Tidying::Room && ++m_slicesGiven % slicesGivenBack == 0) {
        m_checkpointer.start();
    }
}

/// After commits. What removing logs has written is no reason for others to wait.
void LogWriter::shortenWriteAhead()
{
    const int pages = m_tables.takeWrittenPages();
    if (pages < enoughPages) {
        return;
    }
    if (m_tidying != Tidying::Nothing && pages < mostPages) {
        m_checkpointer.start();
    } else if (!m_tables.checkpoint()) {
        m_tables.rollback(); // Nothing is lost; it is tried again after the next commit.
    }
}

void LogWriter::answerRemovals(const base::Status &status)
{
    for (StatusPromise &promise : m_removals) {
        promise.addResult(status);
        promise.finish();
    }
    m_removals.clear();
}

} // namespace store
