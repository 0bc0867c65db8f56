// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/logfinder.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

base::Error closed()
{
    return base::unavailable(u"the file of logs"_s, u"it is closed"_s);
}

/// So many blocks are passed over in one transaction at most, that it stays short and the search can be stopped.
constexpr int mostSkipped = 64;
constexpr int mostSteps = 32;

size_t cores()
{
    return std::max<size_t>(std::thread::hardware_concurrency(), 1);
}

} // namespace

LogFinder::LogFinder(QString path) : m_path(std::move(path)), m_cores(cores()), m_workers(m_cores) {}

QFuture<base::Result<qint64>> LogFinder::find(const base::RunId &run, const FindRequest &request, FindSink sink)
{
    const auto job = std::make_shared<FindJob>(run, request, std::move(sink));
    job->enter(); // Until all threads have been asked.
    if (request.first < 0) {
        job->fail(base::invalid(u"first"_s, u"must not be negative"_s));
    } else {
        for (size_t i = 0; i < m_cores; ++i) {
            post(job);
        }
    }
    job->leave();
    return job->future();
}

void LogFinder::close()
{
    m_closing = true;
    m_workers.finish();
    m_tables.close();
}

void LogFinder::post(const JobPtr &job)
{
    job->enter();
    if (!m_workers.post([this, job] { step(job); })) {
        job->fail(closed());
        job->leave();
    }
}

void LogFinder::step(const JobPtr &job)
{
    if (m_closing) {
        job->fail(closed());
        job->leave();
        return;
    }
    std::unique_lock reading(m_reading);
    const std::optional<FindJob::Claim> claim = job->claim();
    const base::Result<FindJob::Take> taken = claim ? take(*job, *claim) : base::Result<FindJob::Take>(FindJob::Take());
    if (claim && taken) {
        job->took(*claim, *taken);
    }
    reading.unlock();
    if (!taken) {
        job->fail(taken.error());
    } else if (claim && taken->end > claim->line) {
        FindTools tools = takeTools();
        job->search(*claim, *taken, tools);
        {
            const std::lock_guard keeping(m_keeping);
            m_tools.push(std::move(tools));
        }
        for (int threads = job->takeWaiting() + 1; threads > 0; --threads) {
            post(job);
        }
    }
    job->leave();
}

FindTools LogFinder::takeTools()
{
    const std::lock_guard keeping(m_keeping);
    if (m_tools.empty()) {
        return {};
    }
    FindTools tools = std::move(m_tools.top());
    m_tools.pop();
    return tools;
}

base::Result<FindJob::Take> LogFinder::take(const FindJob &job, const FindJob::Claim &claim)
{
    base::Result<FindJob::Take> taken = readRows(job, claim);
    if (!taken) {
        m_tables.rollback();
    }
    return taken;
}

base::Result<FindJob::Take> LogFinder::readRows(const FindJob &job, const FindJob::Claim &claim)
{
    if (!m_tables.isOpen()) {
        CHECK(m_tables.open(m_path, LogAccess::Read));
    }
    CHECK(m_tables.begin());
    TRY(const LogExtent extent, m_tables.extent(job.run()));
    const qint64 end = std::min(claim.end, extent.info.lines);
    const auto wanted = [&job](QByteArrayView filter) { return job.mayMatch(filter); };
    FindJob::Take taken{.rows = {}, .end = claim.line};
    qint64 bytes = 0;
    for (int steps = 0; steps < mostSteps && taken.end < end && bytes < claim.bytes; ++steps) {
        const qint64 line = taken.end;
        TRY(taken.end, m_tables.skipUnwanted(extent.log, line, mostSkipped, wanted));
        if (taken.end > line) {
            continue;
        }
        TRY(LogPlace place, m_tables.find(extent.log, line));
        TRY(place.block.data, m_tables.data(place));
        taken.end = place.block.firstLine + place.block.lines;
        bytes += place.block.bytes;
        taken.rows.append(place.block);
    }
    CHECK(m_tables.commit());
    return taken;
}

} // namespace store
