// SPDX-License-Identifier: Apache-2.0
// One search through one log, shared by the threads that work on it: who takes which rows, and the order in which the
// parts are handed on. The mutex is held only while values move in or out.
#pragma once

#include "app/search/matcher.h"
#include "app/store/logfile/blockformat.h"

#include <QPromise>

#include <atomic>
#include <map>
#include <mutex>

namespace store {

/// What one thread needs, used again from row to row.
struct FindTools
{
    LineDecoder decoder;
    search::Scratch scratch;
};

class FindJob
{
public:
    using Promise = QPromise<base::Result<qint64>>;

    FindJob(base::RunId run, FindRequest request, FindSink sink);

    const base::RunId &run() const { return m_run; }
    QFuture<base::Result<qint64>> future() { return m_promise.future(); }

    /// Where the next rows begin, and the number they will have.
    struct Claim
    {
        qint64 line = 0;
        qint64 end = 0;
        quint64 number = 0;
        qint64 bytes = 0; ///< About how much to take: little at first, so that something is shown soon.
    };
    /// Nothing when the search is over, or when the caller is too far ahead of the others: see takeWaiting().
    std::optional<Claim> claim();
    /// How many threads were sent away for being too far ahead, and may come back.
    int takeWaiting();
    /// Rows to search, of lines up to `end`; those of the claim that are in none of them can't match.
    struct Take
    {
        QList<StoredBlock> rows;
        qint64 end = 0;
    };
    /// What a claim got; the next one begins at its end. When that is where the claim began, so ends the log.
    void took(const Claim &claim, const Take &take);
    /// False when nothing in a block with this filter can match.
    bool mayMatch(QByteArrayView filter) const;

    /// Searches what a claim got and hands on what is ready.
    void search(const Claim &claim, const Take &take, FindTools &tools);

    void fail(const base::Error &error);
    /// A thread begins or ends its work; the last one keeps the promise.
    void enter();
    void leave();

private:
    bool isStopped() const { return m_stop || m_promise.isCanceled(); }
    base::Status searchRow(const StoredBlock &row, FindTools &tools, FoundPart &part) const;
    void handOn(quint64 number, FoundPart part);

    const base::RunId m_run;
    const FindRequest m_request;
    const FindSink m_sink;
    Promise m_promise;
    std::atomic<bool> m_stop = false;

    std::mutex m_mutex;
    std::map<quint64, FoundPart> m_ready; ///< Parts whose turn has not come.
    quint64 m_given = 0;                  ///< Claims with rows.
    quint64 m_handed = 0;                 ///< Parts the sink has seen.
    qint64 m_line = 0;                    ///< Where the next claim begins.
    qint64 m_searched = 0;                ///< Up to here the sink knows everything.
    int m_threads = 0;
    int m_waiting = 0;
    bool m_handing = false;
    bool m_over = false;
    std::optional<base::Error> m_problem;
};

} // namespace store
