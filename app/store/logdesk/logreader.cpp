// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/logreader.h"

#include "app/store/logfile/logchunk.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qint64 readLimit = 4 << 20;

} // namespace

template <typename Value, typename Work> QFuture<base::Result<Value>> LogReader::post(Work work)
{
    // Shared, because std::function wants to be copied.
    const auto promise = std::make_shared<QPromise<base::Result<Value>>>();
    promise->start();
    const bool posted = m_worker.post([this, promise, work = std::move(work)] {
        base::Result<Value> result = work();
        if (!result) {
            m_tables.rollback();
        }
        promise->addResult(std::move(result));
        promise->finish();
    });
    if (!posted) {
        promise->addResult(base::unavailable(u"the file of logs"_s, u"it is closed"_s));
        promise->finish();
    }
    return promise->future();
}

QFuture<base::Result<LogInfo>> LogReader::info(const base::RunId &run)
{
    return post<LogInfo>([this, run] { return loadInfo(run); });
}

QFuture<base::Result<LogChunk>> LogReader::read(const base::RunId &run, qint64 first, qint64 count)
{
    return post<LogChunk>([this, run, first, count]() -> base::Result<LogChunk> {
        if (first < 0) {
            return base::invalid(u"first"_s, u"must not be negative"_s);
        }
        if (count < 1) {
            return base::invalid(u"count"_s, u"must be at least 1"_s);
        }
        const qint64 most = std::numeric_limits<qint64>::max();
        return loadLines(run, {.first = first, .end = count > most - first ? most : first + count});
    });
}

void LogReader::close()
{
    m_worker.finish();
    m_tables.close();
}

base::Status LogReader::ensureOpen()
{
    return m_tables.isOpen() ? base::Status() : m_tables.open(m_path, LogAccess::Read);
}

base::Result<LogInfo> LogReader::loadInfo(const base::RunId &run)
{
    CHECK(ensureOpen());
    CHECK(m_tables.begin());
    TRY(const LogExtent extent, m_tables.extent(run));
    CHECK(m_tables.commit());
    return extent.info;
}

base::Result<LogReader::Part> LogReader::loadPart(qint64 log, qint64 line)
{
    base::Result<LogPlace> place = m_tables.find(log, line);
    if (!place && place.error().code == base::ErrorCode::NotFound) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .context = u"a log"_s,
                           .detail = u"line %1 is missing from it"_s.arg(line),
                           .field = {}};
    }
    TRY(LogPlace found, std::move(place));
    if (found.table == LogPlace::Table::Block) {
        if (std::optional<LogChunk> known = found.block.codec == static_cast<int>(LogCodec::Frames)
                                                ? m_cache.find(log, found.block.firstLine)
                                                : std::nullopt) {
            return Part{.place = found, .chunk = std::move(known)};
        }
    }
    TRY(found.block.data, m_tables.data(found));
    return Part{.place = std::move(found), .chunk = {}};
}

base::Result<QList<LogReader::Part>> LogReader::loadParts(LogExtent &extent, const base::RunId &run, Range range)
{
    CHECK(ensureOpen());
    CHECK(m_tables.begin());
    TRY(extent, m_tables.extent(run));
    QList<Part> parts;
    qint64 bytes = 0;
    for (qint64 line = range.first; line < std::min(range.end, extent.info.lines) && bytes < readLimit;) {
        TRY(const Part part, loadPart(extent.log, line));
        line = part.place.block.firstLine + part.place.block.lines;
        bytes += part.place.block.bytes;
        parts.append(part);
    }
    CHECK(m_tables.commit());
    return parts;
}

base::Result<LogChunk> LogReader::loadLines(const base::RunId &run, Range range)
{
    LogExtent extent;
    TRY(QList<Part> parts, loadParts(extent, run, range));
    LogChunk lines{.firstLine = range.first, .bytes = {}, .spans = {}};
    for (Part &part : parts) {
        if (!part.chunk) {
            TRY(part.chunk, decodeBlock(part.place.block));
            // A gap grows.
            if (part.place.table == LogPlace::Table::Block &&
                part.place.block.codec == static_cast<int>(LogCodec::Frames)) {
                m_cache.add(extent.log, *part.chunk);
            }
        }
        const qint64 first = std::max(range.first, part.chunk->firstLine);
        addChunk(lines, sliceChunk(*part.chunk, first, range.end - first));
        part = {}; // Given back as we go: at most one block is held twice.
    }
    return lines;
}

} // namespace store
