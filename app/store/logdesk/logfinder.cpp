// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/logfinder.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

base::Error closed()
{
    return base::unavailable(u"the file of logs"_s, u"it is closed"_s);
}

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
    const base::Result<QList<StoredBlock>> rows =
        claim ? readRows(job->run(), *claim) : base::Result<QList<StoredBlock>>(QList<StoredBlock>());
    if (claim && rows) {
        job->took(*claim, *rows);
    }
    reading.unlock();
    if (!rows) {
        job->fail(rows.error());
    } else if (!rows->isEmpty()) {
        LineDecoder decoder = takeDecoder();
        job->search(*claim, *rows, decoder);
        {
            const std::lock_guard keeping(m_keeping);
            m_decoders.push(std::move(decoder));
        }
        for (int threads = job->takeWaiting() + 1; threads > 0; --threads) {
            post(job);
        }
    }
    job->leave();
}

LineDecoder LogFinder::takeDecoder()
{
    const std::lock_guard keeping(m_keeping);
    if (m_decoders.empty()) {
        return {};
    }
    LineDecoder decoder = std::move(m_decoders.top());
    m_decoders.pop();
    return decoder;
}

base::Result<QList<StoredBlock>> LogFinder::readRows(const base::RunId &run, const FindJob::Claim &claim)
{
    base::Result<QList<StoredBlock>> rows = rowsFrom(run, claim);
    if (!rows) {
        m_tables.rollback();
    }
    return rows;
}

base::Result<QList<StoredBlock>> LogFinder::rowsFrom(const base::RunId &run, const FindJob::Claim &claim)
{
    if (!m_tables.isOpen()) {
        CHECK(m_tables.open(m_path, LogAccess::Read));
    }
    CHECK(m_tables.begin());
    TRY(const LogExtent extent, m_tables.extent(run));
    const qint64 end = std::min(claim.end, extent.info.lines);
    QList<StoredBlock> rows;
    qint64 bytes = 0;
    for (qint64 line = claim.line; line < end && bytes < claim.bytes;) {
        TRY(LogPlace place, m_tables.find(extent.log, line));
        TRY(place.block.data, m_tables.data(place));
        line = place.block.firstLine + place.block.lines;
        bytes += place.block.bytes;
        rows.append(place.block);
    }
    CHECK(m_tables.commit());
    return rows;
}

} // namespace store
