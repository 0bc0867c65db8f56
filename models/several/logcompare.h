// SPDX-License-Identifier: Apache-2.0
// Two logs side by side: which lines belong together, whatever times and numbers they carry. Both are read bit by bit
// and aligned in the pool.
#pragma once

#include "app/store/store.h"
#include "models/several/alignment.h"

namespace models {

/// Lives on the main thread.
class LogCompare : public QObject
{
    Q_OBJECT

public:
    /// Lines of one log that are compared; a longer one is an error.
    static constexpr qint64 mostLines = 4'000'000;

    /// `store` must outlive it.
    explicit LogCompare(store::Store &store, QObject *parent = nullptr) : QObject(parent), m_store(store) {}
    void start(const base::RunId &left, const base::RunId &right);
    const Alignment &alignment() const { return m_alignment; }

Q_SIGNALS:
    void progressed(qint64 lines);
    void finished();
    void failed(const base::Error &error);

private:
    void read();
    void take(const store::LogChunk &chunk);
    void alignBoth();

    store::Store &m_store;
    base::RunId m_runs[2];
    QList<quint64> m_numbers[2];
    int m_side = 0; ///< Which one is being read.
    int m_generation = 0;
    Alignment m_alignment;
};

} // namespace models
