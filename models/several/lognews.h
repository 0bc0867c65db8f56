// SPDX-License-Identifier: Apache-2.0
// What a run says that the run before it did not: its lines that say something no line of the other says. Logs are
// read bit by bit and compared in the pool; only a number a line of the other is kept.
#pragma once

#include "app/search/lineset.h"
#include "app/store/store.h"

#include <QSet>

namespace models {

/// Lives on the main thread.
class LogNews : public QObject
{
    Q_OBJECT

public:
    /// `store` must outlive it.
    explicit LogNews(store::Store &store, QObject *parent = nullptr) : QObject(parent), m_store(store) {}

    /// Looks for the last run of the automation before `run` that was done, and compares. What went on is given up.
    void compareWithLastDone(const domain::Run &run);
    /// With any other run.
    void compare(const domain::Run &run, const domain::Run &other);
    void stop() { ++m_generation; }

    const domain::Run &other() const { return m_other; }
    /// Of those compared so far.
    const search::LineSet &lines() const { return m_lines; }
    qint64 comparedLines() const { return m_compared; }

Q_SIGNALS:
    /// There is none to compare with.
    void none();
    /// More of it is known.
    void progressed();
    void finished();
    void failed(const base::Error &error);

private:
    enum class Side { Other, Own };
    void read(Side side, qint64 from);
    void take(Side side, const store::LogChunk &chunk);

    store::Store &m_store;
    domain::Run m_run;
    domain::Run m_other;
    QSet<quint64> m_known;
    search::LineSet m_lines;
    qint64 m_compared = 0;
    int m_generation = 0;
};

} // namespace models
