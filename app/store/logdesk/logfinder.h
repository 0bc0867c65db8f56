// SPDX-License-Identifier: Apache-2.0
// Searches logs on all cores, with a connection of its own: rows are read in short transactions, one thread at a time,
// and decompressed and searched by all. Searches that go on at once take turns.
#pragma once

#include "app/store/logdesk/findjob.h"
#include "app/store/logdesk/workers.h"
#include "app/store/logfile/logtables.h"

#include <stack>

namespace store {

/// Verbs from any thread.
class LogFinder
{
public:
    explicit LogFinder(QString path);

    QFuture<base::Result<qint64>> find(const base::RunId &run, const FindRequest &request, FindSink sink);
    /// Ends what is still being searched, then the threads. Blocks.
    void close();

private:
    using JobPtr = std::shared_ptr<FindJob>;

    void post(const JobPtr &job);
    /// On a worker: takes some rows and searches them.
    void step(const JobPtr &job);
    base::Result<FindJob::Take> take(const FindJob &job, const FindJob::Claim &claim);
    base::Result<FindJob::Take> readRows(const FindJob &job, const FindJob::Claim &claim);
    FindTools takeTools();

    const QString m_path;
    const size_t m_cores;
    std::atomic<bool> m_closing = false;
    std::mutex m_reading; ///< For the tables, and for the order of claims.
    LogTables m_tables;
    std::mutex m_keeping;
    std::stack<FindTools> m_tools; ///< Those not at work.
    Workers m_workers;
};

} // namespace store
