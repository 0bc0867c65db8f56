// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/findjob.h"

#include "app/base/lines.h"
#include "app/store/logfile/logchunk.h"

namespace store {

namespace {

/// How far the quickest thread may be ahead of the slowest.
constexpr quint64 mostAhead = 32;
constexpr qint64 firstBytes = 256 << 10;
constexpr qint64 mostBytes = 1 << 20;

} // namespace

FindJob::FindJob(base::RunId run, FindRequest request, FindSink sink)
    : m_run(std::move(run)),
      m_request(std::move(request)),
      m_sink(std::move(sink)),
      m_line(m_request.first),
      m_searched(m_request.first)
{
    m_promise.start();
}

std::optional<FindJob::Claim> FindJob::claim()
{
    const std::lock_guard lock(m_mutex);
    if (m_over || isStopped() || m_line >= m_request.end) {
        return std::nullopt;
    }
    if (m_given - m_handed >= mostAhead) {
        ++m_waiting; // Whoever is behind has a thread already and needs no other to go on.
        return std::nullopt;
    }
    return Claim{
        .line = m_line, .end = m_request.end, .number = m_given, .bytes = m_given < 4 ? firstBytes : mostBytes};
}

int FindJob::takeWaiting()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_waiting, 0);
}

void FindJob::took(const Claim &claim, const Take &take)
{
    const std::lock_guard lock(m_mutex);
    if (take.end == claim.line) {
        m_over = true;
        return;
    }
    m_given = claim.number + 1;
    m_line = take.end;
}

bool FindJob::mayMatch(QByteArrayView filter) const
{
    return m_request.matcher->mayMatch(search::TextFilter(filter));
}

base::Status FindJob::searchRow(const StoredBlock &row, FindTools &tools, FoundPart &part) const
{
    if (row.codec == static_cast<int>(LogCodec::Gap)) {
        part.end = std::min(row.firstLine + row.lines, m_request.end);
        return {};
    }
    TRY(const QByteArrayView bytes, tools.decoder.decode(row));
    // A row that was grown into or is left early is cut to what was asked for.
    const qint64 first = std::max(part.end, row.firstLine);
    const qint64 skipped = first - row.firstLine;
    const qint64 end = std::min(row.firstLine + row.lines, m_request.end);
    const qsizetype from = skipped > 0 ? base::endOfLines(bytes, skipped) : 0;
    const qint64 lines = end - first;
    const QByteArrayView rest = bytes.sliced(from);
    const qsizetype size = end < row.firstLine + row.lines ? base::endOfLines(rest, lines) : rest.size();
    const search::Stopped stopped = [this] { return isStopped(); };
    TRY(const QList<search::LineHit> hits, m_request.matcher->scan(rest.first(size), stopped, tools.scratch));
    for (const search::LineHit &hit : hits) {
        part.found.append({first + hit.line, hit.column, hit.length});
    }
    if (!hits.isEmpty() && m_request.detail == FindRequest::Detail::Lines) {
        TRY(const LogChunk chunk, decodeBlock(row));
        for (const search::LineHit &hit : hits) {
            part.lines.append(sliceChunk(chunk, first + hit.line, 1));
        }
    }
    part.end = end;
    return {};
}

void FindJob::search(const Claim &claim, const Take &take, FindTools &tools)
{
    FoundPart part{.first = claim.line, .end = claim.line, .found = {}, .lines = {}};
    for (const StoredBlock &row : take.rows) {
        const base::Status done = isStopped() ? base::Status() : searchRow(row, tools, part);
        if (!done) {
            fail(done.error());
        }
        if (isStopped()) {
            return;
        }
    }
    part.end = std::min(take.end, m_request.end);
    handOn(claim.number, std::move(part));
}

void FindJob::handOn(quint64 number, FoundPart part)
{
    std::unique_lock lock(m_mutex);
    m_ready.emplace(number, std::move(part));
    if (m_handing) {
        return; // Whoever is at it takes this one too.
    }
    m_handing = true;
    while (!m_ready.empty() && m_ready.begin()->first == m_handed && !isStopped()) {
        const FoundPart next = std::move(m_ready.begin()->second);
        m_ready.erase(m_ready.begin());
        lock.unlock();
        const FindOn on = m_sink(next);
        lock.lock();
        ++m_handed;
        m_searched = next.end;
        m_stop = m_stop || on == FindOn::Stop;
    }
    m_handing = false;
}

void FindJob::fail(const base::Error &error)
{
    const std::lock_guard lock(m_mutex);
    if (!m_problem) {
        m_problem = error;
    }
    m_stop = true;
}

void FindJob::enter()
{
    const std::lock_guard lock(m_mutex);
    ++m_threads;
}

void FindJob::leave()
{
    {
        const std::lock_guard lock(m_mutex);
        if (--m_threads > 0) {
            return;
        }
    }
    m_promise.addResult(m_problem ? base::Result<qint64>(*m_problem) : base::Result<qint64>(m_searched));
    m_promise.finish();
}

} // namespace store
