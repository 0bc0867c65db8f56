// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/logwriter.h"

// The transaction of the writer: who is in it, who hears of it, and what happens when it fails.

namespace store {

void LogWriter::commit(RunLog::Flush flush)
{
    if (flush == RunLog::Flush::Everything) {
        m_due.reset();
    }
    const base::Result<std::vector<RunLog *>> staged = stage(flush);
    if (!staged) {
        abandon(staged.error());
        return;
    }
    for (RunLog *log : *staged) {
        settle(*log);
    }
    if (!staged->empty()) {
        report(std::nullopt);
    }
    forgetIdle();
}

base::Result<std::vector<RunLog *>> LogWriter::stage(RunLog::Flush flush)
{
    CHECK(ensureOpen());
    CHECK(m_tables.begin());
    std::vector<RunLog *> staged;
    for (auto &[run, log] : m_runs) {
        TRY(const bool written, log.stage(m_tables, m_encoder, flush, m_most));
        if (written) {
            staged.push_back(&log);
        }
    }
    CHECK(m_tables.commit());
    return staged;
}

void LogWriter::settle(RunLog &log)
{
    const RunLog::Settled settled = log.committed();
    m_pending -= settled.acknowledged;
    m_inFlight -= settled.blocks;
    m_events.grew(log.run(), settled.info);
}

/// The transaction is taken back and everybody who waits is told: what comes after a hole can't be kept either.
void LogWriter::abandon(const base::Error &error)
{
    m_tables.rollback();
    for (auto &[run, log] : m_runs) {
        forget(log, error);
    }
    m_runs.clear();
    report(error);
}

void LogWriter::drop(const base::RunId &run, const base::Error &error)
{
    if (const auto known = m_runs.find(run); known != m_runs.end()) {
        forget(known->second, error);
        m_runs.erase(known);
    }
}

void LogWriter::forget(RunLog &log, const base::Error &error)
{
    const RunLog::Settled settled = log.fail(error);
    m_pending -= settled.acknowledged;
    m_inFlight -= settled.blocks;
}

void LogWriter::report(const std::optional<base::Error> &problem)
{
    if (problem && problem->code == base::ErrorCode::Conflict) {
        return;
    }
    const bool same =
        problem.has_value() == m_problem.has_value() && (!problem || problem->detail == m_problem->detail);
    m_problem = problem;
    if (!same) {
        m_events.troubled(problem);
    }
}

} // namespace store
