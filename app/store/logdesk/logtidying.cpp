// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/logwriter.h"

// Removing logs: what the writer does, in slices of a few milliseconds, while nobody waits for it.

namespace store {

namespace {

constexpr std::chrono::milliseconds sliceTime(5);
/// Others come first: as long as a slice took, and a little.
constexpr std::chrono::milliseconds pause(5);

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
