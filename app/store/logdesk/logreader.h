// SPDX-License-Identifier: Apache-2.0
// Reads logs on a thread and a connection of its own. Transactions end before anything is decompressed: a long one
// would let the write-ahead file grow.
#pragma once

#include "app/store/logdesk/blockcache.h"
#include "app/store/logdesk/workers.h"
#include "app/store/logfile/logtables.h"

#include <QFuture>
#include <QPromise>

namespace store {

/// Verbs from any thread; they mean what those of Logs mean.
class LogReader
{
public:
    explicit LogReader(QString path) : m_path(std::move(path)) {}

    QFuture<base::Result<LogInfo>> info(const base::RunId &run);
    QFuture<base::Result<LogChunk>> read(const base::RunId &run, qint64 first, qint64 count);
    /// Answers what was asked, then ends the thread. Blocks.
    void close();

private:
    /// A stored row on its way to the caller: decoded already, or still to be decoded.
    struct Part
    {
        LogPlace place;
        std::optional<LogChunk> chunk;
    };
    struct Range
    {
        qint64 first = 0;
        qint64 end = 0;
    };

    template <typename Value, typename Work> QFuture<base::Result<Value>> post(Work work);

    // From here on: the reader's thread.
    base::Status ensureOpen();
    base::Result<LogInfo> loadInfo(const base::RunId &run);
    base::Result<LogChunk> loadLines(const base::RunId &run, Range range);
    base::Result<QList<Part>> loadParts(LogExtent &extent, const base::RunId &run, Range range);
    base::Result<Part> loadPart(qint64 log, qint64 line);

    const QString m_path;
    LogTables m_tables;
    BlockCache m_cache;
    Workers m_worker{1};
};

} // namespace store
