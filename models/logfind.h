// SPDX-License-Identifier: Apache-2.0
// Where in the log of a run something stands: the search goes on in the store, what it finds comes here bit by bit,
// and a log that grows is searched on from where the search stood.
#pragma once

#include "models/logmodel.h"

#include "app/search/lineset.h"
#include "app/search/matcher.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QTimer>

namespace models {

/// Lives on the main thread.
class LogFind : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    LogFind(store::Store &store, LogModel &model, QObject *parent = nullptr);
    ~LogFind() override;

    /// Begins anew, without waiting for what went on before. Invalid when nothing can be looked for; nothing is then.
    base::Status look(const search::Query &query);
    /// Looks for nothing.
    void clear();

    /// Null while nothing is looked for.
    const std::shared_ptr<const search::Matcher> &matcher() const { return m_matcher; }
    bool isSearching() const { return m_end.isRunning(); }
    /// The lines that match, of those searched so far.
    const search::LineSet &lines() const { return m_lines; }
    qint64 searchedLines() const { return m_searched; }

Q_SIGNALS:
    /// More was found, or the search has ended; at most some thirty times a second.
    void changed();
    void failed(const base::Error &error);

private:
    /// What the threads of the store have found, compact, since all of it is kept until the search ends.
    struct Step
    {
        qint64 end = 0;
        search::LineSet lines;
    };
    using Steps = QPromise<Step>;

    void stop();
    void searchOn();
    void take();
    void finish(const base::Result<qint64> &end);
    void tellSoon();

    store::Store &m_store;
    LogModel &m_model;
    std::shared_ptr<const search::Matcher> m_matcher;
    QFuture<base::Result<qint64>> m_end;
    std::shared_ptr<Steps> m_steps;
    QFutureWatcher<Step> m_watcher;
    int m_taken = 0; ///< Steps that were taken over.
    int m_generation = 0;
    search::LineSet m_lines;
    qint64 m_searched = 0;
    QTimer m_tell;
};

} // namespace models
